package dev.parley.instagram.mobile;

import dev.parley.instagram.http.Json;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * The fields that any answer may carry beside its own: how it went, and why not.
 *
 * @param json false for anything but a complete JSON object
 * @param failed it says so, or carries an error's title
 * @param message empty if absent; for an answer that is not JSON its first characters
 * @param errorType empty if absent
 * @param feedback what a person was told, or empty
 */
record Remarks(
        boolean json,
        boolean failed,
        String message,
        String errorType,
        String feedback,
        boolean spam,
        @Nullable ChallengePointer challenge) {

    static Remarks notJson(String start) {
        return new Remarks(false, true, start, "", "", false, null);
    }

    /** Whether message or error type is this name. */
    boolean named(String name) {
        return name.equalsIgnoreCase(message) || name.equalsIgnoreCase(errorType);
    }

    /** Whether the message contains these lower-case words; apostrophes come straight and curly. */
    boolean says(String words) {
        return message.toLowerCase(Locale.ROOT).replace('\u2019', '\'').contains(words);
    }

    boolean silent() {
        return message.isEmpty() && errorType.isEmpty() && !spam && challenge == null;
    }

    /** Collects the remarks while an answer is read. */
    static final class Draft {

        private boolean failed;
        private String message = "";
        private String errorType = "";
        private String feedback = "";
        private boolean spam;
        private @Nullable ChallengePointer challenge;

        /** Takes the field if it is a remark. */
        boolean take(String name, JsonParser json) {
            switch (name) {
                case "status" -> failed |= "fail".equals(Json.text(json));
                case "error_title" -> failed |= Json.text(json) != null;
                case "message" -> message = orEmpty(Json.text(json));
                case "error_type" -> errorType = orEmpty(Json.text(json));
                case "feedback_message" -> feedback = orEmpty(Json.text(json));
                case "spam" -> spam = Json.flag(json);
                case "challenge" -> challenge = ChallengePointer.read(json);
                default -> {
                    return false;
                }
            }
            return true;
        }

        Remarks remarks() {
            return new Remarks(true, failed, message, errorType, feedback, spam, challenge);
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text;
        }
    }
}
