package dev.parley.sandbox.graph;

import dev.parley.sandbox.comment.Comment;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.message.Body;
import dev.parley.sandbox.message.Message;
import dev.parley.sandbox.official.Numbers;
import dev.parley.sandbox.state.Listener;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.world.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes webhooks of what happens, through whichever door; they are in the journal before whoever did it gets an answer. */
final class WebhookEvents implements Listener {
    private final Runnable queued;

    /** @param queued is told that there is something to send */
    WebhookEvents(Runnable queued) {
        this.queued = queued;
    }

    @Override
    public void messageArrived(SandboxState state, Message message) {
        var entries = new WebhookEntries(state);
        entries.messaging(
                message.recipient(),
                "messages",
                entries.incoming(message.recipient(), message.sender(), message.at()),
                "message",
                content(message));
        Map<String, @Nullable Object> echo = content(message);
        echo.put("is_echo", true);
        entries.messaging(
                message.sender(),
                "message_echoes",
                entries.outgoing(message.sender(), message.recipient(), message.at()),
                "message",
                echo);
        queued.run();
    }

    @Override
    public void messageRead(SandboxState state, long reader, Message upTo) {
        var entries = new WebhookEntries(state);
        entries.messaging(
                upTo.thread().other(reader),
                "messaging_seen",
                entries.incoming(upTo.thread().other(reader), reader, state.now()),
                "read",
                Json.object("mid", MessageJson.mid(upTo)));
        queued.run();
    }

    @Override
    public void commentMade(SandboxState state, Comment comment) {
        boolean own = comment.author() == comment.owner();
        Long parent = comment.parent();
        Map<String, @Nullable Object> from = Json.object(
                "id",
                own ? Numbers.account(comment.owner()) : Numbers.person(comment.author(), comment.owner()),
                "username",
                state.person(comment.author()).map(Person::username).orElse(""));
        if (own) {
            from.put("self_ig_scoped_id", Numbers.person(comment.author(), comment.owner()));
        }
        Map<String, @Nullable Object> value = Json.object(
                "id",
                Long.toString(comment.id()),
                "from",
                from,
                "text",
                comment.text(),
                "media",
                Json.object("id", Numbers.media(comment.post()), "media_product_type", "FEED"));
        if (parent != null) {
            value.put("parent_id", Long.toString(parent));
        }
        new WebhookEntries(state).change(comment.owner(), "comments", value, comment.at());
        queued.run();
    }

    private static Map<String, @Nullable Object> content(Message message) {
        Body body = message.body();
        Map<String, @Nullable Object> content = Json.object("mid", MessageJson.mid(message));
        if (!body.text().isEmpty()) {
            content.put("text", body.text());
        }
        List<Map<String, @Nullable Object>> attachments = attachments(body);
        if (!attachments.isEmpty()) {
            content.put("attachments", attachments);
        }
        return content;
    }

    private static List<Map<String, @Nullable Object>> attachments(Body body) {
        return switch (body.kind()) {
            case TEXT, LINK -> List.of();
            case HEART -> List.of(Json.object("type", "like_heart"));
            case POST -> List.of(attachment("ig_post", body.detail()));
            case TEMPLATE -> List.of(Json.object("type", "template", "payload", template(body.detail())));
            case IMAGE, AUDIO, VIDEO, FILE -> {
                List<Map<String, @Nullable Object>> files = new ArrayList<>();
                for (String url : body.detail().split(" ")) {
                    files.add(attachment(body.kind().name().toLowerCase(Locale.ROOT), url));
                }
                yield files;
            }
        };
    }

    private static JsonNode template(String json) {
        return Json.read(json.isEmpty() ? "{}" : json);
    }

    private static Map<String, @Nullable Object> attachment(String type, String url) {
        return Json.object("type", type, "payload", Json.object("url", url));
    }
}
