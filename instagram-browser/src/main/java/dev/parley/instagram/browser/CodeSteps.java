package dev.parley.instagram.browser;

import dev.parley.instagram.PendingSignIn;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.SignInOutcome;
import dev.parley.instagram.VerificationMethod;
import dev.parley.instagram.browser.SigningIn.Resumed;
import dev.parley.instagram.browser.chromium.Wire;
import dev.parley.instagram.browser.page.Address;
import dev.parley.instagram.browser.page.CodePage;
import dev.parley.instagram.browser.page.CodePage.Question;
import dev.parley.instagram.browser.page.WayPage;
import dev.parley.instagram.http.Quote;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The pages of a sign-in after the password: a code of the second factor or of a checkpoint, and the way it is sent. */
final class CodeSteps {

    /** These pages ask for little else than what they are about. */
    private static final String ABOUT_CODES = "/api/";

    private static final Pattern DIGITS = Pattern.compile("[0-9]{4,12}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s-]+");
    private static final int BACKUP_CODE_DIGITS = 8;

    private final SigningIn signingIn;

    CodeSteps(SigningIn signingIn) {
        this.signingIn = signingIn;
    }

    SignInOutcome answer(PendingSignIn pending, String code) {
        String digits = BETWEEN.matcher(code).replaceAll("");
        if (pending.method() == null) {
            return new SignInOutcome.NeedsVerification(pending);
        }
        return DIGITS.matcher(digits).matches()
                ? signingIn.resume(pending, "answer", resumed -> answer(resumed, digits))
                : new SignInOutcome.CodeRefused(pending, "This is no code; nothing was asked");
    }

    private SignInOutcome answer(Resumed resumed, String digits) {
        return switch (here(resumed)) {
            case Steps.Step.Code(Question question) -> type(resumed, question, digits);
            case Steps.Step.Way(var ways) ->
                offered(resumed.errand(), resumed.pending().username(), resumed.notes(), ways);
            case Steps.Step other -> ended(other);
        };
    }

    /** What the page of a sign-in asks for now. */
    private static Steps.Step here(Resumed resumed) {
        Errand errand = resumed.errand();
        if (!Address.of(errand.path()).equals(Address.of(resumed.notes().path()))) {
            errand.open(resumed.notes().path());
        }
        return errand.watch(
                (page, scene, wire) -> {
                    Steps.Step asks = Steps.asksFor(page, scene.address());
                    if (asks != null) {
                        return asks;
                    }
                    if (scene.asksForPassword()) {
                        return new Steps.Step.Over("Instagram asks for the password again");
                    }
                    Obstacles.endAtAllButSignIn(scene);
                    return null;
                },
                errand.deadline());
    }

    private static SignInOutcome ended(Steps.Step step) {
        String words = step instanceof Steps.Step.Over(String said) ? said : "Instagram asks for something else";
        return new SignInOutcome.VerificationEnded(Quote.of(words));
    }

    private SignInOutcome type(Resumed resumed, Question question, String digits) {
        Errand errand = resumed.errand();
        if (digits.length() == BACKUP_CODE_DIGITS && question.offersBackup()) {
            errand.actWhileSigningIn(page -> new CodePage(page).switchToBackupCode());
        }
        errand.actWhileSigningIn(page -> new CodePage(page).fill(digits));
        errand.askWhileSigningIn(page -> new CodePage(page).submit());
        var steps = new Steps(errand.base(), ABOUT_CODES, true);
        String username = resumed.pending().username();
        return switch (errand.watch(steps, errand.deadline())) {
            case Steps.Step.CodeRefused(String words) ->
                new SignInOutcome.CodeRefused(pending(errand, username, resumed.notes(), question), Quote.of(words));
            case Steps.Step other -> signingIn.settle(errand, username, resumed.notes(), other);
        };
    }

    SignInOutcome sendCode(PendingSignIn pending, @Nullable VerificationMethod wished) {
        VerificationMethod method = wished == null ? pending.method() : wished;
        if (method == null) {
            return new SignInOutcome.NeedsVerification(pending);
        }
        if (!pending.methods().contains(method)) {
            throw new IllegalArgumentException(method + " is not offered, only " + pending.methods());
        }
        return signingIn.resume(pending, "sendCode", resumed -> send(resumed, method));
    }

    private SignInOutcome send(Resumed resumed, VerificationMethod method) {
        return switch (here(resumed)) {
            case Steps.Step.Way ignored ->
                choose(resumed.errand(), resumed.pending().username(), resumed.notes(), method);
            case Steps.Step.Code(Question question) -> sendFrom(resumed, question, method);
            case Steps.Step other -> ended(other);
        };
    }

    private static SignInOutcome sendFrom(Resumed resumed, Question question, VerificationMethod method) {
        Errand errand = resumed.errand();
        String username = resumed.pending().username();
        switch (method) {
            case TOTP -> {}
            case BACKUP_CODE -> errand.actWhileSigningIn(page -> new CodePage(page).switchToBackupCode());
            case SMS, EMAIL -> resend(errand);
        }
        return asked(errand, username, resumed.notes(), question.by(method));
    }

    private static void resend(Errand errand) {
        errand.askWhileSigningIn(page -> {
            if (!new CodePage(page).resend()) {
                throw new Stopped(new Refusal.RateLimited("Instagram offers no other code at the moment", null));
            }
        });
        errand.watch(
                (page, scene, wire) -> {
                    endAtNo(wire);
                    return Verdict.hasCome(wire, ABOUT_CODES) ? true : null;
                },
                errand.deadline());
    }

    /** The site asks for a code: a person has to look for it. */
    static SignInOutcome asked(Errand errand, String username, PendingNotes notes, Question question) {
        return new SignInOutcome.NeedsVerification(pending(errand, username, notes, question));
    }

    /** The site lets choose how the code is sent; where there is only one way, it is taken. */
    SignInOutcome offered(Errand errand, String username, PendingNotes notes, Map<VerificationMethod, String> ways) {
        if (ways.size() == 1) {
            return choose(errand, username, notes, ways.keySet().iterator().next());
        }
        return new SignInOutcome.NeedsVerification(new PendingSignIn(
                BrowserDriver.NAME,
                username,
                PendingSignIn.Kind.CHALLENGE,
                null,
                ways.keySet(),
                null,
                notes.at(errand.storage(), errand.path()).toJson()));
    }

    private static SignInOutcome choose(Errand errand, String username, PendingNotes notes, VerificationMethod method) {
        errand.askWhileSigningIn(page -> new WayPage(page).choose(method));
        Question question = errand.watch(
                (page, scene, wire) -> {
                    endAtNo(wire);
                    return CodePage.mayBeAt(scene.address()) ? new CodePage(page).question() : null;
                },
                errand.deadline());
        return asked(errand, username, notes, question);
    }

    private static void endAtNo(Wire wire) {
        Refusal refusal = Verdict.answered(wire, ABOUT_CODES);
        if (refusal != null) {
            throw new Stopped(refusal);
        }
    }

    private static PendingSignIn pending(Errand errand, String username, PendingNotes notes, Question question) {
        Set<VerificationMethod> methods = EnumSet.of(question.method());
        if (question.offersBackup()) {
            methods.add(VerificationMethod.BACKUP_CODE);
        }
        return new PendingSignIn(
                BrowserDriver.NAME,
                username,
                question.kind(),
                question.method(),
                methods,
                question.sentTo(),
                notes.at(errand.storage(), errand.path()).toJson());
    }
}
