package dev.parley.sandbox.official;

import dev.parley.sandbox.message.ThreadId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** How the official API names messages and conversations: long texts that begin with {@code aWdf}. */
public final class Mids {
    private static final String THREAD = "ig_thread:";
    private static final String MESSAGE = "ig_dm:";

    private Mids() {}

    /** @param id the message's id in the app */
    public record Place(ThreadId thread, String id) {}

    public static String of(ThreadId thread) {
        return encoded(THREAD + thread.text());
    }

    public static String of(ThreadId thread, String message) {
        return encoded(MESSAGE + thread.text() + ":" + message);
    }

    public static Optional<ThreadId> threadIn(String name) {
        String text = decoded(name);
        return text.startsWith(THREAD) ? ThreadId.of(text.substring(THREAD.length())) : Optional.empty();
    }

    public static Optional<Place> messageIn(String name) {
        String[] parts = decoded(name).split(":", -1);
        return parts.length == 3 && (parts[0] + ":").equals(MESSAGE)
                ? ThreadId.of(parts[1]).map(thread -> new Place(thread, parts[2]))
                : Optional.empty();
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String decoded(String name) {
        try {
            return new String(Base64.getUrlDecoder().decode(name), StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException notEncoded) {
            return "";
        }
    }
}
