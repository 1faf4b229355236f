package dev.parley.sandbox.website;

import dev.parley.sandbox.state.CurrentState;
import dev.parley.sandbox.website.direct.DirectPages;
import dev.parley.sandbox.website.home.HomePages;
import dev.parley.sandbox.website.login.CheckpointPages;
import dev.parley.sandbox.website.login.LoginPages;
import dev.parley.sandbox.website.login.SecondFactorPages;
import dev.parley.sandbox.website.login.StandingPages;
import dev.parley.sandbox.website.page.StaticFiles;
import dev.parley.sandbox.website.page.WebRoutes;
import dev.parley.sandbox.website.post.HashtagPages;
import dev.parley.sandbox.website.post.PostPages;
import dev.parley.sandbox.website.profile.ProfilePages;
import dev.parley.sandbox.website.story.StoryPages;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;

/** The pages, at the paths of the real site. To be registered last: any word at the root may be somebody's name. */
public final class WebsitePages implements HttpService {
    private final CurrentState state;

    public WebsitePages(CurrentState state) {
        this.state = state;
    }

    @Override
    public void routing(HttpRules rules) {
        StaticFiles.addTo(rules);
        var routes = new WebRoutes(rules, state);
        HomePages.addTo(routes);
        LoginPages.addTo(routes);
        SecondFactorPages.addTo(routes);
        CheckpointPages.addTo(routes);
        StandingPages.addTo(routes);
        DirectPages.addTo(routes);
        HashtagPages.addTo(routes);
        StoryPages.addTo(routes);
        PostPages.addTo(routes);
        ProfilePages.addTo(routes);
    }
}
