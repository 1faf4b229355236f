package dev.parley.instagram.graph;

import dev.parley.instagram.PersonId;
import dev.parley.instagram.http.HeaderText;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tokens of one account.
 *
 * @param token what calls are authorized with: an Instagram user's, or a page's
 * @param owner with Facebook's login the user's token, which the page's comes from, and which hashtags need; else null
 * @param page with Facebook's login the page; else null
 * @param issuedAt when the token that can be renewed was issued
 * @param expiresAt when it ends; null if no end is known
 */
record GraphSession(
        GraphLogin login,
        String token,
        @Nullable String owner,
        @Nullable String page,
        Instant issuedAt,
        @Nullable Instant expiresAt) {

    private static final JsonMapper JSON = new JsonMapper();

    String toJson() {
        return JSON.createObjectNode()
                .put("login", login.name())
                .put("token", token)
                .put("owner", owner)
                .put("page", page)
                .put("issued_at", issuedAt.toString())
                .put("expires_at", expiresAt == null ? null : expiresAt.toString())
                .toString();
    }

    /** @throws IllegalArgumentException if it is anything else; the message quotes nothing of it */
    static GraphSession fromJson(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            String expires = json.path("expires_at").asStringOpt().orElse(null);
            return new GraphSession(
                    GraphLogin.valueOf(json.path("login").stringValue()),
                    Objects.requireNonNull(sendable(json.path("token").stringValue())),
                    sendable(json.path("owner").asStringOpt().orElse(null)),
                    number(json.path("page").asStringOpt().orElse(null)),
                    Instant.parse(json.path("issued_at").stringValue()),
                    expires == null ? null : Instant.parse(expires));
        } catch (RuntimeException e) {
            // The cause would quote what it could not read, and that is secret.
            throw new IllegalArgumentException("not the state of a session of this driver");
        }
    }

    private static @Nullable String sendable(@Nullable String token) {
        if (token != null && !HeaderText.isSendable(token)) {
            throw new IllegalArgumentException("no token");
        }
        return token;
    }

    private static @Nullable String number(@Nullable String page) {
        return page == null ? null : new PersonId(page).value();
    }

    /** The token of the person, where it is another one than the page's. */
    String personal() {
        return owner == null ? token : owner;
    }

    /** Leaves the tokens out. */
    @Override
    public String toString() {
        return "GraphSession[login=%s, page=%s, expiresAt=%s]".formatted(login, page, expiresAt);
    }
}
