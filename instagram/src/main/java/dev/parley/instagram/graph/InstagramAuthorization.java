package dev.parley.instagram.graph;

import dev.parley.instagram.AuthorizationRequest;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.http.Deadline;
import java.net.URI;
import java.time.Instant;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Signing in with Instagram's login: a code for a short-lived token, and that for one of 60 days. */
final class InstagramAuthorization implements Authorization {

    private final Network network;

    InstagramAuthorization(Network network) {
        this.network = network;
    }

    @Override
    public URI page(AuthorizationRequest request) {
        Settings settings = network.settings();
        HttpUrl.Builder page = GraphLine.address(
                        settings.hosts().instagramPages().toString(), "oauth/authorize")
                .newBuilder();
        new Parameters()
                .with("client_id", settings.app().id())
                .with("redirect_uri", request.redirect().toString())
                .with("response_type", "code")
                .with("scope", String.join(",", settings.permissions()))
                .with("state", request.state())
                .with("force_reauth", request.afresh() ? "true" : null)
                .addTo(page);
        return page.build().uri();
    }

    @Override
    public Redeemed redeem(AuthorizationRequest request, String code) {
        GraphLine line = network.line(request.proxy());
        Deadline deadline = line.deadline();
        Answer answer = line.send(codeExchange(request, code), deadline);
        if (answer instanceof Answer.Came came && came.refusesCode()) {
            return new Redeemed.Ended(came.error().telling("Instagram does not take the code", came.status()));
        }
        return Redeemed.of(answer.outcome(Token::in)
                .then(shortLived -> line.send(exchange(shortLived), deadline).outcome(Token::in))
                .then(longLived -> account(request, line, deadline, longLived)));
    }

    @Override
    public Redeemed adopt(AuthorizationRequest request, String token) {
        GraphLine line = network.line(request.proxy());
        return Redeemed.of(account(request, line, line.deadline(), new Token(token, null)));
    }

    @Override
    public Outcome<GraphSession> renew(@Nullable URI proxy, PersonId account, GraphSession session) {
        GraphLine line = network.line(proxy);
        HttpUrl.Builder address = graph("refresh_access_token");
        new Parameters()
                .with("grant_type", "ig_refresh_token")
                .with("access_token", session.token())
                .addTo(address);
        Request renewal = new Request.Builder().url(address.build()).build();
        return line.send(renewal, line.deadline()).outcome(Token::in).then(token -> new Outcome.Done<>(session(token)));
    }

    private Outcome<Redeemed> account(AuthorizationRequest request, GraphLine line, Deadline deadline, Token token) {
        return line.send(Profiles.own(GraphLogin.INSTAGRAM, "me"), token.value(), deadline)
                .outcome(Profiles::ownIn)
                .then(profile -> new Outcome.Done<>(Redeemed.checked(request, profile, session(token))));
    }

    private GraphSession session(Token token) {
        Instant now = network.settings().clock().instant();
        return new GraphSession(GraphLogin.INSTAGRAM, token.value(), null, null, now, token.until(now));
    }

    private Request codeExchange(AuthorizationRequest request, String code) {
        Settings settings = network.settings();
        Parameters form = new Parameters()
                .with("client_id", settings.app().id())
                .with("client_secret", settings.app().secret())
                .with("grant_type", "authorization_code")
                .with("redirect_uri", request.redirect().toString())
                .with("code", code);
        return new Request.Builder()
                .url(GraphLine.address(settings.hosts().instagramTokens().toString(), "oauth/access_token"))
                .post(form.form())
                .build();
    }

    private Request exchange(Token shortLived) {
        HttpUrl.Builder address = graph("access_token");
        new Parameters()
                .with("grant_type", "ig_exchange_token")
                .with("client_secret", network.settings().app().secret())
                .with("access_token", shortLived.value())
                .addTo(address);
        return new Request.Builder().url(address.build()).build();
    }

    /** Fact: the calls about tokens stand below no version. */
    private HttpUrl.Builder graph(String path) {
        return GraphLine.address(network.settings().hosts().instagramGraph().toString(), path)
                .newBuilder();
    }
}
