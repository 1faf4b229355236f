package dev.parley.sandbox.website.login;

import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.website.page.Checkpoints;
import dev.parley.sandbox.website.page.Ids;
import dev.parley.sandbox.website.page.Replies;
import dev.parley.sandbox.website.page.Visit;
import dev.parley.sandbox.website.page.WebCookies;
import dev.parley.sandbox.website.page.WebRoutes;
import java.util.Locale;
import java.util.Optional;

/** What the sign-in page's script asks: password, continuing as a saved account, saving one, signing out. */
public final class LoginCalls {
    private static final int BAD_REQUEST = 400;
    private static final String SAVED = "saved ";

    private LoginCalls() {}

    public static void addTo(WebRoutes routes) {
        routes.openPost("/api/v1/web/accounts/login/ajax", Call.LOGIN, LoginCalls::login);
        routes.openPost("/api/v1/web/accounts/one_tap_web_login", Call.LOGIN, LoginCalls::continueAs);
        routes.post("/api/v1/web/accounts/request_one_tap_login_nonce", Call.ANY, LoginCalls::save);
        routes.post("/api/v1/web/accounts/logout/ajax", Call.ANY, LoginCalls::logout);
    }

    private static Answer login(Visit visit) {
        String username = visit.field("username").strip().toLowerCase(Locale.ROOT);
        Optional<Account> account = visit.state().accounts().withUsername(username);
        if (!visit.takesEffect()) {
            return account.map(known -> WebSignIns.stopped(known, WebSignIns.PASSWORD, visit))
                    .orElseGet(() -> refused(false));
        }
        return account.map(known -> login(known, visit)).orElseGet(() -> {
            WebSignIns.record(username, WebSignIns.PASSWORD, "unknown_user", visit);
            return refused(false);
        });
    }

    private static Answer login(Account account, Visit visit) {
        Optional<String> password = BrowserPassword.in(visit.field("enc_password"));
        if (password.isEmpty()) {
            WebSignIns.record(account.username(), WebSignIns.PASSWORD, "undecryptable_password", visit);
            return Replies.badRequest("enc_password is not of a version that the sandbox understands");
        }
        if (!password.get().equals(Account.PASSWORD)) {
            WebSignIns.record(account.username(), WebSignIns.PASSWORD, "bad_password", visit);
            return refused(true);
        }
        return afterPassword(account, visit);
    }

    private static Answer afterPassword(Account account, Visit visit) {
        if (visit.state().trustedDevices().trusts(account, visit.browser())) {
            return WebSignIns.complete(account, WebSignIns.PASSWORD, visit);
        }
        return switch (account.protection()) {
            case NONE -> WebSignIns.complete(account, WebSignIns.PASSWORD, visit);
            case TOTP, SMS -> SecondFactorCalls.ask(account, visit);
            case EMAIL_CHALLENGE -> challenge(account, visit);
        };
    }

    private static Answer challenge(Account account, Visit visit) {
        WebSignIns.record(account.username(), WebSignIns.PASSWORD, "challenge_required", visit);
        return Replies.checkpointRequired(Checkpoints.open(account, visit, true));
    }

    /** Signs in without a password where the account's info was saved; elsewhere the page asks for the password. */
    private static Answer continueAs(Visit visit) {
        SandboxState state = visit.state();
        return state.accounts()
                .withId(Ids.idOrNone(visit.field("user_id")))
                .filter(account -> isSaved(account, visit))
                .map(account -> visit.takesEffect()
                        ? WebSignIns.complete(account, WebSignIns.ONE_TAP, visit)
                        : WebSignIns.stopped(account, WebSignIns.ONE_TAP, visit))
                .orElseGet(() -> Replies.fail(BAD_REQUEST, "message", "", "error_type", "login_nonce_invalid"));
    }

    private static Answer save(Visit visit, Session session) {
        SandboxState state = visit.state();
        if (visit.takesEffect()) {
            state.trustedDevices().trust(session.account(), saved(visit), state.journal());
        }
        return Replies.ok();
    }

    private static Answer logout(Visit visit, Session session) {
        if (visit.takesEffect()) {
            visit.state().sessions().close(session, visit.state().journal());
        }
        return WebCookies.signedOut(Replies.ok(), visit);
    }

    private static boolean isSaved(Account account, Visit visit) {
        return visit.state().trustedDevices().trusts(account, saved(visit));
    }

    private static String saved(Visit visit) {
        return SAVED + visit.browser().androidId();
    }

    private static Answer refused(boolean userExists) {
        return Replies.ok("user", userExists, "authenticated", false);
    }
}
