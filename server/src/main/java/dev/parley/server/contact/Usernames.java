package dev.parley.server.contact;

import dev.parley.server.account.Username;
import dev.parley.server.web.Wrong;
import java.util.Optional;

/** The names of people as they are typed. */
public final class Usernames {

    private Usernames() {}

    /** Refuses with VALIDATION_FAILED what is no username. */
    static String of(String typed) {
        return parse(typed)
                .orElseThrow(
                        () -> Wrong.refusal("username", "must be at most 30 letters, digits, points and underscores"));
    }

    /** In lower case and without @; empty where Instagram lets nobody be called so. */
    public static Optional<String> parse(String typed) {
        return Username.parse(typed).map(Username::value);
    }
}
