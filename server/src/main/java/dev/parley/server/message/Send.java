package dev.parley.server.message;

import dev.parley.instagram.Instagram;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.OutgoingMessage;
import dev.parley.instagram.Person;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.Sending;
import dev.parley.server.bot.Action;
import dev.parley.server.bot.ActionHandler;
import dev.parley.server.bot.Attempt;
import dev.parley.server.bot.Ending;
import dev.parley.server.bot.Lane;
import dev.parley.server.bot.Looked;
import dev.parley.server.bot.Performed;
import dev.parley.server.bot.Settled;
import dev.parley.server.bot.Settled.Effect;
import dev.parley.server.bot.Spacing;
import dev.parley.server.contact.Contacts;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.message.Correspondents.Address;
import dev.parley.server.tenancy.Tenancy;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Sends one message. */
@Component
class Send implements ActionHandler<Delivered> {

    static final String KIND = "send-message";

    private static final List<String> COUNTED = List.of("message");

    private final Tenancy tenancy;
    private final Messages messages;
    private final Admission admission;
    private final Correspondents correspondents;
    private final LookIntoConversation conversation;
    private final Contacts contacts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Send(
            Tenancy tenancy,
            Messages messages,
            Admission admission,
            Correspondents correspondents,
            LookIntoConversation conversation,
            Contacts contacts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tenancy = tenancy;
        this.messages = messages;
        this.admission = admission;
        this.correspondents = correspondents;
        this.conversation = conversation;
        this.contacts = contacts;
        this.events = events;
        this.clock = clock;
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
    public List<String> counted(Action action) {
        return COUNTED;
    }

    @Override
    public Spacing spacing() {
        return Spacing.MESSAGING;
    }

    /** Much can have happened since it was asked for, so what forbids it is asked once more. */
    @Override
    public Performed<Delivered> perform(Attempt attempt) {
        var action = attempt.action();
        var checked = tenancy.beginning(action.workspace(), () -> {
            var message = messages.get(idOf(action));
            return new Checked(
                    message,
                    admission.forbidding(message.recipient()),
                    messages.lately(message).orElse(null));
        });
        var forbidden = checked.forbidden();
        return forbidden == null
                ? send(checked.message(), checked.lately(), attempt.instagram())
                : new Performed.Failed<>(forbidden.code(), forbidden.detail());
    }

    private record Checked(Message message, @Nullable Trouble forbidden, Correspondents.@Nullable Known lately) {}

    /** To where the account has lately written to them, if that leads anywhere still; else to whoever has the name now. */
    private Performed<Delivered> send(Message message, Correspondents.@Nullable Known lately, Instagram instagram) {
        if (lately == null || message.recipient().thread() != null) {
            return send(message, instagram);
        }
        var outcome = send(message, correspondents.of(message.sender().driver(), lately), instagram);
        return outcome instanceof Performed.Failed<Delivered>(ErrorCode code, String detail)
                        && code == ErrorCode.MESSAGE_NOT_ACCEPTED
                ? send(message, instagram)
                : outcome;
    }

    private Performed<Delivered> send(Message message, Instagram instagram) {
        return switch (correspondents.of(message.sender().driver(), message.recipient(), instagram)) {
            case Outcome.Done<Address>(Address address) -> send(message, address, instagram);
            case Outcome.Refused<Address>(Refusal.Failure failure) ->
                new Performed.Refused<>(new Refusal.NotSent(failure.detail()));
            case Outcome.Refused<Address>(Refusal refusal) -> refused(refusal);
        };
    }

    private static Performed<Delivered> send(Message message, Address address, Instagram instagram) {
        var outgoing = new OutgoingMessage(
                address.to(), Contents.of(message.writing()), message.token(), message.lane() == Lane.PERSON);
        return switch (instagram.send(outgoing)) {
            case Outcome.Done<Sending.Sent>(var sent) ->
                new Performed.Succeeded<>(delivered(message, address.person(), sent));
            case Outcome.Refused<Sending.Sent>(Refusal refusal) -> refused(refusal);
        };
    }

    /** The official API does not tell where; an answer is where it was given. */
    private static Delivered delivered(Message message, @Nullable Person person, Sending.Sent sent) {
        return new Delivered(
                sent.message(),
                sent.thread() == null ? message.recipient().thread() : sent.thread(),
                person == null ? message.recipient().id() : person.id(),
                sent.at(),
                message.writing().text());
    }

    private static Performed<Delivered> refused(Refusal refusal) {
        if (refusal instanceof Refusal.TargetRefused target) {
            var trouble = MessageRefusals.of(target);
            return new Performed.Failed<>(trouble.code(), trouble.detail());
        }
        return new Performed.Refused<>(refusal);
    }

    @Override
    public Looked<Delivered> look(Attempt attempt) {
        var action = attempt.action();
        var message = tenancy.beginning(action.workspace(), () -> messages.get(idOf(action)));
        return conversation.look(message, attempt.instagram());
    }

    @Override
    public Supplier<Settled> settle(Action action, Ending<Delivered> ending) {
        var id = idOf(action);
        switch (ending) {
            case Ending.Succeeded<Delivered>(Delivered delivered) -> {
                return arrived(action, id, delivered);
            }
            case Ending.Skipped<Delivered>(ErrorCode code, String detail) ->
                end(action, id, MessageStatus.FAILED, new Trouble(code, detail));
            case Ending.Failed<Delivered>(ErrorCode code, String detail) ->
                end(action, id, MessageStatus.FAILED, new Trouble(code, detail));
            case Ending.Unconfirmed<Delivered>(String detail) ->
                end(action, id, MessageStatus.UNCONFIRMED, new Trouble(ErrorCode.ACTION_UNCONFIRMED, detail));
        }
        return () -> Settled.quietly(Effect.NONE);
    }

    private Supplier<Settled> arrived(Action action, MessageId id, Delivered delivered) {
        var recipient = Objects.requireNonNull(action.target());
        var at = delivered.at() == null ? clock.instant() : delivered.at();
        messages.sent(id, delivered, action.attempts());
        if (delivered.person() != null) {
            contacts.written(action.account(), new Person(delivered.person(), recipient), at);
        }
        return () -> {
            events.publishEvent(new MessageSent(
                    action.account(),
                    recipient,
                    delivered.person(),
                    delivered.thread(),
                    delivered.message(),
                    delivered.text(),
                    at));
            return Settled.quietly(Effect.NONE);
        };
    }

    private void end(Action action, MessageId id, MessageStatus status, Trouble trouble) {
        messages.end(id, status, trouble, action.attempts());
    }

    static MessageId idOf(Action action) {
        return MessageId.of(action.requireTargetId());
    }
}
