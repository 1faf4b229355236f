package dev.parley.sandbox.website.page;

import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.script.ScriptedFault;

/** What a fault makes of a page. */
public final class FaultPages {
    private static final int OK = 200;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private FaultPages() {}

    /** A page that says one thing. */
    public record Notice(Shell shell, String heading, String text) {}

    static Answer of(ScriptedFault scripted, Visit visit, Answer right) {
        return switch (scripted.fault()) {
            case CHALLENGE_REQUIRED ->
                Checkpoints.open(visit, false).map(Redirects::to).orElseGet(() -> Redirects.toLogin(visit));
            case CHECKPOINT_REQUIRED -> Redirects.to(Checkpoints.UNPASSABLE);
            case CONSENT_REQUIRED -> Redirects.to(Standing.CONSENT + "?flow=ig_data_changes");
            // Without a way back: whoever is signed in would be sent round in circles.
            case LOGIN_REQUIRED, REDIRECT_TO_LOGIN -> Redirects.to("/accounts/login/");
            case FEEDBACK_REQUIRED -> blocked(visit);
            case RATE_LIMITED -> notice(TOO_MANY, visit, "", "Please wait a few minutes before you try again.");
            case USER_NOT_FOUND -> Missing.page(visit);
            case SERVER_ERROR ->
                notice(
                        SERVER_ERROR,
                        visit,
                        "Sorry, something went wrong",
                        "We're working on getting this fixed as soon as we can.");
            case BAD_PASSWORD, PRIVATE_ACCOUNT, MESSAGES_REFUSED, DELAY, NO_EFFECT, GRAPH_ERROR -> right;
            case DROP -> right.ending(Answer.Ending.NEVER_SENT);
            case TRUNCATE -> right.ending(Answer.Ending.CUT_IN_THE_MIDDLE);
            case NOT_JSON -> Answer.text(OK, "text/plain; charset=utf-8", "Oops, an error occurred.");
            case HTML -> somethingWentWrong(OK, visit);
        };
    }

    static Answer somethingWentWrong(int status, Visit visit) {
        return notice(status, visit, "Something went wrong", "There's an issue and the page could not be loaded.");
    }

    private static Answer blocked(Visit visit) {
        var shell = Shell.of("Instagram", visit).blocking();
        return Pages.show("page/notice", new Notice(shell, "", ""));
    }

    private static Answer notice(int status, Visit visit, String heading, String text) {
        return Pages.show(status, "page/notice", new Notice(Shell.of("Instagram", visit), heading, text));
    }
}
