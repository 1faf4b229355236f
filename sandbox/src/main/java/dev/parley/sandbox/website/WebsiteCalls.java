package dev.parley.sandbox.website;

import dev.parley.sandbox.state.CurrentState;
import dev.parley.sandbox.website.direct.InboxCalls;
import dev.parley.sandbox.website.direct.SearchCalls;
import dev.parley.sandbox.website.direct.SendCalls;
import dev.parley.sandbox.website.direct.ThreadCalls;
import dev.parley.sandbox.website.login.CheckpointCalls;
import dev.parley.sandbox.website.login.LoginCalls;
import dev.parley.sandbox.website.login.SecondFactorCalls;
import dev.parley.sandbox.website.login.StandingPages;
import dev.parley.sandbox.website.page.WebRoutes;
import dev.parley.sandbox.website.post.HashtagCalls;
import dev.parley.sandbox.website.post.PostCalls;
import dev.parley.sandbox.website.profile.FollowCalls;
import dev.parley.sandbox.website.profile.PeopleLists;
import dev.parley.sandbox.website.profile.ProfileCalls;
import dev.parley.sandbox.website.story.StoryCalls;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;

/** What the site's own scripts ask. To be registered before the app's calls, to which all goes on that no browser asks. */
public final class WebsiteCalls implements HttpService {
    private final CurrentState state;

    public WebsiteCalls(CurrentState state) {
        this.state = state;
    }

    @Override
    public void routing(HttpRules rules) {
        var routes = new WebRoutes(rules, state);
        LoginCalls.addTo(routes);
        SecondFactorCalls.addTo(routes);
        CheckpointCalls.addTo(routes);
        StandingPages.addCallsTo(routes);
        ProfileCalls.addTo(routes);
        FollowCalls.addTo(routes);
        PeopleLists.addTo(routes);
        PostCalls.addTo(routes);
        HashtagCalls.addTo(routes);
        StoryCalls.addTo(routes);
        SearchCalls.addTo(routes);
        SendCalls.addTo(routes);
        ThreadCalls.addTo(routes);
        InboxCalls.addTo(routes);
    }
}
