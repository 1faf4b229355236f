package dev.parley.sandbox.app;

import dev.parley.sandbox.state.CurrentState;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;

/** All that the app may call. What is not here yet gets an honest answer of the app's shape. */
public final class AppApi implements HttpService {
    private final CurrentState state;

    public AppApi(CurrentState state) {
        this.state = state;
    }

    @Override
    public void routing(HttpRules rules) {
        var routes = new AppRoutes(rules, state);
        FriendshipCalls.addTo(routes);
        HashtagCalls.addTo(routes);
        UserCalls.addTo(routes);
        MediaCalls.addTo(routes);
        FeedCalls.addTo(routes);
        FollowListCalls.addTo(routes);
        StoryCalls.addTo(routes);
        SendCalls.addTo(routes);
        InboxCalls.addTo(routes);
        ThreadCalls.addTo(routes);
        AccountCalls.addTo(routes);
        LaunchCalls.addTo(routes);
        AroundSignInCalls.addTo(routes);
        LoginCalls.addTo(routes);
        TwoFactorCalls.addTo(routes);
        ChallengeCalls.addTo(routes);
        rules.any(
                "/api/*",
                (request, response) -> Refusals.notServed(
                                request.prologue().method().text(),
                                request.path().path())
                        .send(response));
    }
}
