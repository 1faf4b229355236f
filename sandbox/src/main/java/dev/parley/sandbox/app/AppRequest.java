package dev.parley.sandbox.app;

import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.account.Device;
import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.script.ScriptedFault;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.transport.InstagramHosts;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One call of the app: who makes it, with what, and which fault hits it. */
final class AppRequest {
    static final HeaderName DEVICE_ID = HeaderNames.create("X-IG-Device-ID");
    static final HeaderName ANDROID_ID = HeaderNames.create("X-IG-Android-ID");
    static final HeaderName APP_ID = HeaderNames.create("X-IG-App-ID");
    private static final HeaderName FAMILY_DEVICE_ID = HeaderNames.create("X-IG-Family-Device-ID");
    private static final String SESSION_COOKIE = "sessionid";

    private final ServerRequest request;
    private final SandboxState state;
    private @Nullable Map<String, String> fields;
    private @Nullable ScriptedFault fault;

    AppRequest(ServerRequest request, SandboxState state) {
        this.request = request;
        this.state = state;
    }

    SandboxState state() {
        return state;
    }

    void hitBy(ScriptedFault scripted) {
        fault = scripted;
    }

    /** False when a fault comes instead of the effect. */
    boolean takesEffect() {
        return fault == null || fault.takesEffect();
    }

    Optional<ScriptedFault> fault() {
        return Optional.ofNullable(fault);
    }

    String path(String name) {
        return request.path().pathParameters().get(name);
    }

    long idInPath(String name) {
        return Numbers.idOrNone(path(name));
    }

    String query(String name) {
        return request.query().first(name).orElse("");
    }

    String header(HeaderName name) {
        return request.headers().value(name).orElse("");
    }

    /** A field of the body, signed or not; empty when it is not there. */
    String field(String name) {
        return fields().getOrDefault(name, "");
    }

    Device device() {
        return new Device(
                firstOf(header(DEVICE_ID), "guid"),
                firstOf(header(ANDROID_ID), "device_id"),
                firstOf(header(FAMILY_DEVICE_ID), "phone_id"));
    }

    /** What the headers alone say of it: for answers to bodies that cannot be read. */
    Device deviceInHeaders() {
        return new Device(header(DEVICE_ID), header(ANDROID_ID), header(FAMILY_DEVICE_ID));
    }

    Optional<Session> session() {
        return request.headers()
                .value(HeaderNames.AUTHORIZATION)
                .flatMap(state.sessions()::withAuthorization)
                .or(this::cookieSession);
    }

    Optional<Account> account() {
        return session().map(Session::account).or(this::accountInPath).or(this::accountInBody);
    }

    /** Where the client believes to be, for addresses in answers. */
    String baseUrl() {
        return (request.isSecure() ? "https://" : "http://") + request.authority();
    }

    boolean isForInstagram() {
        return InstagramHosts.in(request.authority()).endsWith("instagram.com");
    }

    private Optional<Session> cookieSession() {
        if (!request.headers().contains(HeaderNames.COOKIE)) {
            return Optional.empty();
        }
        return request.headers()
                .cookies()
                .first(SESSION_COOKIE)
                .asOptional()
                .map(id -> id.replace(":", "%3A"))
                .flatMap(state.sessions()::withSessionId);
    }

    private Optional<Account> accountInPath() {
        return request.path()
                .pathParameters()
                .first("account")
                .asOptional()
                .flatMap(id -> state.accounts().withId(Numbers.idOrNone(id)));
    }

    private Optional<Account> accountInBody() {
        return state.accounts().withUsername(field("username"));
    }

    private String firstOf(String header, String field) {
        return header.isEmpty() ? field(field) : header;
    }

    private Map<String, String> fields() {
        Map<String, String> read = fields;
        if (read == null) {
            read = request.content().hasEntity() ? Body.fields(request.content().as(byte[].class)) : Map.of();
            fields = read;
        }
        return read;
    }
}
