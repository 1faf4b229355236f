package dev.parley.sandbox.graph;

import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.official.AccessToken;
import dev.parley.sandbox.official.AccessToken.Kind;
import dev.parley.sandbox.official.AccessTokens;
import dev.parley.sandbox.official.App;
import dev.parley.sandbox.official.Flavour;
import dev.parley.sandbox.official.Grant;
import dev.parley.sandbox.official.Numbers;
import dev.parley.sandbox.script.Call;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Codes for tokens, short tokens for long ones, old ones for new ones. */
final class TokenCalls {
    private static final int BAD_REQUEST = 400;

    private TokenCalls() {}

    static void addTo(GraphRoutes routes) {
        routes.open(Door.API_INSTAGRAM, "POST", "oauth/access_token", Call.TOKEN, TokenCalls::instagramCode);
        routes.open(Door.GRAPH_INSTAGRAM, "GET", "access_token", Call.TOKEN, TokenCalls::instagramExchange);
        routes.open(Door.GRAPH_INSTAGRAM, "GET", "refresh_access_token", Call.RENEW, TokenCalls::instagramRenewal);
        routes.open(Door.GRAPH_FACEBOOK, "GET", "oauth/access_token", Call.TOKEN, TokenCalls::facebook);
        routes.open(Door.GRAPH_FACEBOOK, "POST", "oauth/access_token", Call.TOKEN, TokenCalls::facebook);
    }

    private static Answer instagramCode(GraphRequest request) {
        Parameters given = request.parameters();
        if (!given.text("grant_type").orElse("").equals("authorization_code")) {
            return plainRefusal("Invalid grant_type");
        }
        if (!isApp(given, Flavour.INSTAGRAM)) {
            return plainRefusal("Invalid platform app");
        }
        return request.official()
                .grants()
                .use(
                        given.text("code").orElse(""),
                        Flavour.INSTAGRAM,
                        given.text("redirect_uri").orElse(""),
                        request.state().now(),
                        request.state().journal())
                .map(grant -> instagramToken(request, grant))
                .orElseGet(() -> plainRefusal("Matching code was not found or was already used"));
    }

    private static Answer instagramToken(GraphRequest request, Grant grant) {
        AccessToken token = issue(request, Kind.SHORT, grant.accounts(), grant);
        if (request.manners().wrapped()) {
            return Answer.ok(Json.object(
                    "data",
                    List.of(Json.object(
                            "access_token",
                            token.value(),
                            "user_id",
                            Numbers.account(token.account()),
                            "permissions",
                            String.join(",", token.permissions())))));
        }
        return Answer.ok(Json.object(
                "access_token",
                token.value(),
                "user_id",
                Long.parseLong(Numbers.account(token.account())),
                "permissions",
                token.permissions()));
    }

    private static Answer instagramExchange(GraphRequest request) {
        Parameters given = request.parameters();
        if (!given.required("grant_type").equals("ig_exchange_token")
                || !given.required("client_secret").equals(App.INSTAGRAM.secret())) {
            throw new GraphRefusal(GraphError.of(101, "Error validating client secret."));
        }
        AccessToken shortLived = valid(request, Flavour.INSTAGRAM, Kind.SHORT);
        return longLived(request, shortLived);
    }

    private static Answer instagramRenewal(GraphRequest request) {
        if (!request.parameters().required("grant_type").equals("ig_refresh_token")) {
            throw new GraphRefusal(GraphError.invalid("grant_type"));
        }
        AccessToken old = valid(request, Flavour.INSTAGRAM, Kind.LONG);
        Duration age = Duration.ofMillis(request.state().now() - old.issuedAt());
        if (age.compareTo(AccessTokens.RENEWABLE_AFTER) < 0) {
            throw new GraphRefusal(GraphError.of(100, "The access token is not yet 24 hours old"));
        }
        return longLived(request, old);
    }

    private static Answer facebook(GraphRequest request) {
        Parameters given = request.parameters();
        if (!isApp(given, Flavour.FACEBOOK)) {
            throw new GraphRefusal(GraphError.of(101, "Error validating application. Cannot get application info."));
        }
        if (given.text("grant_type").orElse("").equals("fb_exchange_token")) {
            AccessToken old = valid(request, Flavour.FACEBOOK, given.required("fb_exchange_token"));
            return longLived(request, old);
        }
        return request.official()
                .grants()
                .use(
                        given.required("code"),
                        Flavour.FACEBOOK,
                        given.text("redirect_uri").orElse(""),
                        request.state().now(),
                        request.state().journal())
                .map(grant -> Answer.ok(bearer(request, issue(request, Kind.SHORT, grant.accounts(), grant))))
                .orElseThrow(() -> new GraphRefusal(
                        GraphError.of(100, 36009, "This authorization code has been used or has expired.")));
    }

    private static Answer longLived(GraphRequest request, AccessToken old) {
        return Answer.ok(bearer(
                request,
                request.official()
                        .tokens()
                        .issue(
                                old.flavour(),
                                Kind.LONG,
                                old.accounts(),
                                old.permissions(),
                                request.state().now(),
                                request.state().journal())));
    }

    private static AccessToken issue(GraphRequest request, Kind kind, List<Long> accounts, Grant grant) {
        return request.official()
                .tokens()
                .issue(
                        grant.flavour(),
                        kind,
                        accounts,
                        grant.permissions(),
                        request.state().now(),
                        request.state().journal());
    }

    private static Map<String, @Nullable Object> bearer(GraphRequest request, AccessToken token) {
        return Json.object(
                "access_token",
                token.value(),
                "token_type",
                "bearer",
                "expires_in",
                (token.expiresAt() - request.state().now()) / 1000);
    }

    private static AccessToken valid(GraphRequest request, Flavour flavour, Kind kind) {
        AccessToken token = valid(request, flavour, request.tokenText());
        if (token.kind() != kind) {
            throw new GraphRefusal(GraphError.of(190, "Unsupported kind of access token"));
        }
        return token;
    }

    private static AccessToken valid(GraphRequest request, Flavour flavour, String value) {
        return request.official()
                .tokens()
                .find(value)
                .filter(token -> token.flavour() == flavour
                        && !token.expired(request.state().now()))
                .orElseThrow(() -> new GraphRefusal(
                        GraphError.of(190, 463, "Error validating access token: Session has expired")));
    }

    private static boolean isApp(Parameters given, Flavour flavour) {
        App app = App.of(flavour);
        return given.text("client_id").filter(app.id()::equals).isPresent()
                && given.text("client_secret").filter(app.secret()::equals).isPresent();
    }

    /** Fact: this call alone does not refuse in the graph's shape. */
    private static Answer plainRefusal(String message) {
        return Answer.json(
                BAD_REQUEST,
                Json.object("error_type", "OAuthException", "code", BAD_REQUEST, "error_message", message));
    }
}
