package dev.parley.instagram.graph;

import dev.parley.instagram.Content.Button;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Buttons as the API writes them. */
final class Buttons {

    private Buttons() {}

    static ArrayNode json(List<Button> buttons) {
        ArrayNode json = JsonMapper.shared().createArrayNode();
        for (Button button : buttons) {
            switch (button) {
                case Button.Open(String title, URI address) ->
                    json.addObject().put("type", "web_url").put("title", title).put("url", address.toString());
                case Button.Postback(String title, String payload) ->
                    json.addObject().put("type", "postback").put("title", title).put("payload", payload);
            }
        }
        return json;
    }

    static @Nullable Button in(JsonNode json) {
        String title = Fields.text(json, "title");
        URI address = Fields.address(json, "url");
        String payload = Fields.text(json, "payload");
        if (title == null) {
            return null;
        }
        if (address != null) {
            return new Button.Open(title, address);
        }
        return payload == null ? null : new Button.Postback(title, payload);
    }
}
