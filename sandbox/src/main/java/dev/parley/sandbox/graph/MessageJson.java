package dev.parley.sandbox.graph;

import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.message.Body;
import dev.parley.sandbox.message.Message;
import dev.parley.sandbox.official.Mids;
import dev.parley.sandbox.official.Numbers;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.world.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Messages as one account reads them. */
record MessageJson(SandboxState state, long account) {

    static MessageJson in(GraphRequest request) {
        return new MessageJson(request.state(), request.token().orElseThrow().account());
    }

    static String mid(Message message) {
        return Mids.of(message.thread(), message.id());
    }

    Map<String, @Nullable Object> whole(Message message) {
        Body body = message.body();
        Map<String, @Nullable Object> json = brief(message);
        json.put("from", person(message.sender()));
        json.put("to", Json.object("data", List.of(person(message.recipient()))));
        json.put("message", body.text());
        switch (body.kind()) {
            case TEXT, LINK, TEMPLATE -> {}
            case IMAGE, AUDIO, VIDEO, FILE -> json.put("attachments", Json.object("data", files(body)));
            case POST -> json.put("shares", Json.object("data", List.of(Json.object("link", body.detail()))));
            case HEART -> json.put("is_unsupported", false);
        }
        addReactions(message, json);
        return json;
    }

    /** What is left of all but the newest messages. */
    Map<String, @Nullable Object> brief(Message message) {
        return Json.object("id", mid(message), "created_time", Times.text(message.at()));
    }

    Map<String, @Nullable Object> person(long id) {
        String username = state.person(id).map(Person::username).orElse("");
        return id == account
                ? Json.object("username", username, "id", Numbers.account(id), "user_id", Numbers.account(id))
                : Json.object("username", username, "id", Numbers.person(id, account));
    }

    private void addReactions(Message message, Map<String, @Nullable Object> json) {
        Map<Long, String> reactions = state.official().reactions().of(message.id());
        if (reactions.isEmpty()) {
            return;
        }
        List<Map<String, @Nullable Object>> data = new ArrayList<>();
        reactions.forEach((id, reaction) -> data.add(Json.object("reaction", reaction, "users", List.of(person(id)))));
        json.put("reactions", Json.object("data", data));
    }

    private static List<Map<String, @Nullable Object>> files(Body body) {
        List<Map<String, @Nullable Object>> files = new ArrayList<>();
        for (String url : body.detail().split(" ")) {
            switch (body.kind()) {
                case IMAGE -> files.add(Json.object("id", "1", "image_data", Json.object("url", url)));
                case VIDEO -> files.add(Json.object("id", "1", "video_data", Json.object("url", url)));
                case AUDIO, FILE, TEXT, LINK, HEART, POST, TEMPLATE ->
                    files.add(Json.object("id", "1", "file_url", url));
            }
        }
        return files;
    }
}
