package dev.parley.server.mail;

import java.time.Duration;

/**
 * A mail in plain text.
 *
 * @param useful how long it is worth sending; what it says is no longer true or wanted afterwards
 */
public record Mail(String to, String subject, String text, Duration useful) {

    private static final Duration A_DAY = Duration.ofDays(1);

    public static Mail notice(String to, String subject, String text) {
        return new Mail(to, subject, text, A_DAY);
    }

    /** Waits and is worked on as any other, and goes nowhere: who is told nothing must not be told apart by what that costs. */
    public Mail toNobody() {
        return new Mail("", subject, text, useful);
    }

    /** The first administrator's address is at no host that mail could go to, until somebody names a real one. */
    boolean isForNobody() {
        return to.isEmpty() || to.endsWith("@localhost");
    }

    @Override
    public String toString() {
        return "Mail[subject=" + subject + "]";
    }
}
