package dev.parley.server.connection;

import dev.parley.instagram.VerificationMethod;
import dev.parley.server.account.Verification;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ways of proving who one is, in words. */
public final class MethodWords {

    private MethodWords() {}

    /** Another way of getting a code, or the same once more where no method is named. */
    public record Way(@Nullable String method, String label) {}

    /** What Instagram wants, up to the account's name. */
    public static String wanted(Verification verification) {
        return switch (verification.kind()) {
            case TWO_FACTOR, CHALLENGE -> "Instagram wants a code for";
            case AUTHORIZATION -> "Instagram waits for you to agree for";
        };
    }

    /** What a person does next, as a button says it. */
    public static String next(Verification verification) {
        return switch (verification.kind()) {
            case TWO_FACTOR, CHALLENGE -> "Enter the code";
            case AUTHORIZATION -> "Agree on Instagram";
        };
    }

    public static String where(Verification verification) {
        var method = verification.method();
        if (method == null) {
            return "Choose how you want to get the code.";
        }
        return switch (method) {
            case TOTP -> "Open your authenticator app and enter the code that it shows for this account.";
            case SMS -> "Instagram has sent a text message to " + whom(verification) + ".";
            case EMAIL -> "Instagram has sent an e-mail to " + whom(verification) + ".";
            case BACKUP_CODE -> "Enter one of the backup codes that Instagram gave you.";
        };
    }

    public static String triesLeft(Verification verification) {
        return verification.triesLeft() == 1
                ? "This is the last try."
                : "You have " + verification.triesLeft() + " tries left.";
    }

    public static boolean isNumber(Verification verification) {
        return verification.method() != VerificationMethod.BACKUP_CODE;
    }

    public static List<Way> ways(Verification verification) {
        var others = verification.methods().stream()
                .filter(method -> method != verification.method())
                .map(method -> new Way(method.name(), "Use " + name(method)));
        var again = isSent(verification.method()) ? Stream.of(new Way(null, "Send it again")) : Stream.<Way>empty();
        return Stream.concat(again, others).toList();
    }

    private static boolean isSent(@Nullable VerificationMethod method) {
        return method == VerificationMethod.SMS || method == VerificationMethod.EMAIL;
    }

    private static String name(VerificationMethod method) {
        return switch (method) {
            case TOTP -> "the authenticator app";
            case SMS -> "a text message";
            case EMAIL -> "an e-mail";
            case BACKUP_CODE -> "a backup code";
        };
    }

    private static String whom(Verification verification) {
        var sentTo = verification.sentTo();
        return sentTo == null ? "the account's owner" : sentTo;
    }
}
