package dev.parley.instagram.mobile;

import dev.parley.instagram.VerificationMethod;
import dev.parley.instagram.http.Json;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * One step of a challenge as Instagram names it.
 *
 * @param email where a code could go, as shown, or null
 * @param phone where a code could go, as shown, or null
 * @param sentTo where the code went, as shown, or null
 * @param closed the challenge is over, passed
 */
record ChallengeStep(
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String sentTo,
        boolean closed) {

    /** What a person is asked for in this step, as far as it can be done here. */
    enum Wish {
        CHOICE,
        EMAIL_CODE,
        SMS_CODE,
        /** Anything that only a person in the app may do: reviewing sign-ins, a birthday, a new password, a selfie. */
        PERSON
    }

    Wish wish() {
        return switch (name) {
            case "select_verify_method", "select_contact_point_recovery" -> Wish.CHOICE;
            case "verify_email", "verify_email_code" -> Wish.EMAIL_CODE;
            case "verify_phone", "verify_phone_code", "verify_sms", "verify_sms_code" -> Wish.SMS_CODE;
            default -> Wish.PERSON;
        };
    }

    Set<VerificationMethod> methods() {
        Set<VerificationMethod> methods = EnumSet.noneOf(VerificationMethod.class);
        if (email != null) {
            methods.add(VerificationMethod.EMAIL);
        }
        if (phone != null) {
            methods.add(VerificationMethod.SMS);
        }
        return methods;
    }

    /** Where a code by this method goes, as shown, or null. */
    @Nullable
    String target(VerificationMethod method) {
        if (sentTo != null) {
            return sentTo;
        }
        return method == VerificationMethod.EMAIL ? email : phone;
    }

    /** Collects a step while an answer is read. */
    static final class Draft {

        private @Nullable String name;
        private @Nullable String screen;
        private @Nullable String action;
        private @Nullable String email;
        private @Nullable String phone;
        private @Nullable String sentTo;

        void field(String field, JsonParser json) {
            switch (field) {
                case "step_name" -> name = Json.text(json);
                case "bloks_action" -> screen = Json.text(json);
                case "action" -> action = Json.text(json);
                case "step_data" -> Json.eachField(json, part -> data(part, json));
                default -> json.skipChildren();
            }
        }

        private void data(String field, JsonParser json) {
            switch (field) {
                case "email" -> email = Json.text(json);
                case "phone_number" -> phone = Json.text(json);
                case "contact_point" -> sentTo = Json.text(json);
                default -> json.skipChildren();
            }
        }

        @Nullable
        ChallengeStep step() {
            boolean closed = "close".equals(action);
            // Fact: some challenges have no step but a screen that the server draws.
            String called = name == null ? screen : name;
            if (called == null && !closed) {
                return null;
            }
            return new ChallengeStep(called == null ? "" : called, email, phone, sentTo, closed);
        }
    }
}
