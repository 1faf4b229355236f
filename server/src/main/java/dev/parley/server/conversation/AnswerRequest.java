package dev.parley.server.conversation;

import dev.parley.instagram.Conversation;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.Page;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.ThreadId;
import dev.parley.server.bot.Action;
import dev.parley.server.bot.ActionHandler;
import dev.parley.server.bot.Attempt;
import dev.parley.server.bot.Ending;
import dev.parley.server.bot.Looked;
import dev.parley.server.bot.Performed;
import dev.parley.server.bot.Settled;
import dev.parley.server.core.ErrorCode;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Accepts or declines a message request. */
@Component
class AnswerRequest implements ActionHandler<Boolean> {

    static final String KIND = "answer-request";
    static final String THREAD = "thread";
    static final String ACCEPT = "accept";

    private final Conversations conversations;

    AnswerRequest(Conversations conversations) {
        this.conversations = conversations;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public boolean needsSession() {
        return true;
    }

    @Override
    public Performed<Boolean> perform(Attempt attempt) {
        var accept = accepts(attempt.action());
        var thread = thread(attempt.action());
        var instagram = attempt.instagram();
        Outcome<Boolean> answered = accept
                ? instagram.accept(thread).then(done -> new Outcome.Done<>(true))
                : instagram.decline(thread).then(done -> new Outcome.Done<>(false));
        return switch (answered) {
            case Outcome.Done<Boolean>(Boolean accepted) -> new Performed.Succeeded<>(accepted);
            case Outcome.Refused<Boolean>(Refusal.TargetRefused target) ->
                new Performed.Failed<>(ErrorCode.MESSAGE_NOT_ACCEPTED, target.detail());
            case Outcome.Refused<Boolean>(Refusal refusal) -> new Performed.Refused<>(refusal);
        };
    }

    /** A request that is not answered yet still waits among the requests. */
    @Override
    public Looked<Boolean> look(Attempt attempt) {
        var thread = thread(attempt.action());
        return switch (attempt.instagram().requests(null)) {
            case Outcome.Done<Page<Conversation>>(Page<Conversation> waiting) ->
                waiting.items().stream().anyMatch(one -> one.id().equals(thread))
                        ? new Looked.HadNoEffect<>()
                        : new Looked.TookEffect<>(accepts(attempt.action()));
            case Outcome.Refused<Page<Conversation>>(Refusal refusal) -> new Looked.Refused<>(refusal);
        };
    }

    @Override
    public Supplier<Settled> settle(Action action, Ending<Boolean> ending) {
        return () -> {
            if (ending instanceof Ending.Succeeded<Boolean>(Boolean accepted)) {
                var id = ConversationId.of(action.requireTargetId());
                if (accepted) {
                    conversations.accepted(id);
                } else {
                    conversations.remove(id);
                }
            }
            return Settled.quietly(Settled.Effect.NONE);
        };
    }

    private static boolean accepts(Action action) {
        return Boolean.parseBoolean(action.payload().get(ACCEPT));
    }

    private static ThreadId thread(Action action) {
        return new ThreadId(Objects.requireNonNull(action.payload().get(THREAD)));
    }
}
