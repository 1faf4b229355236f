package dev.parley.instagram.browser;

import dev.parley.instagram.browser.chromium.StorageState;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A session's cookies and local storage, in the form of Playwright's storage state.
 *
 * @param bond to the identity and proxy that they belong to
 */
record SessionState(String storage, String bond) {

    private static final JsonMapper JSON = new JsonMapper();

    String toJson() {
        return JSON.createObjectNode().put("storage", storage).put("bond", bond).toString();
    }

    /** @throws IllegalArgumentException if this is not what {@link #toJson} wrote; the text is not quoted */
    static SessionState fromJson(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return new SessionState(
                    StorageState.ordered(json.path("storage").asString("")),
                    json.path("bond").asString(""));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not the state of a browser session");
        }
    }

    @Override
    public String toString() {
        return "SessionState[]";
    }
}
