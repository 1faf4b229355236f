package dev.parley.server.message;

import dev.parley.server.account.Accounts;
import dev.parley.server.activity.Activity;
import dev.parley.server.activity.ActivityLog;
import dev.parley.server.activity.Status;
import dev.parley.server.bot.ActionQueue;
import dev.parley.server.bot.NewAction;
import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Caller;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A person changes their mind about a message. Joins the caller's transaction. */
@Component
class SteerMessage {

    private final Messages messages;
    private final Accounts accounts;
    private final Admission admission;
    private final ActionQueue queue;
    private final ActivityLog log;

    SteerMessage(Messages messages, Accounts accounts, Admission admission, ActionQueue queue, ActivityLog log) {
        this.messages = messages;
        this.accounts = accounts;
        this.admission = admission;
        this.queue = queue;
        this.log = log;
    }

    /** Nothing happens to one that is cancelled already. Refuses with MESSAGE_UNDER_WAY what Instagram has perhaps seen. */
    void cancel(Caller caller, MessageId id) {
        var message = hold(id);
        if (message.status() == MessageStatus.CANCELLED) {
            return;
        }
        withdraw(message);
        messages.end(id, MessageStatus.CANCELLED, null, 0);
        note(caller, message, "cancel-message");
    }

    /** @param writing null leaves what it says */
    void change(Caller caller, MessageId id, @Nullable Writing writing, @Nullable Instant sendAt) {
        var message = hold(id);
        withdraw(message);
        var says = writing == null ? message.writing() : writing;
        admission.demandPossible(
                accounts.get(message.sender().account()), message.recipient().username(), says);
        messages.change(id, says, sendAt);
        queueAgain(messages.get(id));
        note(caller, message, "change-message");
    }

    /** What failed, or was cancelled, is tried once more, as if it had just been asked for. */
    void retry(Caller caller, MessageId id) {
        var message = hold(id);
        demand(message, MessageStatus.FAILED, MessageStatus.CANCELLED);
        var trouble = admission.refusing(accounts.get(message.sender().account()), message.recipient());
        if (trouble != null) {
            throw new BotException(trouble.code(), trouble.detail());
        }
        queueAgain(message);
        note(caller, message, "retry-message");
    }

    /** Looks once more for what nobody could tell of. Returns the action that does. */
    UUID look(Caller caller, MessageId id) {
        var message = hold(id);
        demand(message, MessageStatus.UNCONFIRMED);
        return queue.add(
                caller.workspace(),
                NewAction.forPerson(message.sender().account(), LookAgain.KIND, caller.user())
                        .about(id.toString(), message.recipient().username()));
    }

    /** A person has looked by themselves. */
    void decide(Caller caller, MessageId id, boolean wasSent) {
        var message = hold(id);
        demand(message, MessageStatus.UNCONFIRMED);
        if (wasSent) {
            messages.sent(
                    id,
                    new Delivered(
                            null,
                            null,
                            message.recipient().id(),
                            null,
                            message.writing().text()),
                    0);
        } else {
            var detail = "%s looked, and found that it was not sent.".formatted(caller.username());
            messages.end(id, MessageStatus.FAILED, new Trouble(ErrorCode.MESSAGE_NOT_ARRIVED, detail), 0);
        }
        note(caller, message, wasSent ? "message-was-sent" : "message-was-not-sent");
    }

    /** Locks the bot and then the message: in the order in which ticks do. */
    private Message hold(MessageId id) {
        queue.wake(messages.get(id).sender().account());
        return messages.lock(id);
    }

    private void withdraw(Message message) {
        demand(message, MessageStatus.QUEUED);
        var action = message.action();
        if (action == null || !queue.withdrawOne(message.sender().account(), action)) {
            throw inState(message, MessageStatus.SENDING, MessageStatus.QUEUED);
        }
    }

    private void queueAgain(Message message) {
        messages.queue(message.id(), queue.add(message.sender().workspace(), message.sending()));
    }

    private static void demand(Message message, MessageStatus... expected) {
        if (!Arrays.asList(expected).contains(message.status())) {
            throw inState(message, message.status(), expected);
        }
    }

    private static BotException inState(Message message, MessageStatus status, MessageStatus... expected) {
        var code = switch (status) {
            case UNCONFIRMED -> ErrorCode.ACTION_UNCONFIRMED;
            case QUEUED, SENDING -> ErrorCode.MESSAGE_UNDER_WAY;
            case SENT, FAILED, CANCELLED -> ErrorCode.MESSAGE_ENDED;
        };
        return new BotException(
                code,
                "The message to @%s is %s.".formatted(message.recipient().username(), status.word()),
                Refusal.inState(
                        status.word(),
                        Arrays.stream(expected).map(MessageStatus::word).toArray(String[]::new)));
    }

    private void note(Caller caller, Message message, String action) {
        log.record(Activity.of(action, Status.SUCCEEDED)
                .in(caller.workspace())
                .by(caller.user(), caller.username())
                .on(message.sender().account(), message.sender().accountName())
                .about(message.recipient().username())
                .with("message_id", message.id().toString())
                .build());
    }
}
