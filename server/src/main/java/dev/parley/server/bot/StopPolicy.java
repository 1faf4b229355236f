package dev.parley.server.bot;

import dev.parley.instagram.Refusal;
import dev.parley.server.account.AccountState;
import dev.parley.server.account.RefusalCodes;
import dev.parley.server.bot.BotInstances.Consequence;
import dev.parley.server.bot.BotInstances.Cure;
import dev.parley.server.core.ErrorCode;
import java.time.Duration;
import java.util.List;

/** What the account does when Instagram or the network says no. The one place where that is decided. */
final class StopPolicy {

    /** After the last one a person must look. */
    private static final List<Duration> BLOCK_LADDER =
            List.of(Duration.ofHours(24), Duration.ofHours(48), Duration.ofHours(72));

    private static final List<Duration> RATE_LADDER =
            List.of(Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(12), Duration.ofHours(24));

    sealed interface Reaction {}

    /** The account stops. */
    sealed interface Halt extends Reaction {

        ErrorCode code();

        Consequence consequence(String detail);
    }

    /** Nothing at all is done for a while; then the action is tried again. */
    record CoolDown(ErrorCode code, AccountState state, Duration length) implements Halt {

        @Override
        public Consequence consequence(String detail) {
            return new Consequence(Cure.NONE, length, null, code, detail);
        }
    }

    /** Cooling down has not helped: a person must look. */
    record Exhausted(ErrorCode code, AccountState state) implements Halt {

        @Override
        public Consequence consequence(String detail) {
            return new Consequence(Cure.NONE, null, code, code, detail);
        }
    }

    /** The session is of no use until a person has done what Instagram wants. */
    record SessionOver(ErrorCode code, Refusal.PersonNeeded refusal) implements Halt {

        @Override
        public Consequence consequence(String detail) {
            return new Consequence(Cure.NONE, null, code, code, detail);
        }
    }

    /** Only this target is given up. */
    record GiveUpTarget(ErrorCode code) implements Reaction {}

    /** It did not happen, and may be tried again soon. */
    record TryAgain(ErrorCode code) implements Reaction {}

    /** It may have happened: find out. */
    record FindOut(ErrorCode code) implements Reaction {}

    private StopPolicy() {}

    static Reaction reactionTo(Refusal refusal, int strikes) {
        var code = RefusalCodes.code(refusal);
        return switch (refusal) {
            case Refusal.PersonNeeded stop -> new SessionOver(code, stop);
            case Refusal.RateLimited wait -> rateLimited(wait, strikes);
            case Refusal.SlowDown block -> blocked(code, RefusalCodes.state(block), strikes);
            case Refusal.TargetRefused target -> new GiveUpTarget(code);
            case Refusal.Failure failure -> failure.mayHaveHappened() ? new FindOut(code) : new TryAgain(code);
        };
    }

    /** Instagram says yes and does nothing: a block that it does not name. */
    static Halt reactionToNoEffect(int strikes) {
        return blocked(ErrorCode.NO_EFFECT, AccountState.DEGRADED, strikes);
    }

    private static Halt blocked(ErrorCode code, AccountState state, int strikes) {
        return strikes < BLOCK_LADDER.size()
                ? new CoolDown(code, state, BLOCK_LADDER.get(strikes))
                : new Exhausted(ErrorCode.PERSON_NEEDED, state);
    }

    private static Reaction rateLimited(Refusal.RateLimited refusal, int strikes) {
        var step = RATE_LADDER.get(Math.min(strikes, RATE_LADDER.size() - 1));
        var asked = refusal.retryAfter();
        var length = asked != null && asked.compareTo(step) > 0 ? asked : step;
        return new CoolDown(RefusalCodes.code(refusal), RefusalCodes.state(refusal), length);
    }
}
