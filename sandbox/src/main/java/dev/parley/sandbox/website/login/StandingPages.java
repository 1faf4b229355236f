package dev.parley.sandbox.website.login;

import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.website.page.Pages;
import dev.parley.sandbox.website.page.Replies;
import dev.parley.sandbox.website.page.Shell;
import dev.parley.sandbox.website.page.Visit;
import dev.parley.sandbox.website.page.WebRoutes;
import dev.parley.sandbox.website.variant.Dimension;
import dev.parley.sandbox.website.variant.Variant;
import java.util.Set;

/** What the site has against an account, and what it wants its owner to agree to. */
public final class StandingPages {
    private static final Set<Variant> ANSWERABLE = Set.of(
            Variant.STANDING_SCRAPING_WARNING,
            Variant.STANDING_DATA_CHANGES,
            Variant.STANDING_TERMS,
            Variant.STANDING_ADS_CHOICE);

    private StandingPages() {}

    public static void addTo(WebRoutes routes) {
        routes.pageInAnyStanding("/accounts/suspended", Call.ANY, page("login/suspended"));
        routes.pageInAnyStanding("/accounts/disabled", Call.ANY, page("login/disabled"));
        routes.pageInAnyStanding("/accounts/scraping_warning", Call.ANY, page("login/scraping-warning"));
        routes.pageInAnyStanding("/consent", Call.ANY, StandingPages::consent);
        routes.pageInAnyStanding("/privacy/consent", Call.ANY, StandingPages::consent);
    }

    public static void addCallsTo(WebRoutes routes) {
        routes.openPost("/api/v1/web/standing/agree", Call.ANY, StandingPages::agree);
    }

    private static WebRoutes.SignedIn page(String template) {
        return (visit, session) ->
                Pages.show(template, Shell.of("Instagram", visit, "standing").bare());
    }

    private static Answer consent(Visit visit, Session session) {
        String template = switch (visit.look().of(Dimension.STANDING)) {
            case STANDING_TERMS -> "login/terms";
            case STANDING_ADS_CHOICE -> "login/ads-choice";
            default -> "login/data-changes";
        };
        return page(template).answer(visit, session);
    }

    /** The owner has dismissed the warning, or agreed. */
    private static Answer agree(Visit visit) {
        return visit.session().map(session -> agree(session, visit)).orElseGet(Replies::loginRequired);
    }

    private static Answer agree(Session session, Visit visit) {
        SandboxState state = visit.state();
        if (ANSWERABLE.contains(visit.look().of(Dimension.STANDING))) {
            state.variants().choose(session.account().username(), Variant.STANDING_GOOD, state.journal());
        }
        return Replies.ok();
    }
}
