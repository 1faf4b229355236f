package dev.parley.server.account;

import dev.parley.instagram.SignInOutcome;
import dev.parley.server.core.ErrorCode;
import org.jspecify.annotations.Nullable;

/** What came of wanting to be signed in; nothing of it is stored yet. */
public sealed interface Asked {

    /** @param passwordHash of the password that Instagram did not refuse; null where none was sent */
    record Answered(
            SignInStep step,
            SignInOutcome outcome,
            @Nullable String passwordHash) implements Asked {

        @Override
        public String toString() {
            return "Answered[step=" + step + ", outcome=" + outcome + "]";
        }
    }

    /** Instagram signed in, but this session may not be kept, and was ended there at once. */
    record GivenBack(SignInStep step, ErrorCode code, String detail) implements Asked {}

    /** No sign-in was needed: the session that there is works. */
    record Reused(Account account) implements Asked {}
}
