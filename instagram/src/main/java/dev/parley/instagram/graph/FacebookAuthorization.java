package dev.parley.instagram.graph;

import dev.parley.instagram.AuthorizationRequest;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Profile;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.http.Deadline;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Signing in with Facebook's login: a code for the owner's token, and that for the tokens of the pages with an account. */
final class FacebookAuthorization implements Authorization {

    private static final String ONBOARDING = "{\"setup\":{\"channel\":\"IG_API_ONBOARDING\"}}";

    private final Network network;

    FacebookAuthorization(Network network) {
        this.network = network;
    }

    @Override
    public URI page(AuthorizationRequest request) {
        Settings settings = network.settings();
        HttpUrl.Builder page = GraphLine.address(
                        settings.hosts().facebookPages().toString(), settings.version() + "/dialog/oauth")
                .newBuilder();
        new Parameters()
                .with("client_id", settings.app().id())
                .with("redirect_uri", request.redirect().toString())
                .with("response_type", "code")
                .with("display", "page")
                .with("extras", ONBOARDING)
                .with("scope", String.join(",", settings.permissions()))
                .with("state", request.state())
                .addTo(page);
        return page.build().uri();
    }

    @Override
    public Redeemed redeem(AuthorizationRequest request, String code) {
        GraphLine line = network.line(request.proxy());
        Deadline deadline = line.deadline();
        Parameters exchange = new Parameters()
                .with("redirect_uri", request.redirect().toString())
                .with("code", code);
        Answer answer = line.send(tokenRequest(exchange), deadline);
        if (answer instanceof Answer.Came came && came.refusesCode()) {
            return new Redeemed.Ended(came.error().telling("Facebook does not take the code", came.status()));
        }
        return Redeemed.of(answer.outcome(Token::in)
                .then(token -> prolonged(line, deadline, token.value()))
                .then(owner -> chosen(request, line, deadline, owner)));
    }

    @Override
    public Redeemed adopt(AuthorizationRequest request, String token) {
        GraphLine line = network.line(request.proxy());
        return Redeemed.of(chosen(request, line, line.deadline(), new Token(token, null)));
    }

    @Override
    public Outcome<GraphSession> renew(@Nullable URI proxy, PersonId account, GraphSession session) {
        GraphLine line = network.line(proxy);
        Deadline deadline = line.deadline();
        return prolonged(line, deadline, session.personal())
                .then(owner -> pages(line, deadline, owner).then(pages -> renewed(account, owner, pages)));
    }

    private Outcome<GraphSession> renewed(PersonId account, Token owner, List<LinkedPage> pages) {
        return pages.stream()
                .filter(page -> page.account().equals(account))
                .findFirst()
                .<Outcome<GraphSession>>map(page -> new Outcome.Done<>(session(owner, page)))
                .orElseGet(() -> new Outcome.Refused<>(
                        new Refusal.PermissionMissing("The account is linked to none of the owner's pages any more")));
    }

    private Outcome<Token> prolonged(GraphLine line, Deadline deadline, String token) {
        Parameters exchange =
                new Parameters().with("grant_type", "fb_exchange_token").with("fb_exchange_token", token);
        return line.send(tokenRequest(exchange), deadline).outcome(Token::in);
    }

    private static Outcome<List<LinkedPage>> pages(GraphLine line, Deadline deadline, Token owner) {
        return line.send(LinkedPage.request(), owner.value(), deadline).outcome(LinkedPage::allIn);
    }

    private Outcome<Redeemed> chosen(AuthorizationRequest request, GraphLine line, Deadline deadline, Token owner) {
        return pages(line, deadline, owner).then(pages -> {
            List<Redeemed.For> candidates = new ArrayList<>();
            for (LinkedPage page : pages) {
                Outcome<Profile> profile = line.send(
                                Profiles.own(GraphLogin.FACEBOOK, page.account().value()), page.token(), deadline)
                        .outcome(Profiles::ownIn);
                switch (profile) {
                    case Outcome.Refused<Profile>(Refusal refusal) -> {
                        return new Outcome.Refused<>(refusal);
                    }
                    case Outcome.Done<Profile>(Profile account) ->
                        candidates.add(new Redeemed.For(account, session(owner, page)));
                }
            }
            return new Outcome.Done<>(one(request, candidates));
        });
    }

    private static Redeemed one(AuthorizationRequest request, List<Redeemed.For> candidates) {
        String wanted = request.username();
        List<Redeemed.For> fitting = candidates.stream()
                .filter(candidate -> wanted == null
                        || wanted.equalsIgnoreCase(candidate.account().username()))
                .toList();
        if (fitting.size() == 1) {
            return fitting.getFirst();
        }
        if (candidates.isEmpty()) {
            return new Redeemed.Refused(
                    new Refusal.PermissionMissing("None of the owner's pages that were agreed to has an account"));
        }
        String names = candidates.stream()
                .map(candidate -> candidate.account().username())
                .collect(Collectors.joining(", "));
        return new Redeemed.Refused(new Refusal.InvalidTarget("Say which account is meant; agreed to: " + names));
    }

    private GraphSession session(Token owner, LinkedPage page) {
        Instant now = network.settings().clock().instant();
        return new GraphSession(GraphLogin.FACEBOOK, page.token(), owner.value(), page.id(), now, owner.until(now));
    }

    private Request tokenRequest(Parameters query) {
        Settings settings = network.settings();
        query.with("client_id", settings.app().id())
                .with("client_secret", settings.app().secret());
        HttpUrl.Builder address = GraphLine.address(
                        settings.hosts().facebookGraph().toString(), settings.version() + "/oauth/access_token")
                .newBuilder();
        query.addTo(address);
        return new Request.Builder().url(address.build()).build();
    }
}
