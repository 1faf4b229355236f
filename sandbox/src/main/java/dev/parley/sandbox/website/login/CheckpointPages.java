package dev.parley.sandbox.website.login;

import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.account.Challenge;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.website.page.Checkpoints;
import dev.parley.sandbox.website.page.Ids;
import dev.parley.sandbox.website.page.Missing;
import dev.parley.sandbox.website.page.Pages;
import dev.parley.sandbox.website.page.Redirects;
import dev.parley.sandbox.website.page.Shell;
import dev.parley.sandbox.website.page.Visit;
import dev.parley.sandbox.website.page.WebRoutes;
import dev.parley.sandbox.website.variant.Dimension;
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

    /** A challenge under way. */
    public record Page(Shell shell, Challenge challenge) {

        public Account account() {
            return challenge.account();
        }

        public String pointer() {
            return Checkpoints.pointer(challenge);
        }

        /** Variants are those of the account that is challenged: nobody is signed in yet. */
        public Look look() {
            return shell.look();
        }

        public String heading() {
            return switch (look().of(Dimension.CODE_CHANNEL)) {
                case CODE_CHANNEL_SMS -> "Check your text messages";
                case CODE_CHANNEL_WHATSAPP -> "Check your WhatsApp messages";
                default -> "Check your email";
            };
        }

        /** Where the code went, or says it went. */
        public String contact() {
            return look().has(Variant.CODE_CHANNEL_EMAIL)
                    ? account().maskedEmail()
                    : account().maskedPhone();
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
        SandboxState state = visit.state();
        if (!challenge.codeSent() && visit.takesEffect()) {
            state.challenges().sendCode(challenge, state.now(), state.journal());
        }
        return show("login/code-entry", challenge, visit);
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
        var page = new Page(shell.lookingLike(look(challenge, visit)), challenge);
        return Pages.show(template, page);
    }

    private static Look look(Challenge challenge, Visit visit) {
        return visit.state().variants().of(challenge.account().username());
    }

    private static Answer unpassable(Visit visit) {
        Function<Account, Answer> page = account -> Pages.show("login/unpassable", Shell.of("Instagram", visit));
        return visit.account().map(page).orElseGet(() -> Missing.page(visit));
    }
}
