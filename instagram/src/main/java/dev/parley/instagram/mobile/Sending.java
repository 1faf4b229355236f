package dev.parley.instagram.mobile;

import dev.parley.instagram.Content;
import dev.parley.instagram.MessageRules;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.OutgoingMessage;
import dev.parley.instagram.OutgoingMessage.Recipient;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.Sending.Sent;
import java.util.Set;
import java.util.regex.Pattern;

/** Sending messages: one request each. Whatever carries the same token, Instagram takes for the same message. */
final class Sending {

    static final MessageRules RULES =
            new MessageRules(Set.of(Content.Kind.TEXT, Content.Kind.LINK), 1_000, MessageRules.Unit.CHARACTERS);

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,64}");

    private final Line line;
    private final Device device;

    Sending(Line line, Device device) {
        this.line = line;
        this.device = device;
    }

    Outcome<Sent> send(OutgoingMessage message) {
        Fields fields = new Fields()
                .with("_uuid", device.uuid())
                .with("device_id", device.androidId())
                .with("action", "send_item")
                .with("is_x_transport_forward", "false")
                .with("send_silently", "false")
                .with("is_shh_mode", "0")
                .with("btt_dual_send", "false")
                .with("is_ae_dual_send", "false")
                .with("client_context", message.token().value())
                .with("mutation_token", message.token().value())
                .with("offline_threading_id", message.token().value());
        return switch (message.to()) {
            case Recipient.ToPerson(var person) ->
                send(
                        message.content(),
                        fields.with("send_attribution", "message_button")
                                .with("recipient_users", "[[" + person.id().value() + "]]"));
            case Recipient.ToThread(var thread) ->
                NUMBER.matcher(thread.value()).matches()
                        ? send(
                                message.content(),
                                fields.with("send_attribution", "inbox_search")
                                        .with("thread_ids", "[" + thread.value() + "]"))
                        : nothingAsked("Not a conversation of the app's");
            case Recipient.ToCommenter(var comment) ->
                nothingAsked("The app answers a comment in private only by writing to the person");
        };
    }

    private Outcome<Sent> send(Content content, Fields fields) {
        Writing writing = Writing.of(content);
        if (writing == null) {
            return nothingAsked("This driver sends texts and links only, not " + content.kind());
        }
        if (!RULES.fits(writing.text())) {
            return nothingAsked("A message has 1 to " + RULES.longestText() + " characters");
        }
        return line.ask(
                AppRequest.form("direct_v2/threads/broadcast/" + writing.kind() + "/", writing.addTo(fields)),
                new SentReading());
    }

    private static Outcome<Sent> nothingAsked(String detail) {
        return new Outcome.Refused<>(new Refusal.InvalidTarget(detail + "; nothing was asked"));
    }
}
