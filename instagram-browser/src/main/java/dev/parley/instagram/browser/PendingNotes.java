package dev.parley.instagram.browser;

import dev.parley.instagram.DeviceIdentity;
import dev.parley.instagram.browser.chromium.StorageState;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a pending sign-in must remember to go on elsewhere.
 *
 * @param storage cookies and local storage of the browser in which it was begun
 * @param path where the browser is, without the site's own address
 */
record PendingNotes(DeviceIdentity identity, @Nullable URI proxy, String storage, String path) {

    private static final JsonMapper JSON = new JsonMapper();

    PendingNotes at(String newStorage, String newPath) {
        return new PendingNotes(identity, proxy, newStorage, newPath);
    }

    String toJson() {
        ObjectNode json = JSON.createObjectNode()
                .put("identity", new String(identity.toBytes(), StandardCharsets.UTF_8))
                .put("storage", storage)
                .put("path", path);
        if (proxy != null) {
            json.put("proxy", proxy.toString());
        }
        return json.toString();
    }

    /** @throws IllegalArgumentException if this is not what {@link #toJson} wrote; the text is not quoted */
    static PendingNotes fromJson(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            JsonNode proxy = json.path("proxy");
            String path = json.path("path").asString("");
            if (!path.startsWith("/") || path.startsWith("//")) {
                throw new IllegalArgumentException("not the state of a pending browser sign-in");
            }
            return new PendingNotes(
                    DeviceIdentity.fromBytes(json.path("identity").asString("").getBytes(StandardCharsets.UTF_8)),
                    proxy.isString() ? URI.create(proxy.asString()) : null,
                    StorageState.ordered(json.path("storage").asString("")),
                    path);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not the state of a pending browser sign-in");
        }
    }

    @Override
    public String toString() {
        return "PendingNotes[]";
    }
}
