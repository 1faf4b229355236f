package dev.parley.server.automation;

import dev.parley.server.bot.Action;
import dev.parley.server.bot.Ending;
import dev.parley.server.bot.Settled;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Answer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down with its job how an action ended for the person whom it was about, and brings the job on. */
@Component
class SettleTarget {

    private final TargetMoves moves;
    private final Advance advance;

    SettleTarget(TargetMoves moves, Advance advance) {
        this.moves = moves;
        this.advance = advance;
    }

    Supplier<Settled> settle(Action action, Ending<?> ending) {
        var job = switch (ending) {
            case Ending.Succeeded<?> done -> settled(action, TargetState.SUCCEEDED, null, null);
            case Ending.Skipped<?>(ErrorCode reason, String detail) ->
                settled(action, TargetState.SKIPPED, reason, detail);
            case Ending.Failed<?>(ErrorCode code, String detail) -> settled(action, TargetState.FAILED, code, detail);
            case Ending.Unconfirmed<?>(String detail) ->
                settled(action, TargetState.UNCONFIRMED, ErrorCode.ACTION_UNCONFIRMED, detail);
        };
        return () -> Settled.quietly(job.first().map(advance::goOn).orElse(Settled.Effect.NONE));
    }

    private Answer<Job> settled(Action action, TargetState end, @Nullable ErrorCode code, @Nullable String detail) {
        return moves.settle(new JobId(action.requireJob()), ActedUpon.by(action).id(), end, code, detail);
    }
}
