package dev.parley.sandbox.website.login;

import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.account.Protection;
import dev.parley.sandbox.account.SecondFactor;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.website.page.Pages;
import dev.parley.sandbox.website.page.Redirects;
import dev.parley.sandbox.website.page.Shell;
import dev.parley.sandbox.website.page.Visit;
import dev.parley.sandbox.website.page.WebRoutes;
import dev.parley.sandbox.website.variant.Look;
import dev.parley.sandbox.website.variant.Variant;

/** Where the code of a second factor is typed. */
public final class SecondFactorPages {

    private SecondFactorPages() {}

    public static void addTo(WebRoutes routes) {
        routes.openPage("/accounts/login/two_factor", Call.ANY, visit -> page("login/two-factor", visit));
        routes.openPage(
                "/accounts/login/two_step_verification", Call.ANY, visit -> page("login/two-step-verification", visit));
    }

    private static Answer page(String template, Visit visit) {
        return SecondFactorCalls.pending(visit)
                .map(factor -> Pages.show(template, Page.of(factor, visit)))
                .orElseGet(() -> Redirects.to("/accounts/login/?next=" + Redirects.encoded(Redirects.next(visit))));
    }

    /** A sign-in that waits for its code. */
    public record Page(Shell shell, SecondFactor factor, String next) {

        static Page of(SecondFactor factor, Visit visit) {
            Look look = visit.state().variants().of(factor.account().username());
            return new Page(Shell.of("Instagram", visit, "code").lookingLike(look), factor, Redirects.next(visit));
        }

        public Account account() {
            return factor.account();
        }

        public boolean sms() {
            return account().protection() == Protection.SMS;
        }

        public boolean asksToTrust() {
            return shell.has(Variant.TWO_FACTOR_NEW_WITH_TRUST);
        }
    }
}
