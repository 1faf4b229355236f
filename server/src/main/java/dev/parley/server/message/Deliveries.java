package dev.parley.server.message;

import dev.parley.server.bot.Awaiting;
import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Waits for what becomes of a message. Not to be used inside a transaction. */
@Component
public class Deliveries {

    private final Tenancy tenancy;
    private final ReadMessages read;
    private final Awaiting awaiting;

    Deliveries(Tenancy tenancy, ReadMessages read, Awaiting awaiting) {
        this.tenancy = tenancy;
        this.read = read;
        this.awaiting = awaiting;
    }

    /** What has become of it by then: it may still be under way. */
    public MessageView await(Caller caller, Taken taken, Duration patience) {
        var action = taken.underWay();
        if (action != null && patience.isPositive()) {
            awaiting.await(caller.workspace(), action, patience);
        }
        return tenancy.in(caller.workspace(), () -> read.one(taken.id()));
    }

    /** The same of an action that is not the sending itself; refuses as it was refused. */
    MessageView awaitLook(Caller caller, MessageId id, UUID action, Duration patience) {
        awaiting.await(caller.workspace(), action, patience).ifPresent(ended -> ended.orThrow());
        return tenancy.in(caller.workspace(), () -> read.one(id));
    }

    /** Refuses with the message's own trouble, naming the message, if it has not been sent and will not be by itself. */
    public static MessageView demandNotRefused(MessageView message) {
        var error = message.error();
        if (error == null) {
            return message;
        }
        throw new BotException(
                ErrorCode.of(error.errorCode()),
                error.message(),
                Refusal.telling("id", message.id().toString()));
    }
}
