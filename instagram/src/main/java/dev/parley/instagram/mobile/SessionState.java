package dev.parley.instagram.mobile;

import dev.parley.instagram.http.HeaderText;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Instagram has given this account's app so far, folded from its answers. Nothing in it is invented but the log session's
 * id. Immutable; an answer that brings nothing new yields the same object.
 *
 * @param pigeon the id of the app's log session, one per signed-in session
 * @param authorization the Authorization header, or null before the sign-in
 * @param claim the X-IG-WWW-Claim header
 * @param mid Instagram's id for this device, or null as long as it gave none
 * @param cookies the essential ones by name
 * @param routing IG-U-* headers by lower-case name, echoed as they came
 */
record SessionState(
        String pigeon,
        @Nullable String authorization,
        String claim,
        @Nullable String mid,
        SortedMap<String, String> cookies,
        SortedMap<String, String> routing) {

    private static final String NO_CLAIM = "0";
    private static final String NO_AUTHORIZATION = "Bearer IGT:2:";
    private static final int LONGEST_VALUE = 4096;
    private static final Pattern ROUTING = Pattern.compile("[a-z0-9-]+");
    private static final JsonMapper JSON = new JsonMapper();

    static SessionState fresh(String pigeon) {
        return new SessionState(pigeon, null, NO_CLAIM, null, new TreeMap<>(), new TreeMap<>());
    }

    boolean signedIn() {
        return authorization != null || cookies.containsKey("sessionid");
    }

    /** Without the session; the device keeps its id. */
    SessionState signedOut() {
        return new SessionState(pigeon, null, NO_CLAIM, mid, new TreeMap<>(), new TreeMap<>());
    }

    SessionState after(Headers headers) {
        SessionState state = this;
        for (int i = 0; i < headers.size(); i++) {
            state = state.heeding(headers.name(i), headers.value(i));
        }
        return state;
    }

    String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private SessionState heeding(String header, String value) {
        if (!echoable(value)) {
            return this;
        }
        return switch (header.toLowerCase(Locale.ROOT)) {
            case "ig-set-authorization" -> value.equals(NO_AUTHORIZATION) ? this : withAuthorization(value);
            case "x-ig-set-www-claim" -> withClaim(value);
            case "ig-set-x-mid" -> withMid(value);
            case "ig-set-ig-u-rur" -> withRouting("ig-u-rur", value);
            case "ig-set-ig-u-shbid" -> withRouting("ig-u-shbid", value);
            case "ig-set-ig-u-shbts" -> withRouting("ig-u-shbts", value);
            case "ig-set-ig-u-ig-direct-region-hint" -> withRouting("ig-u-ig-direct-region-hint", value);
            case "set-cookie" -> withCookie(SetCookie.parse(value));
            default -> this;
        };
    }

    /** What could not be sent back in a header is not kept. */
    private static boolean echoable(String value) {
        return !value.isEmpty() && value.length() <= LONGEST_VALUE && HeaderText.isSendable(value);
    }

    private SessionState withAuthorization(String value) {
        return value.equals(authorization) ? this : new SessionState(pigeon, value, claim, mid, cookies, routing);
    }

    private SessionState withClaim(String value) {
        return value.equals(claim) ? this : new SessionState(pigeon, authorization, value, mid, cookies, routing);
    }

    private SessionState withMid(String value) {
        return value.equals(mid) ? this : new SessionState(pigeon, authorization, claim, value, cookies, routing);
    }

    private SessionState withRouting(String name, String value) {
        return value.equals(routing.get(name))
                ? this
                : new SessionState(pigeon, authorization, claim, mid, cookies, with(routing, name, value));
    }

    private SessionState withCookie(@Nullable SetCookie cookie) {
        if (cookie == null) {
            return this;
        }
        if (cookie.removed()) {
            return cookies.containsKey(cookie.name()) ? withCookies(without(cookie.name())) : this;
        }
        return cookie.value().equals(cookies.get(cookie.name()))
                ? this
                : withCookies(with(cookies, cookie.name(), cookie.value()));
    }

    private SessionState withCookies(SortedMap<String, String> changed) {
        String machine = changed.get("mid");
        return new SessionState(pigeon, authorization, claim, machine == null ? mid : machine, changed, routing);
    }

    private SortedMap<String, String> without(String cookie) {
        SortedMap<String, String> fewer = new TreeMap<>(cookies);
        fewer.remove(cookie);
        return fewer;
    }

    private static SortedMap<String, String> with(Map<String, String> values, String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(values);
        more.put(name, value);
        return more;
    }

    String toJson() {
        ObjectNode json = JSON.createObjectNode()
                .put("pigeon", pigeon)
                .put("authorization", authorization)
                .put("claim", claim)
                .put("mid", mid);
        ObjectNode cookieJson = json.putObject("cookies");
        cookies.forEach(cookieJson::put);
        ObjectNode routingJson = json.putObject("routing");
        routing.forEach(routingJson::put);
        return json.toString();
    }

    /** @throws IllegalArgumentException if this is not what {@link #toJson} wrote; the text is not quoted */
    static SessionState fromJson(String text) {
        try {
            return fromJson(JSON.readTree(text));
        } catch (JacksonException e) {
            throw unusable();
        }
    }

    private static SessionState fromJson(JsonNode json) {
        String pigeon = textOrNull(json, "pigeon");
        String claim = textOrNull(json, "claim");
        if (pigeon == null || claim == null) {
            throw unusable();
        }
        SessionState state = new SessionState(
                pigeon,
                textOrNull(json, "authorization"),
                claim,
                textOrNull(json, "mid"),
                texts(json.path("cookies")),
                texts(json.path("routing")));
        if (!state.isSendable()) {
            throw unusable();
        }
        return state;
    }

    private static IllegalArgumentException unusable() {
        return new IllegalArgumentException("not the state of a mobile session");
    }

    /** Whether all of it can stand in headers. */
    private boolean isSendable() {
        return Stream.of(
                                Stream.of(pigeon, claim, cookieHeader()),
                                Stream.ofNullable(authorization),
                                Stream.ofNullable(mid))
                        .flatMap(each -> each)
                        .allMatch(HeaderText::isSendable)
                && routing.keySet().stream()
                        .allMatch(name -> ROUTING.matcher(name).matches())
                && routing.values().stream().allMatch(HeaderText::isSendable);
    }

    private static @Nullable String textOrNull(JsonNode json, String name) {
        JsonNode value = json.path(name);
        return value.isString() ? value.asString() : null;
    }

    private static SortedMap<String, String> texts(JsonNode json) {
        SortedMap<String, String> texts = new TreeMap<>();
        json.properties()
                .forEach(property ->
                        texts.put(property.getKey(), property.getValue().asString()));
        return texts;
    }

    @Override
    public String toString() {
        return "SessionState[signedIn=" + signedIn() + "]";
    }
}
