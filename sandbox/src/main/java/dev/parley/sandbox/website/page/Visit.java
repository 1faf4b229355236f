package dev.parley.sandbox.website.page;

import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.account.Device;
import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.script.ScriptedFault;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.website.variant.Look;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request of a browser: who makes it, with what, how the site looks to them, and which fault hits it. */
public final class Visit {
    private final ServerRequest request;
    private final SandboxState state;
    private final Map<String, String> cookies;
    private @Nullable Map<String, String> fields;
    private @Nullable ScriptedFault fault;

    Visit(ServerRequest request, SandboxState state) {
        this.request = request;
        this.state = state;
        cookies = CookieHeader.read(request.headers().values(HeaderNames.COOKIE));
    }

    public SandboxState state() {
        return state;
    }

    void hitBy(ScriptedFault scripted) {
        fault = scripted;
    }

    public Optional<ScriptedFault> fault() {
        return Optional.ofNullable(fault);
    }

    /** False when a fault comes instead of the effect. */
    public boolean takesEffect() {
        return fault == null || fault.takesEffect();
    }

    public Optional<Session> session() {
        return state.sessions().withSessionId(cookie("sessionid").replace(":", "%3A"));
    }

    /** Whether the browser believes to be signed in, rightly or not. */
    public boolean hasSessionCookie() {
        return !cookie("sessionid").isEmpty();
    }

    /** Whoever is, or was last, signed in on this browser. */
    public Optional<Account> account() {
        return session().map(Session::account).or(this::remembered);
    }

    /** Whoever was last signed in on this browser, by the cookie that stays. */
    public Optional<Account> remembered() {
        return state.accounts().withId(Ids.idOrNone(cookie("ds_user_id")));
    }

    public Look look() {
        return state.variants().of(account().map(Account::username).orElse(null));
    }

    /** The browser as a device: it is known, and trusted, by the cookie {@code mid}. */
    public Device browser() {
        return new Device(cookie(WebCookies.DEVICE), cookie(WebCookies.MACHINE), "");
    }

    /** Empty when the browser does not have it. */
    public String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    public String path(String name) {
        return request.path().pathParameters().get(name);
    }

    public String path() {
        return request.path().path();
    }

    /** Path and query, as the browser's address line shows them. */
    public String address() {
        String query = request.query().rawValue();
        return query.isEmpty() ? path() : path() + "?" + query;
    }

    /** Empty when it is not there. */
    public String query(String name) {
        return request.query().first(name).orElse("");
    }

    public String header(HeaderName name) {
        return request.headers().value(name).orElse("");
    }

    public boolean isSecure() {
        return request.isSecure();
    }

    public boolean isForInstagram() {
        return WebRoute.host(request).endsWith("instagram.com");
    }

    /** A field of the form that was sent; empty when it is not there. */
    public String field(String name) {
        Map<String, String> read = fields;
        if (read == null) {
            read = request.content().hasEntity()
                    ? FormFields.read(request.content().as(byte[].class))
                    : Map.of();
            fields = read;
        }
        return read.getOrDefault(name, "");
    }
}
