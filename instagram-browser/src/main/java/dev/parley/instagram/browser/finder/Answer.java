package dev.parley.instagram.browser.finder;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service answers. */
final class Answer {

    private static final JsonMapper JSON = new JsonMapper();

    private Answer() {}

    /** Null unless the answer names exactly one element, and one of the page's own document: frames are not sketched. */
    static @Nullable String number(byte[] answer, Wanted wanted) {
        JsonNode element = read(answer).path("response").path(wanted.field());
        JsonNode id = element.path("tf623_id");
        boolean named = element.isObject() && (id.isString() || id.isIntegralNumber());
        String number = named ? id.asString() : "";
        boolean framed =
                !element.path("attributes").path("iframe_path").asString("").isEmpty();
        return number.matches("[0-9]{1,6}") && !framed ? number : null;
    }

    private static JsonNode read(byte[] answer) {
        try {
            return JSON.readTree(answer);
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }
}
