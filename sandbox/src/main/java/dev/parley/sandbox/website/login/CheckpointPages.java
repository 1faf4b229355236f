package dev.parley.sandbox.website.login;

import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.account.Challenge;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.website.page.Checkpoints;
import dev.parley.sandbox.website.page.Ids;
import dev.parley.sandbox.website.page.Missing;
import dev.parley.sandbox.website.page.Pages;
import dev.parley.sandbox.website.page.Redirects;
import dev.parley.sandbox.website.page.Shell;
import dev.parley.sandbox.website.page.Visit;
import dev.parley.sandbox.website.page.WebRoutes;
import dev.parley.sandbox.website.variant.Look;
import dev.parley.sandbox.website.variant.Variant;
import java.util.Optional;
import java.util.function.Function;

/** Where somebody proves who they are: the pages of today under {@code /auth_platform/}, and the older one. */
public final class CheckpointPages {

    private CheckpointPages() {}

    public static void addTo(WebRoutes routes) {
        routes.openPage("/auth_platform/codeentry", Call.CHALLENGE, known(CheckpointPages::code));
        routes.openPage("/auth_platform/challengepicker", Call.CHALLENGE, known(page("login/challenge-picker")));
        routes.openPage("/auth_platform/recaptcha", Call.CHALLENGE, known(page("login/captcha")));
        routes.openPage("/challenge/{account}/{nonce}", Call.CHALLENGE, known(CheckpointPages::old));
        routes.openPage("/challenge", Call.ANY, CheckpointPages::unpassable);
        routes.openPage("/checkpoint/{id}", Call.ANY, CheckpointPages::unpassable);
    }

    /**
     * A challenge under way.
     *
     * @param whatsApp whether the page says that the code came by WhatsApp; in the outbox it is an SMS
     */
    public record Page(Shell shell, Challenge challenge, boolean whatsApp) {

        public Account account() {
            return challenge.account();
        }

        public String pointer() {
            return Checkpoints.pointer(challenge);
        }

        public String heading() {
            if (!challenge.bySms()) {
                return "Check your email";
            }
            return whatsApp ? "Check your WhatsApp messages" : "Check your text messages";
        }

        public String contact() {
            return challenge.bySms() ? account().maskedPhone() : account().maskedEmail();
        }
    }

    private static WebRoutes.Open known(Step step) {
        return visit ->
                find(visit).map(challenge -> step.answer(challenge, visit)).orElseGet(() -> Redirects.to("/"));
    }

    private interface Step {
        Answer answer(Challenge challenge, Visit visit);
    }

    static Optional<Challenge> find(Visit visit) {
        String pointer = visit.query("apc");
        return pointer.isEmpty() ? inPath(visit) : Checkpoints.at(pointer, visit.state());
    }

    private static Optional<Challenge> inPath(Visit visit) {
        return visit.path().startsWith("/challenge/")
                ? visit.state().challenges().find(Ids.idOrNone(visit.path("account")), visit.path("nonce"))
                : Optional.empty();
    }

    private static Answer code(Challenge challenge, Visit visit) {
        if (!challenge.codeSent() && visit.takesEffect()) {
            boolean email = look(challenge, visit).has(Variant.CODE_CHANNEL_EMAIL);
            CheckpointCalls.send(challenge, email ? "email" : "sms", visit);
        }
        // As it is now, with the way that its code went.
        return show("login/code-entry", find(visit).orElse(challenge), visit);
    }

    private static Answer old(Challenge challenge, Visit visit) {
        if (look(challenge, visit).has(Variant.CHECKPOINT_CONFIRM)) {
            return show("login/confirm-yourself", challenge, visit);
        }
        if (challenge.codeSent()) {
            return show("login/challenge-code", challenge, visit);
        }
        return show(
                look(challenge, visit).has(Variant.CHECKPOINT_WAS_ME)
                        ? "login/challenge-was-me"
                        : "login/challenge-choice",
                challenge,
                visit);
    }

    private static Step page(String template) {
        return (challenge, visit) -> show(template, challenge, visit);
    }

    private static Answer show(String template, Challenge challenge, Visit visit) {
        var shell = Shell.of("Instagram", visit, "checkpoint");
        Look look = look(challenge, visit);
        boolean whatsApp =
                look.has(Variant.CODE_CHANNEL_WHATSAPP) || visit.query("way").equals("whatsapp");
        return Pages.show(template, new Page(shell.lookingLike(look), challenge, whatsApp));
    }

    private static Look look(Challenge challenge, Visit visit) {
        return visit.state().variants().of(challenge.account().username());
    }

    private static Answer unpassable(Visit visit) {
        Function<Account, Answer> page = account -> Pages.show("login/unpassable", Shell.of("Instagram", visit));
        return visit.account().map(page).orElseGet(() -> Missing.page(visit));
    }
}
