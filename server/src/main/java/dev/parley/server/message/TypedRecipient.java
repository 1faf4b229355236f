package dev.parley.server.message;

import dev.parley.server.contact.Usernames;
import dev.parley.server.web.Wrong;

/** A username as people type it. */
final class TypedRecipient {

    private TypedRecipient() {}

    /** Refuses with VALIDATION_FAILED what can be no username of Instagram. */
    static String parse(String typed) {
        return Usernames.parse(typed)
                .orElseThrow(() -> Wrong.refusal(
                        "recipient", "must be a username: at most 30 letters, digits, points and underscores"));
    }
}
