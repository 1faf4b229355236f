package dev.parley.server.connection;

import dev.parley.instagram.Refusal;
import dev.parley.instagram.SignInOutcome;
import dev.parley.server.account.Asked;
import dev.parley.server.account.Recorded;
import dev.parley.server.account.SignInStep;
import dev.parley.server.account.SignIns;
import dev.parley.server.activity.Activity;
import dev.parley.server.bot.Action;
import dev.parley.server.bot.ActionHandler;
import dev.parley.server.bot.Attempt;
import dev.parley.server.bot.Bots;
import dev.parley.server.bot.Ending;
import dev.parley.server.bot.Looked;
import dev.parley.server.bot.Performed;
import dev.parley.server.bot.Settled;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Tenancy;
import java.util.Map;
import java.util.function.Supplier;

/** A step of signing in: what is alike for the password, the code, and asking for another code. */
abstract class SignInHandler implements ActionHandler<Asked> {

    private final Tenancy tenancy;
    private final SignIns signIns;
    private final Bots bots;

    SignInHandler(Tenancy tenancy, SignIns signIns, Bots bots) {
        this.tenancy = tenancy;
        this.signIns = signIns;
        this.bots = bots;
    }

    abstract SignInStep step(SignIns signIns, Attempt attempt);

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public boolean writesItsOwnActivity() {
        return true;
    }

    @Override
    public Performed<Asked> perform(Attempt attempt) {
        var step = tenancy.in(attempt.action().workspace(), () -> step(signIns, attempt));
        var asked = signIns.ask(step);
        if (asked instanceof Asked.Answered answered
                && answered.outcome() instanceof SignInOutcome.Refused(Refusal.SlowDown slowDown)) {
            return new Performed.Refused<>(slowDown);
        }
        return new Performed.Succeeded<>(asked);
    }

    /** Nothing at Instagram shows how a sign-in ended, and a second one would send a second code. */
    @Override
    public Looked<Asked> look(Attempt attempt) {
        return new Looked.Failed<>(ErrorCode.SIGN_IN_INTERRUPTED, ErrorCode.SIGN_IN_INTERRUPTED.description());
    }

    @Override
    public Supplier<Settled> settle(Action action, Ending<Asked> ending) {
        return () -> settled(action, ending);
    }

    private Settled settled(Action action, Ending<Asked> ending) {
        return switch (ending) {
            case Ending.Succeeded<Asked>(Asked asked) -> recorded(action, asked);
            case Ending.Skipped<Asked> skipped -> Settled.telling(Map.of());
            case Ending.Failed<Asked> failed -> interrupted(action);
            case Ending.Unconfirmed<Asked> unconfirmed -> interrupted(action);
        };
    }

    private Settled recorded(Action action, Asked asked) {
        var recorded = signIns.record(asked, new Activity.Who(action.user(), null));
        var result = SignInResult.of(recorded).asTexts();
        if (!(recorded instanceof Recorded.Connected || recorded instanceof Recorded.Reused)) {
            return Settled.telling(result);
        }
        bots.attendedTo(action.account());
        return new Settled(result, Settled.Effect.ATTENDED);
    }

    /** Whatever it was, the account does not go on connecting. */
    private Settled interrupted(Action action) {
        signIns.interrupted(action.account());
        return Settled.telling(Map.of());
    }
}
