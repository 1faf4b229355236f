package dev.parley.sandbox.website.login;

import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.account.Challenge;
import dev.parley.sandbox.account.CodeCheck;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.website.page.Checkpoints;
import dev.parley.sandbox.website.page.Replies;
import dev.parley.sandbox.website.page.Visit;
import dev.parley.sandbox.website.page.WebRoutes;

/** What the checkpoint pages' script asks. These paths are the sandbox's own: the real ones are not known. */
public final class CheckpointCalls {
    private static final String WRONG = "Please check the code we sent you and try again.";

    private CheckpointCalls() {}

    public static void addTo(WebRoutes routes) {
        routes.openPost("/api/v1/web/checkpoint/code", Call.CHALLENGE, known(CheckpointCalls::check));
        routes.openPost("/api/v1/web/checkpoint/send", Call.CHALLENGE, known(CheckpointCalls::send));
        routes.openPost("/api/v1/web/checkpoint/was_me", Call.CHALLENGE, known(CheckpointCalls::wasMe));
    }

    private interface Step {
        Answer answer(Challenge challenge, Visit visit);
    }

    private static WebRoutes.Open known(Step step) {
        return visit -> Checkpoints.at(visit.field("apc"), visit.state())
                .map(challenge -> step.answer(challenge, visit))
                .orElseGet(CheckpointCalls::ended);
    }

    private static Answer send(Challenge challenge, Visit visit) {
        if (visit.takesEffect()) {
            String way = visit.field("way");
            send(challenge, way.isEmpty() ? challenge.channel() : way, visit);
        }
        return Replies.ok();
    }

    /** By e-mail, unless the way is another one. */
    static void send(Challenge challenge, String way, Visit visit) {
        SandboxState state = visit.state();
        if (way.equals("sms") || way.equals("whatsapp")) {
            state.challenges().sendSms(challenge, state.now(), state.journal());
        } else {
            state.challenges().sendCode(challenge, state.now(), state.journal());
        }
    }

    /** The owner says that the sign-in was theirs. */
    private static Answer wasMe(Challenge challenge, Visit visit) {
        if (!visit.takesEffect()) {
            return WebSignIns.stopped(challenge.account(), WebSignIns.CHALLENGE, visit);
        }
        visit.state().challenges().end(challenge, visit.state().journal());
        return pass(challenge, visit);
    }

    private static Answer check(Challenge challenge, Visit visit) {
        Account account = challenge.account();
        if (!visit.takesEffect()) {
            return WebSignIns.stopped(account, WebSignIns.CHALLENGE, visit);
        }
        SandboxState state = visit.state();
        String code = visit.field("security_code").replace(" ", "");
        CodeCheck check = state.challenges().check(challenge, code, state.now(), state.journal());
        return switch (check) {
            case RIGHT -> pass(challenge, visit);
            case WRONG -> refused(account, "wrong_code", Replies.badRequest(WRONG), visit);
            case ENDED -> refused(account, "ended", ended(), visit);
        };
    }

    private static Answer pass(Challenge challenge, Visit visit) {
        SandboxState state = visit.state();
        state.trustedDevices().trust(challenge.account(), challenge.androidId(), state.journal());
        return challenge.signsIn()
                ? WebSignIns.complete(challenge.account(), WebSignIns.CHALLENGE, visit)
                : Replies.ok("authenticated", true);
    }

    private static Answer refused(Account account, String outcome, Answer answer, Visit visit) {
        WebSignIns.record(account.username(), WebSignIns.CHALLENGE, outcome, visit);
        return answer;
    }

    private static Answer ended() {
        return Replies.badRequest("This code has expired. Please request a new one.");
    }
}
