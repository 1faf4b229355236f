package dev.parley.server.identity;

import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Which passwords a person may choose, and how one is generated. */
final class PasswordRules {

    static final int MIN = 12;
    static final int MAX = 128;

    private static final Set<String> COMMON = Set.of(
            "password",
            "passwort",
            "qwerty",
            "qwertyuiop",
            "qwertz",
            "letmein",
            "iloveyou",
            "admin",
            "administrator",
            "welcome",
            "changeme",
            "parley",
            "instagram",
            "secret",
            "monkey",
            "dragon",
            "football",
            "abc",
            "abcdef",
            "asdfghjkl",
            "login",
            "master",
            "sunshine",
            "princess",
            "trustno",
            "passw0rd",
            "p@ssw0rd",
            "p@ssword");
    private static final int MIN_DIFFERENT = 4;
    // Without letters and digits that look alike.
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int GENERATED = 20;

    private PasswordRules() {}

    static void check(String password, String username) {
        var length = password.codePointCount(0, password.length());
        if (length < MIN || length > MAX) {
            throw refused("must have " + MIN + " to " + MAX + " characters");
        }
        if (isGuessable(password.toLowerCase(Locale.ROOT), username.toLowerCase(Locale.ROOT))) {
            throw refused("is too easy to guess");
        }
    }

    /** A common word or the username, repeated or with digits and signs around it; or a few characters over and over. */
    private static boolean isGuessable(String password, String username) {
        if (password.chars().distinct().count() < MIN_DIFFERENT || isSequence(password)) {
            return true;
        }
        var core = password.replaceAll("[^\\p{L}@]+", "");
        return COMMON.stream().anyMatch(word -> isRepeated(core, word))
                || isRepeated(password, username)
                || isRepeated(core, username);
    }

    private static boolean isRepeated(String password, String word) {
        return !word.isEmpty()
                && !password.isEmpty()
                && password.replace(word, "").isEmpty();
    }

    private static boolean isSequence(String password) {
        return List.of(
                        "01234567890123456789",
                        "98765432109876543210",
                        "abcdefghijklmnopqrstuvwxyz",
                        "qwertyuiopasdfghjklzxcvbnm")
                .stream()
                .anyMatch(sequence -> sequence.contains(password));
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
