package dev.parley.instagram.mobile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Where the next page of a hashtag begins: what the answer before named, both parts of it. */
record HashtagCursor(String maxId, List<String> mediaIds) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Null if this is not what {@link #text} wrote. */
    static @Nullable HashtagCursor parse(String text) {
        try {
            JsonNode json = JSON.readTree(Base64.getUrlDecoder().decode(text));
            List<String> ids = new ArrayList<>();
            json.path(1).forEach(id -> ids.add(id.asString()));
            return json.path(0).isString() && json.path(1).isArray()
                    ? new HashtagCursor(json.path(0).asString(), ids)
                    : null;
        } catch (IllegalArgumentException | JacksonException e) {
            return null;
        }
    }

    String text() {
        ArrayNode json = JSON.createArrayNode().add(maxId);
        json.add(idArray());
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    String mediaIdsJson() {
        return idArray().toString();
    }

    private ArrayNode idArray() {
        ArrayNode ids = JSON.createArrayNode();
        mediaIds.forEach(ids::add);
        return ids;
    }
}
