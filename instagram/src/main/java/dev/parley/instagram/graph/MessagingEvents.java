package dev.parley.instagram.graph;

import dev.parley.instagram.IncomingEvent;
import dev.parley.instagram.IncomingEvent.Handover;
import dev.parley.instagram.MessageId;
import dev.parley.instagram.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one element of {@code messaging}: who, to whom, when, and one thing that happened. */
record MessagingEvents(PersonId account, PersonId sender, PersonId recipient, Instant at, JsonNode json) {

    static IncomingEvent event(PersonId account, Instant delivered, JsonNode json) {
        PersonId sender = Fields.person(json.path("sender"), "id");
        PersonId recipient = Fields.person(json.path("recipient"), "id");
        Long time = Fields.number(json, "timestamp");
        Instant at = time == null ? delivered : WebhookReading.time(time);
        IncomingEvent event = sender == null || recipient == null
                ? null
                : new MessagingEvents(account, sender, recipient, at, json).event();
        return event == null ? Unknowns.of(account, at, kind(json), json) : event;
    }

    private @Nullable IncomingEvent event() {
        if (json.path("message").isObject()) {
            return message(json.path("message"));
        }
        if (json.path("reaction").isObject()) {
            return reaction(json.path("reaction"));
        }
        if (json.path("postback").isObject()) {
            return pressed(json.path("postback"));
        }
        if (json.path("read").isObject()) {
            MessageId id = Fields.message(json.path("read"), "mid");
            return id == null ? null : new IncomingEvent.MessageRead(account, other(), at, id);
        }
        if (json.path("message_edit").isObject()) {
            return edited(json.path("message_edit"));
        }
        if (json.path("referral").isObject()) {
            return new IncomingEvent.Referred(account, other(), at, ReceivedReading.referral(json.path("referral")));
        }
        return handover();
    }

    private @Nullable IncomingEvent message(JsonNode message) {
        MessageId id = Fields.message(message, "mid");
        if (id == null) {
            return null;
        }
        if (Fields.isTrue(message, "is_deleted")) {
            return new IncomingEvent.MessageDeleted(account, other(), at, id);
        }
        if (Fields.isTrue(message, "is_echo")) {
            boolean toItself = Fields.isTrue(message, "is_self");
            return new IncomingEvent.MessageSent(account, recipient, at, id, ReceivedReading.of(message), toItself);
        }
        return new IncomingEvent.MessageReceived(account, sender, at, id, ReceivedReading.of(message));
    }

    private @Nullable IncomingEvent reaction(JsonNode reaction) {
        MessageId id = Fields.message(reaction, "mid");
        boolean takenBack = "unreact".equals(Fields.text(reaction, "action"));
        return id == null
                ? null
                : new IncomingEvent.Reacted(
                        account,
                        other(),
                        at,
                        id,
                        takenBack,
                        takenBack ? null : Fields.text(reaction, "reaction"),
                        takenBack ? null : Fields.text(reaction, "emoji"));
    }

    /** Fact: that the account pressed its own button stands beside {@code postback}, not in it. */
    private IncomingEvent pressed(JsonNode postback) {
        boolean byItself = Fields.isTrue(json, "is_self") || sender.equals(account);
        return new IncomingEvent.Pressed(
                account,
                other(),
                at,
                Fields.message(postback, "mid"),
                Fields.textOrEmpty(postback, "title"),
                Fields.textOrEmpty(postback, "payload"),
                byItself);
    }

    private @Nullable IncomingEvent edited(JsonNode edit) {
        MessageId id = Fields.message(edit, "mid");
        Integer edits = Fields.count(edit, "num_edit");
        return id == null
                ? null
                : new IncomingEvent.MessageEdited(
                        account, other(), at, id, Fields.textOrEmpty(edit, "text"), edits == null ? 1 : edits);
    }

    private @Nullable IncomingEvent handover() {
        if (json.path("pass_thread_control").isObject()) {
            return handedOver(Handover.PASSED, "pass_thread_control", "new_owner_app_id");
        }
        if (json.path("take_thread_control").isObject()) {
            return handedOver(Handover.TAKEN, "take_thread_control", "previous_owner_app_id");
        }
        return json.path("request_thread_control").isObject()
                ? handedOver(Handover.REQUESTED, "request_thread_control", "requested_owner_app_id")
                : null;
    }

    private IncomingEvent handedOver(Handover handover, String field, String app) {
        return new IncomingEvent.HandedOver(account, other(), at, handover, Fields.text(json.path(field), app));
    }

    /** The one who is not the account. */
    private PersonId other() {
        return sender.equals(account) ? recipient : sender;
    }

    private static String kind(JsonNode json) {
        for (String name : json.propertyNames()) {
            if (!name.equals("sender") && !name.equals("recipient") && !name.equals("timestamp")) {
                return name;
            }
        }
        return "messaging";
    }
}
