package dev.parley.server.identity;

import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Collectors;

/** Which passwords a person may choose, and how one is generated. */
public final class PasswordRules {

    static final int MIN = 12;
    static final int MAX = 128;

    // Without letters and digits that look alike.
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int GENERATED = 20;

    private PasswordRules() {}

    static void check(String password, String username) {
        if (!hasFittingLength(password)) {
            throw refused("must have " + MIN + " to " + MAX + " characters");
        }
        if (!PasswordStrength.of(password, username).accepted()) {
            throw refused("is too easy to guess");
        }
    }

    /** The same as an opinion. */
    static PasswordStrength judge(String password, String username) {
        var strength = PasswordStrength.of(password, username);
        return hasFittingLength(password)
                ? strength
                : new PasswordStrength(strength.score(), false, "It must have " + MIN + " to " + MAX + " characters.");
    }

    private static boolean hasFittingLength(String password) {
        var length = password.codePointCount(0, password.length());
        return length >= MIN && length <= MAX;
    }

    /** Of a form with two fields for it. */
    public static void refuseUnlessRepeated(String password, String repeated) {
        if (!password.equals(repeated)) {
            var why = "differs from the new password";
            throw new BotException(
                    ErrorCode.VALIDATION_FAILED,
                    "The repetition " + why + ".",
                    Refusal.of(List.of(new BotException.Field("repeated_password", why))));
        }
    }

    private static BotException refused(String why) {
        return new BotException(
                ErrorCode.PASSWORD_TOO_WEAK,
                "The new password " + why + ".",
                Refusal.of(List.of(new BotException.Field("new_password", why))));
    }

    static String generate() {
        return new SecureRandom()
                .ints(GENERATED, 0, ALPHABET.length())
                .mapToObj(ALPHABET::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
