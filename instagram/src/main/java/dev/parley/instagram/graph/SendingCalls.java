package dev.parley.instagram.graph;

import dev.parley.instagram.CommentId;
import dev.parley.instagram.Content;
import dev.parley.instagram.MessageId;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.OutgoingMessage;
import dev.parley.instagram.OutgoingMessage.Recipient;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Sending.Sent;
import dev.parley.instagram.Signals.Signalled;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sending messages, and what goes beside them: one request each, sent once. */
final class SendingCalls {

    private final Account account;
    private final Inbox inbox;
    private final WindowCalls windows;

    SendingCalls(Account account, Inbox inbox, WindowCalls windows) {
        this.account = account;
        this.inbox = inbox;
        this.windows = windows;
    }

    Outcome<Sent> send(OutgoingMessage message) {
        String wrong = ContentRules.wrongWith(message.content());
        if (wrong != null) {
            return Account.nothingAsked(wrong);
        }
        return switch (message.to()) {
            case Recipient.ToCommenter(CommentId comment) -> replyInPrivate(comment, message.content());
            case Recipient.ToPerson(var person) -> send(person.id(), message);
            case Recipient.ToThread(var thread) -> inbox.person(thread).then(person -> send(person, message));
        };
    }

    Outcome<Signalled> react(Recipient in, MessageId message, @Nullable String reaction) {
        return person(in).then(person -> {
            ObjectNode body = action(person, reaction == null ? "unreact" : "react");
            ObjectNode payload = body.putObject("payload").put("message_id", message.value());
            if (reaction != null) {
                payload.put("reaction", reaction);
            }
            return signal(body);
        });
    }

    /** @param action {@code mark_seen}, {@code typing_on} or {@code typing_off} */
    Outcome<Signalled> signal(Recipient to, String action) {
        return person(to).then(person -> signal(action(person, action)));
    }

    private Outcome<Sent> replyInPrivate(CommentId comment, Content content) {
        if (!(content instanceof Content.Text || content instanceof Content.Link)) {
            return Account.nothingAsked("A private reply is a text");
        }
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.putObject("recipient").put("comment_id", comment.value());
        body.set("message", MessageBody.of(content));
        return account.ask(GraphRequest.post(path(), body), SendingCalls::sent);
    }

    private Outcome<Sent> send(PersonId person, OutgoingMessage message) {
        ObjectNode body = to(person);
        body.set("message", MessageBody.of(message.content()));
        // The tag is for apps that Meta has let use it: within a day, when nobody needs it, it would only be refused.
        if (message.byHumanAgent() && !windows.isOpen(person)) {
            body.put("messaging_type", "MESSAGE_TAG").put("tag", "HUMAN_AGENT");
        }
        return account.ask(GraphRequest.post(path(), body), SendingCalls::sent);
    }

    private Outcome<Signalled> signal(ObjectNode body) {
        return account.ask(GraphRequest.post(path(), body), json -> json.has("recipient_id") ? new Signalled() : null);
    }

    private Outcome<PersonId> person(Recipient recipient) {
        return switch (recipient) {
            case Recipient.ToPerson(var person) -> new Outcome.Done<>(person.id());
            case Recipient.ToThread(var thread) -> inbox.person(thread);
            case Recipient.ToCommenter _ -> Account.nothingAsked("Only a message goes to whoever wrote a comment");
        };
    }

    private String path() {
        return account.messaging("messages");
    }

    private static ObjectNode action(PersonId person, String action) {
        return to(person).put("sender_action", action);
    }

    private static ObjectNode to(PersonId person) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.putObject("recipient").put("id", person.value());
        return body;
    }

    private static @Nullable Sent sent(JsonNode json) {
        MessageId id = Fields.message(json, "message_id");
        return id == null ? null : new Sent(id, null, null);
    }
}
