package dev.parley.instagram.mobile;

import dev.parley.instagram.DeviceIdentity;
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
 * @param key what Instagram knows the step by: the two-factor identifier, or the challenge's {@code <user>/<nonce>}
 */
record PendingNotes(DeviceIdentity identity, @Nullable URI proxy, SessionState session, String key) {

    private static final JsonMapper JSON = new JsonMapper();

    String toJson() {
        ObjectNode json = JSON.createObjectNode()
                .put("identity", new String(identity.toBytes(), StandardCharsets.UTF_8))
                .put("session", session.toJson())
                .put("key", key);
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
            return new PendingNotes(
                    DeviceIdentity.fromBytes(json.path("identity").asString("").getBytes(StandardCharsets.UTF_8)),
                    proxy.isString() ? URI.create(proxy.asString()) : null,
                    SessionState.fromJson(json.path("session").asString("")),
                    json.path("key").asString(""));
        } catch (JacksonException | IllegalArgumentException e) {
            // The cause may quote what it could not read, and that is secret.
            throw new IllegalArgumentException("not the state of a pending mobile sign-in");
        }
    }

    @Override
    public String toString() {
        return "PendingNotes[]";
    }
}
