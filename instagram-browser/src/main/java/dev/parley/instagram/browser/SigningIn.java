package dev.parley.instagram.browser;

import com.microsoft.playwright.BrowserContext;
import dev.parley.instagram.PendingSignIn;
import dev.parley.instagram.Profile;
import dev.parley.instagram.SessionSnapshot;
import dev.parley.instagram.SignIn;
import dev.parley.instagram.SignInOutcome;
import dev.parley.instagram.VerificationMethod;
import dev.parley.instagram.browser.Errands.Task;
import dev.parley.instagram.browser.Errands.Visitor;
import dev.parley.instagram.browser.chromium.StorageState;
import dev.parley.instagram.browser.page.LoginPage;
import dev.parley.instagram.http.Quote;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Signing in as a person does: the password once, then as many pages as the site asks for, each of them possibly in another process. */
final class SigningIn {

    private static final String ABOUT_PASSWORD = "/login";

    /** Without it the site asks for the password even if an older session of this browser still works. */
    private static final BrowserContext.ClearCookiesOptions SESSION_COOKIE =
            new BrowserContext.ClearCookiesOptions().setName("sessionid");

    private final Errands errands;
    private final CodeSteps codes = new CodeSteps(this);

    SigningIn(Errands errands) {
        this.errands = errands;
    }

    SignInOutcome begin(SignIn request) {
        var identity = BrowserIdentity.of(request.identity());
        String username = request.username().toLowerCase(Locale.ROOT);
        var notes = new PendingNotes(request.identity(), request.proxy(), StorageState.NONE, LoginPage.PATH);
        String owner = Seat.owner(username, Bond.of(request.identity(), request.proxy()));
        var visitor = new Visitor(owner, username, identity.through(request.proxy()), null);
        return run(visitor, "signIn", errand -> sendPassword(errand, username, request.password(), notes));
    }

    /** Goes on with a sign-in; its page may still be open. */
    SignInOutcome resume(PendingSignIn pending, String call, Function<Resumed, SignInOutcome> body) {
        PendingNotes notes = PendingNotes.fromJson(pending.state());
        var identity = BrowserIdentity.of(notes.identity());
        String owner = Seat.owner(pending.username(), Bond.of(notes.identity(), notes.proxy()));
        var visitor = new Visitor(owner, pending.username(), identity.through(notes.proxy()), notes.storage());
        return run(visitor, call, errand -> body.apply(new Resumed(errand, pending, notes)));
    }

    /** A sign-in under way, on its page. */
    record Resumed(Errand errand, PendingSignIn pending, PendingNotes notes) {}

    SignInOutcome answer(PendingSignIn pending, String code) {
        return codes.answer(pending, code);
    }

    SignInOutcome sendCode(PendingSignIn pending, @Nullable VerificationMethod method) {
        return codes.sendCode(pending, method);
    }

    private SignInOutcome run(Visitor visitor, String call, Function<Errand, SignInOutcome> body) {
        return errands.run(visitor, new Task<>(call, true, body, SignInOutcome.Refused::new));
    }

    private SignInOutcome sendPassword(Errand errand, String username, String password, PendingNotes notes) {
        errand.act(page -> page.context().clearCookies(SESSION_COOKIE));
        errand.open(LoginPage.PATH);
        errand.watch(
                (page, scene, wire) -> {
                    Obstacles.endAtAllButSignIn(scene);
                    return new LoginPage(page).reachForm() ? true : null;
                },
                errand.deadline());
        errand.actWhileSigningIn(page -> new LoginPage(page).fill(username, password));
        errand.askWhileSigningIn(page -> new LoginPage(page).submit());
        var steps = new Steps(errand.base(), ABOUT_PASSWORD, false);
        return settle(errand, username, notes, errand.watch(steps, errand.deadline()));
    }

    /** What a step has led to. */
    SignInOutcome settle(Errand errand, String username, PendingNotes notes, Steps.Step step) {
        return switch (step) {
            case Steps.Step.SignedIn() -> signedIn(errand, notes);
            case Steps.Step.Code(var question) -> CodeSteps.asked(errand, username, notes, question);
            case Steps.Step.Way(var ways) -> codes.offered(errand, username, notes, ways);
            case Steps.Step.PasswordRefused(String words) ->
                new SignInOutcome.CredentialsRefused("Instagram refuses username and password: " + Quote.of(words));
            case Steps.Step.CodeRefused(String words) -> new SignInOutcome.VerificationEnded(Quote.of(words));
            case Steps.Step.Over(String words) -> new SignInOutcome.VerificationEnded(Quote.of(words));
        };
    }

    private static SignInOutcome signedIn(Errand errand, PendingNotes notes) {
        Profile account = WhoAmI.ask(errand);
        String bond = Bond.of(notes.identity(), notes.proxy());
        errand.lease().rename(Seat.owner(account.username(), bond));
        return new SignInOutcome.SignedIn(
                new SessionSnapshot(
                        BrowserDriver.NAME,
                        account.id(),
                        account.username(),
                        notes.identity(),
                        notes.proxy(),
                        new SessionState(errand.storage(), bond).toJson()),
                account);
    }
}
