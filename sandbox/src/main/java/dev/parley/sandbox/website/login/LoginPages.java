package dev.parley.sandbox.website.login;

import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.website.page.Pages;
import dev.parley.sandbox.website.page.Redirects;
import dev.parley.sandbox.website.page.Shell;
import dev.parley.sandbox.website.page.Visit;
import dev.parley.sandbox.website.page.WebRoutes;
import dev.parley.sandbox.website.variant.Variant;

/** The sign-in page, and what comes right after it. */
public final class LoginPages {

    private LoginPages() {}

    public static void addTo(WebRoutes routes) {
        routes.openPage("/accounts/login", Call.ANY, LoginPages::login);
        routes.page("/accounts/onetap", Call.ANY, LoginPages::saveInfo);
    }

    private static Answer login(Visit visit) {
        return visit.session().isPresent() ? Redirects.to(Redirects.next(visit)) : form(visit);
    }

    /** The form itself: also what a stranger sees at the root of the site. */
    public static Answer form(Visit visit) {
        Account saved = visit.look().has(Variant.SAVED_ACCOUNT_NONE)
                ? null
                : visit.remembered().orElse(null);
        var shell = Shell.of("Login • Instagram", visit, "login");
        return Pages.show("login/page", new LoginPage(shell, Redirects.next(visit), saved));
    }

    private static Answer saveInfo(Visit visit, Session session) {
        boolean isPage =
                visit.look().has(Variant.SAVE_INFO_PAGE) || visit.look().has(Variant.SAVE_INFO_OLD);
        return isPage
                ? Pages.show("login/save-info-page", SaveInfoPage.of(visit))
                : Redirects.to(Redirects.next(visit));
    }

    /** "Save your login info?" */
    public record SaveInfoPage(Shell shell, String next) {

        static SaveInfoPage of(Visit visit) {
            return new SaveInfoPage(Shell.of("Instagram", visit).bare(), Redirects.next(visit));
        }
    }
}
