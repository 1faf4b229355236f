package dev.parley.sandbox.website.login;

import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.website.page.Replies;
import dev.parley.sandbox.website.page.Visit;
import dev.parley.sandbox.website.page.WebCookies;
import dev.parley.sandbox.website.variant.Variant;

/** The end of every way to sign in to the website, and the record of each attempt. */
final class WebSignIns {
    static final String PASSWORD = "password";
    static final String TWO_FACTOR = "two_factor";
    static final String CHALLENGE = "challenge";
    static final String ONE_TAP = "one_tap";

    private WebSignIns() {}

    static Answer complete(Account account, String how, Visit visit) {
        SandboxState state = visit.state();
        Session session = state.sessions().open(account, visit.browser(), state.now(), state.journal());
        record(account.username(), how, "signed_in", visit);
        return WebCookies.signedIn(welcome(account, visit), session, visit);
    }

    /** For an attempt that a fault stops: it is recorded, and the answer says yes unless the fault says otherwise. */
    static Answer stopped(Account account, String how, Visit visit) {
        recordFault(account.username(), how, visit);
        return welcome(account, visit);
    }

    static void record(String username, String how, String outcome, Visit visit) {
        SandboxState state = visit.state();
        state.logins().record(username, how, visit.browser(), outcome, state.now(), state.journal());
    }

    static void recordFault(String username, String how, Visit visit) {
        visit.fault().ifPresent(fault -> record(username, how, fault.fault().label(), visit));
    }

    private static Answer welcome(Account account, Visit visit) {
        boolean asksToSave = !visit.state().variants().of(account.username()).has(Variant.SAVE_INFO_NONE);
        return Replies.ok(
                "user", true, "userId", Long.toString(account.id()), "authenticated", true, "oneTapPrompt", asksToSave);
    }
}
