package dev.parley.server.contact;

import dev.parley.server.web.Wrong;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What Instagram lets people call themselves. */
final class Usernames {

    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9._]{1,30}");

    private Usernames() {}

    /** Refuses with VALIDATION_FAILED what is no username. */
    static String of(String typed) {
        return parse(typed)
                .orElseThrow(
                        () -> Wrong.refusal("username", "must be at most 30 letters, digits, points and underscores"));
    }

    static Optional<String> parse(String typed) {
        var name = typed.strip().replaceFirst("^@", "").toLowerCase(Locale.ROOT);
        return Optional.of(name).filter(ALLOWED.asMatchPredicate());
    }
}
