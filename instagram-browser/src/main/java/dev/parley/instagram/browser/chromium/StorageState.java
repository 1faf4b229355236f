package dev.parley.instagram.browser.chromium;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Cookies and local storage as Playwright writes them, in a fixed order, so that equal ones give equal text. Once a browser is signed in,
 * only the cookies that the session and its device need are kept; on the way there, whatever the site has set may be one that it asks for.
 */
public final class StorageState {

    /** Of a browser that was never anywhere. */
    public static final String NONE = "{\"cookies\":[],\"origins\":[]}";

    /** Fact: cookies are for all of the site's hosts. */
    private static final String INSTAGRAM = ".instagram.com";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final Comparator<JsonNode> COOKIES =
            by("domain").thenComparing(by("path")).thenComparing(by("name"));

    /** Fact: the site's scripts read the other ones. */
    private static final Set<String> HIDDEN_FROM_SCRIPTS = Set.of("sessionid", "rur", "ig_did", "datr");

    private static final String SESSION = "sessionid";

    /** Fact: what the site sets for the session, for the device that it knows, and for what it has shown there. */
    private static final Set<String> ESSENTIAL = Set.of(
            SESSION,
            "ds_user_id",
            "csrftoken",
            "rur",
            "mid",
            "ig_did",
            "datr",
            "shbid",
            "shbts",
            "ig_direct_region_hint",
            "ig_nrcb",
            "ps_l",
            "ps_n");

    private StorageState() {}

    /**
     * Of a browser that has cookies of a site, and nothing else.
     *
     * @param cookies by name
     */
    public static String of(URI site, Map<String, String> cookies) {
        ObjectNode state = JSON.createObjectNode();
        ArrayNode all = state.putArray("cookies");
        cookies.forEach((name, value) -> all.add(cookie(site, name, value)));
        state.putArray("origins");
        return ordered(JSON.writeValueAsString(state));
    }

    private static ObjectNode cookie(URI site, String name, String value) {
        return JSON.createObjectNode()
                .put("name", name)
                .put("value", value)
                .put("domain", site.getHost().endsWith(INSTAGRAM) ? INSTAGRAM : site.getHost())
                .put("path", "/")
                .put("expires", -1)
                .put("httpOnly", HIDDEN_FROM_SCRIPTS.contains(name))
                .put("secure", site.getScheme().equals("https"))
                .put("sameSite", "Lax");
    }

    /** @throws IllegalArgumentException if it is no storage state; never quotes it */
    public static String ordered(String json) {
        try {
            JsonNode state = JSON.readTree(json);
            if (!state.path("cookies").isArray() || !state.path("origins").isArray()) {
                throw new IllegalArgumentException("not a storage state");
            }
            ObjectNode ordered = JSON.createObjectNode();
            ordered.set("cookies", sorted(needed(state.path("cookies")), COOKIES));
            ordered.set("origins", sorted(state.path("origins"), by("origin")));
            ordered.path("origins").forEach(StorageState::orderItems);
            return JSON.writeValueAsString(ordered);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a storage state");
        }
    }

    private static JsonNode needed(JsonNode cookies) {
        if (cookies.valueStream().map(StorageState::name).noneMatch(SESSION::equals)) {
            return cookies;
        }
        ArrayNode needed = JSON.createArrayNode();
        cookies.valueStream().filter(cookie -> ESSENTIAL.contains(name(cookie))).forEach(needed::add);
        return needed;
    }

    private static String name(JsonNode cookie) {
        return cookie.path("name").asString("");
    }

    private static void orderItems(JsonNode origin) {
        if (origin instanceof ObjectNode object) {
            object.set("localStorage", sorted(object.path("localStorage"), by("name")));
        }
    }

    private static ArrayNode sorted(JsonNode items, Comparator<JsonNode> order) {
        List<JsonNode> all = new ArrayList<>();
        items.forEach(all::add);
        all.sort(order);
        return JSON.createArrayNode().addAll(all);
    }

    private static Comparator<JsonNode> by(String name) {
        return Comparator.comparing(item -> item.path(name).asString(""));
    }
}
