package dev.parley.server.message;

import dev.parley.server.bot.Action;
import dev.parley.server.bot.ActionHandler;
import dev.parley.server.bot.Attempt;
import dev.parley.server.bot.Ending;
import dev.parley.server.bot.Looked;
import dev.parley.server.bot.Performed;
import dev.parley.server.bot.Settled;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Tenancy;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Looks once more for a message of which nobody could tell whether it was sent. */
@Component
class LookAgain implements ActionHandler<Looked<Delivered>> {

    static final String KIND = "look-for-message";

    private final Tenancy tenancy;
    private final Messages messages;
    private final LookIntoConversation conversation;

    LookAgain(Tenancy tenancy, Messages messages, LookIntoConversation conversation) {
        this.tenancy = tenancy;
        this.messages = messages;
        this.conversation = conversation;
    }

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
    public Performed<Looked<Delivered>> perform(Attempt attempt) {
        var action = attempt.action();
        var message = tenancy.beginning(action.workspace(), () -> messages.get(Send.idOf(action)));
        return switch (conversation.look(message, attempt.instagram())) {
            case Looked.Refused<Delivered>(var refusal) -> new Performed.Refused<>(refusal);
            case Looked.Failed<Delivered>(ErrorCode code, String detail) -> new Performed.Failed<>(code, detail);
            case Looked<Delivered> seen -> new Performed.Succeeded<>(seen);
        };
    }

    @Override
    public Supplier<Settled> settle(Action action, Ending<Looked<Delivered>> ending) {
        return () -> {
            if (ending instanceof Ending.Succeeded<Looked<Delivered>>(Looked<Delivered> looked)) {
                settle(Send.idOf(action), looked);
            }
            return Settled.quietly(Settled.Effect.NONE);
        };
    }

    /** Somebody may have settled it meanwhile. */
    private void settle(MessageId id, Looked<Delivered> looked) {
        if (messages.lock(id).status() != MessageStatus.UNCONFIRMED) {
            return;
        }
        switch (looked) {
            case Looked.TookEffect<Delivered>(Delivered delivered) -> messages.sent(id, delivered, 0);
            case Looked.HadNoEffect<Delivered> nothing ->
                messages.end(
                        id,
                        MessageStatus.FAILED,
                        new Trouble(
                                ErrorCode.MESSAGE_NOT_ARRIVED, "The conversation was looked into: it is not there."),
                        0);
            case Looked.CannotTell<Delivered>(String detail) ->
                messages.end(id, MessageStatus.UNCONFIRMED, new Trouble(ErrorCode.ACTION_UNCONFIRMED, detail), 0);
            case Looked.Failed<Delivered> failed -> {}
            case Looked.Refused<Delivered> refused -> {}
        }
    }
}
