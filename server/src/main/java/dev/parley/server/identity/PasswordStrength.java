package dev.parley.server.identity;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;

/**
 * How hard a password is to guess.
 *
 * @param score from 0, among the first guesses, to 4
 * @param accepted whether that is enough
 * @param says the same in words
 */
record PasswordStrength(int score, boolean accepted, String says) {

    private static final int ENOUGH = 3;

    /** What comes after cannot make a password easier to guess, but judging it takes long. */
    private static final int JUDGED = 64;

    private static final Zxcvbn JUDGE = new Zxcvbn();
    private static final List<String> WORDS = List.of(
            "Among the first that anybody would try.",
            "Too easy to guess.",
            "Still too easy to guess: add a word or two.",
            "Hard to guess.",
            "Very hard to guess.");

    static PasswordStrength of(String password, String username) {
        var judged = password.codePointCount(0, password.length()) > JUDGED
                ? password.substring(0, password.offsetByCodePoints(0, JUDGED))
                : password;
        // Its lists hold the passwords that leaked most often, names, and the words of English.
        var score =
                JUDGE.measure(judged, List.of(username, "parley", "instagram")).getScore();
        return new PasswordStrength(score, score >= ENOUGH, WORDS.get(score));
    }
}
