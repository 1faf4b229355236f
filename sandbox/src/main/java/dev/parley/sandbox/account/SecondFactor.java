package dev.parley.sandbox.account;

import java.time.Instant;

/**
 * A sign-in that waits for its second factor.
 *
 * @param code the code that was sent; empty for an authenticator app
 */
public record SecondFactor(
        String identifier, Account account, String androidId, String code, int triesLeft, long expiresAt) {

    SecondFactor refused() {
        return new SecondFactor(identifier, account, androidId, code, triesLeft - 1, expiresAt);
    }

    boolean isOver(long now) {
        return triesLeft <= 0 || now >= expiresAt;
    }

    boolean accepts(String typed, long now) {
        return switch (account.protection()) {
            case TOTP -> Totp.matches(Account.TOTP_SECRET, typed, Instant.ofEpochMilli(now));
            case SMS -> code.equals(typed);
            case NONE, EMAIL_CHALLENGE -> false;
        };
    }
}
