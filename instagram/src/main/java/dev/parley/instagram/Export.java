package dev.parley.instagram;

import java.net.URI;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Values as bytes and back: JSON with its version and a fixed order, so that equal values give equal bytes. */
final class Export {

    private static final int VERSION = 1;
    private static final Pattern DRIVER = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final JsonMapper JSON = new JsonMapper();

    private Export() {}

    static byte[] session(SessionSnapshot session) {
        ObjectNode json = versioned()
                .put("driver", session.driver())
                .put("account", session.account().value())
                .put("username", session.username());
        json.set("identity", describe(JSON.createObjectNode(), session.identity()));
        json.put("proxy", session.proxy() == null ? null : session.proxy().toString());
        return bytes(json.put("state", session.state()));
    }

    static SessionSnapshot session(byte[] bytes) {
        return read(bytes, "session", json -> {
            String proxy = textOrNull(json, "proxy");
            return new SessionSnapshot(
                    driver(json),
                    new PersonId(text(json, "account")),
                    text(json, "username"),
                    device(json.path("identity")),
                    proxy == null ? null : URI.create(proxy),
                    text(json, "state"));
        });
    }

    static byte[] pending(PendingSignIn pending) {
        VerificationMethod method = pending.method();
        ObjectNode json = versioned()
                .put("driver", pending.driver())
                .put("username", pending.username())
                .put("kind", pending.kind().name())
                .put("method", method == null ? null : method.name());
        var methods = json.putArray("methods");
        new TreeSet<>(pending.methods()).forEach(offered -> methods.add(offered.name()));
        return bytes(json.put("sent_to", pending.sentTo()).put("state", pending.state()));
    }

    static PendingSignIn pending(byte[] bytes) {
        return read(bytes, "pending sign-in", json -> {
            String method = textOrNull(json, "method");
            return new PendingSignIn(
                    driver(json),
                    text(json, "username"),
                    PendingSignIn.Kind.valueOf(text(json, "kind")),
                    method == null ? null : VerificationMethod.valueOf(method),
                    methods(json.path("methods")),
                    textOrNull(json, "sent_to"),
                    text(json, "state"));
        });
    }

    static byte[] authorization(AuthorizationRequest request) {
        ObjectNode json = versioned()
                .put("redirect", request.redirect().toString())
                .put("state", request.state())
                .put("username", request.username());
        json.set("identity", describe(JSON.createObjectNode(), request.identity()));
        return bytes(json.put(
                        "proxy",
                        request.proxy() == null ? null : request.proxy().toString())
                .put("afresh", request.afresh()));
    }

    static AuthorizationRequest authorization(byte[] bytes) {
        return read(bytes, "authorization request", json -> {
            String proxy = textOrNull(json, "proxy");
            return new AuthorizationRequest(
                    URI.create(text(json, "redirect")),
                    text(json, "state"),
                    textOrNull(json, "username"),
                    device(json.path("identity")),
                    proxy == null ? null : URI.create(proxy),
                    json.path("afresh").asBoolean(false));
        });
    }

    static byte[] identity(DeviceIdentity identity) {
        return bytes(describe(versioned(), identity));
    }

    static DeviceIdentity identity(byte[] bytes) {
        return read(bytes, "device identity", Export::device);
    }

    private static ObjectNode versioned() {
        return JSON.createObjectNode().put("version", VERSION);
    }

    private static byte[] bytes(ObjectNode json) {
        return JSON.writeValueAsBytes(json);
    }

    private static <T> T read(byte[] bytes, String kind, Function<JsonNode, T> reading) {
        try {
            JsonNode json = JSON.readTree(bytes);
            if (json.path("version").asInt(0) == VERSION) {
                return reading.apply(json);
            }
        } catch (JacksonException | IllegalArgumentException e) {
            // The cause would quote what it could not read, and that is secret.
            throw new IllegalArgumentException("not an exported " + kind);
        }
        throw new IllegalArgumentException("not an exported " + kind + " of a known version");
    }

    private static ObjectNode describe(ObjectNode json, DeviceIdentity identity) {
        json.put("driver", identity.driver());
        ObjectNode properties = json.putObject("properties");
        new TreeMap<>(identity.properties()).forEach(properties::put);
        return json;
    }

    private static DeviceIdentity device(JsonNode json) {
        Map<String, String> properties = new TreeMap<>();
        json.path("properties")
                .properties()
                .forEach(property ->
                        properties.put(property.getKey(), property.getValue().asString()));
        return new DeviceIdentity(driver(json), properties);
    }

    private static Set<VerificationMethod> methods(JsonNode json) {
        Set<VerificationMethod> methods = EnumSet.noneOf(VerificationMethod.class);
        json.forEach(method -> methods.add(VerificationMethod.valueOf(method.asString())));
        return methods;
    }

    /** Other code quotes it where it says that the driver is another one, so it has to be a name. */
    private static String driver(JsonNode json) {
        String driver = text(json, "driver");
        if (!DRIVER.matcher(driver).matches()) {
            throw new IllegalArgumentException("no driver");
        }
        return driver;
    }

    private static String text(JsonNode json, String name) {
        String text = textOrNull(json, name);
        if (text == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return text;
    }

    private static @Nullable String textOrNull(JsonNode json, String name) {
        JsonNode value = json.path(name);
        return value.isString() ? value.asString() : null;
    }
}
