package dev.parley.server.account;

import dev.parley.server.core.ErrorCode;
import java.time.Instant;

/** How a step of signing in ended, stored. */
public sealed interface Recorded {

    record Connected(Account account, Instant expiresAt) implements Recorded {}

    /** The session that there was works. */
    record Reused(Account account, Instant expiresAt) implements Recorded {}

    record VerificationNeeded(Verification verification) implements Recorded {}

    /** With no tries left, the verification has ended. */
    record CodeRefused(int triesLeft, Verification verification, String detail) implements Recorded {}

    record Refused(ErrorCode code, String detail) implements Recorded {}
}
