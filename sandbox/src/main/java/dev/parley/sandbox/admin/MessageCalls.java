package dev.parley.sandbox.admin;

import dev.parley.sandbox.comment.Comment;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.message.Message;
import dev.parley.sandbox.state.Mail;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.world.Person;
import dev.parley.sandbox.world.Post;
import io.helidon.webserver.http.ServerRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** People who write to an account, or under a post. */
final class MessageCalls {
    private static final int CREATED = 201;
    private static final int LONGEST = 10_000;

    private MessageCalls() {}

    static void addTo(AdminRoutes routes) {
        routes.post("/messages", MessageCalls::write);
        routes.post("/comments", MessageCalls::comment);
    }

    private static Answer write(ServerRequest request, SandboxState state) {
        AdminBody body = AdminBody.of(request, Set.of("from", "to", "text"));
        try {
            return Answer.json(
                    CREATED,
                    json(Mail.in(state).write(body.requiredText("from"), body.requiredText("to"), text(body))));
        } catch (IllegalArgumentException e) {
            throw new BadRequest(String.valueOf(e.getMessage()));
        }
    }

    private static Answer comment(ServerRequest request, SandboxState state) {
        AdminBody body = AdminBody.of(request, Set.of("from", "media", "text"));
        String from = body.requiredText("from");
        Person author = state.person(from).orElseThrow(() -> new BadRequest("Unknown person " + from));
        Post post = post(body.requiredText("media"), state);
        Comment made = state.comments()
                .add(post.pk(), post.owner().id(), null, author.id(), text(body), state.now(), state.journal());
        return Answer.json(CREATED, Json.object("id", Long.toString(made.id())));
    }

    private static Post post(String media, SandboxState state) {
        try {
            return state.post(Long.parseLong(media.split("_", 2)[0]))
                    .orElseThrow(() -> new BadRequest("Unknown post " + media));
        } catch (NumberFormatException e) {
            throw new BadRequest("media must be a post's id");
        }
    }

    private static String text(AdminBody body) {
        String text = body.requiredText("text");
        if (text.isBlank() || text.length() > LONGEST) {
            throw new BadRequest("text must have 1 to " + LONGEST + " characters");
        }
        return text;
    }

    private static Map<String, @Nullable Object> json(Message message) {
        return Json.object(
                "id",
                message.id(),
                "thread_id",
                message.thread().text(),
                "at",
                Instant.ofEpochMilli(message.at()).toString());
    }
}
