package dev.parley.sandbox.app;

import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.state.SandboxState;
import java.util.Locale;
import java.util.Optional;

/** Signing in with a password, and signing out. */
final class LoginCalls {

    private LoginCalls() {}

    static void addTo(AppRoutes routes) {
        routes.openPost("/accounts/login", Call.LOGIN, LoginCalls::login);
        routes.post("/accounts/logout", Call.ANY, LoginCalls::logout);
    }

    private static Answer login(AppRequest request) {
        String username = request.field("username").strip().toLowerCase(Locale.ROOT);
        Optional<Account> account = request.state().accounts().withUsername(username);
        if (!request.takesEffect()) {
            return stopped(username, account, request);
        }
        return account.map(known -> login(known, request)).orElseGet(() -> {
            SignIns.record(username, SignIns.Way.PASSWORD, "unknown_user", request);
            return SignInRefusals.unknownUser();
        });
    }

    private static Answer login(Account account, AppRequest request) {
        SandboxState state = request.state();
        Optional<String> password =
                state.passwordKeys().current(state.journal()).decrypt(request.field("enc_password"));
        if (password.isEmpty()) {
            SignIns.record(account.username(), SignIns.Way.PASSWORD, "undecryptable_password", request);
            return SignInRefusals.undecryptablePassword();
        }
        if (!password.get().equals(Account.PASSWORD)) {
            SignIns.record(account.username(), SignIns.Way.PASSWORD, "bad_password", request);
            return SignInRefusals.badPassword(account.username());
        }
        return afterPassword(account, request);
    }

    private static Answer afterPassword(Account account, AppRequest request) {
        if (request.state().trustedDevices().trusts(account, request.device())) {
            return signedIn(account, request);
        }
        return switch (account.protection()) {
            case NONE -> signedIn(account, request);
            case TOTP, SMS -> askSecondFactor(account, request);
            case EMAIL_CHALLENGE -> challenge(account, request);
        };
    }

    private static Answer signedIn(Account account, AppRequest request) {
        return SignIns.complete(account, SignIns.Way.PASSWORD, request, SignIns.loggedIn(account, request));
    }

    private static Answer askSecondFactor(Account account, AppRequest request) {
        SandboxState state = request.state();
        SignIns.record(account.username(), SignIns.Way.PASSWORD, "two_factor_required", request);
        return SignInRefusals.twoFactorRequired(
                state.secondFactors().ask(account, request.device().androidId(), state.now(), state.journal()));
    }

    private static Answer challenge(Account account, AppRequest request) {
        SandboxState state = request.state();
        SignIns.record(account.username(), SignIns.Way.PASSWORD, "challenge_required", request);
        return ChallengeRefusals.required(
                state.challenges().open(account, request.device().androidId(), true, state.now(), state.journal()));
    }

    private static Answer stopped(String username, Optional<Account> account, AppRequest request) {
        return account.map(known -> SignIns.stopped(known, SignIns.Way.PASSWORD, request))
                .orElseGet(() -> {
                    SignIns.recordFault(username, SignIns.Way.PASSWORD, request);
                    return SignInRefusals.unknownUser();
                });
    }

    private static Answer logout(AppRequest request, Session session) {
        if (request.takesEffect()) {
            request.state().sessions().close(session, request.state().journal());
        }
        return Answer.ok(Json.object("login_nonce", null, "status", "ok"));
    }
}
