package dev.parley.instagram.mobile;

import dev.parley.instagram.VerificationMethod;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A code as a person types it: perhaps with spaces or hyphens between the digits. */
final class Code {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{4,12}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s-]+");
    private static final int BACKUP_CODE_DIGITS = 8;

    private Code() {}

    /** The digits alone, or null if this cannot be a code. */
    static @Nullable String plain(String typed) {
        String digits = BETWEEN.matcher(typed).replaceAll("");
        return DIGITS.matcher(digits).matches() ? digits : null;
    }

    /** Fact: codes of apps and messages have six digits, the ones handed out for emergencies eight. */
    static VerificationMethod methodFor(String digits, VerificationMethod asked) {
        return digits.length() == BACKUP_CODE_DIGITS ? VerificationMethod.BACKUP_CODE : asked;
    }
}
