package dev.parley.server.conversation;

import dev.parley.instagram.Conversations.Read;
import dev.parley.instagram.MessageId;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.ThreadId;
import dev.parley.server.bot.Action;
import dev.parley.server.bot.ActionHandler;
import dev.parley.server.bot.Attempt;
import dev.parley.server.bot.Ending;
import dev.parley.server.bot.Performed;
import dev.parley.server.bot.Settled;
import dev.parley.server.core.ErrorCode;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Tells the other side that a conversation was read. To tell it twice changes nothing. */
@Component
class MarkSeen implements ActionHandler<Read> {

    static final String KIND = "mark-seen";
    static final String THREAD = "thread";
    static final String UP_TO = "up_to";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean changes() {
        return false;
    }

    @Override
    public boolean needsSession() {
        return true;
    }

    @Override
    public Performed<Read> perform(Attempt attempt) {
        var payload = attempt.action().payload();
        var read = attempt.instagram()
                .markRead(
                        new ThreadId(Objects.requireNonNull(payload.get(THREAD))),
                        new MessageId(Objects.requireNonNull(payload.get(UP_TO))));
        return switch (read) {
            case Outcome.Done<Read>(Read done) -> new Performed.Succeeded<>(done);
            case Outcome.Refused<Read>(Refusal.TargetRefused target) ->
                new Performed.Failed<>(ErrorCode.MESSAGE_NOT_ACCEPTED, target.detail());
            case Outcome.Refused<Read>(Refusal refusal) -> new Performed.Refused<>(refusal);
        };
    }

    @Override
    public Supplier<Settled> settle(Action action, Ending<Read> ending) {
        return () -> Settled.quietly(Settled.Effect.NONE);
    }
}
