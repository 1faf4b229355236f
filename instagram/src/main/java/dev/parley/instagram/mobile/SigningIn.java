package dev.parley.instagram.mobile;

import dev.parley.instagram.PendingSignIn;
import dev.parley.instagram.Profile;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.SignIn;
import dev.parley.instagram.SignInOutcome;
import dev.parley.instagram.VerificationMethod;
import dev.parley.instagram.mobile.Answer.Came;
import dev.parley.instagram.mobile.Answer.Missing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signing in: the password once, then as many steps as Instagram asks for, each of them possibly in another process. */
final class SigningIn {

    private static final List<String> CREDENTIALS_REFUSED =
            List.of("bad_password", "invalid_user", "invalid_credentials", "unusable_password");

    private final Network network;
    private final Settings settings;
    private final TwoFactor twoFactor = new TwoFactor(this);
    private final Challenge challenge = new Challenge(this);

    SigningIn(Network network, Settings settings) {
        this.network = network;
        this.settings = settings;
    }

    SignInOutcome begin(SignIn request) {
        SessionState fresh = SessionState.fresh(newLogSession());
        Attempt attempt = Attempt.first(network, request, fresh);
        return switch (attempt.send(passwordKey(attempt), SignInReply.reading())) {
            case Missing<SignInReply> missing -> new SignInOutcome.Refused(missing.failure());
            case Came<SignInReply> came -> sendPassword(attempt, request.password(), came);
        };
    }

    SignInOutcome answer(PendingSignIn pending, String code) {
        Attempt attempt = Attempt.resumed(network, pending);
        VerificationMethod method = pending.method();
        if (method == null) {
            return new SignInOutcome.NeedsVerification(pending);
        }
        String typed = Code.plain(code);
        if (typed == null) {
            return new SignInOutcome.CodeRefused(pending, "This is no code; nothing was asked");
        }
        return switch (pending.kind()) {
            case TWO_FACTOR -> twoFactor.answer(attempt, pending, Code.methodFor(typed, method), typed);
            case CHALLENGE -> challenge.answer(attempt, pending, method, typed);
        };
    }

    SignInOutcome sendCode(PendingSignIn pending, @Nullable VerificationMethod wished) {
        Attempt attempt = Attempt.resumed(network, pending);
        VerificationMethod method = wished == null ? pending.method() : wished;
        if (method == null) {
            return new SignInOutcome.NeedsVerification(pending);
        }
        if (!pending.methods().contains(method)) {
            throw new IllegalArgumentException(method + " is not offered, only " + pending.methods());
        }
        return switch (pending.kind()) {
            case TWO_FACTOR -> twoFactor.sendCode(attempt, pending, method);
            case CHALLENGE -> challenge.sendCode(attempt, pending, method);
        };
    }

    /** Fact: the id of the app's log session has this form. */
    String newLogSession() {
        return "UFS-" + newId() + "-1";
    }

    String newId() {
        return Device.uuid(settings.random());
    }

    private AppRequest passwordKey(Attempt attempt) {
        return AppRequest.signed(
                "qe/sync/", new Fields().with("id", attempt.device().uuid()).with("server_config_retrieval", "1"));
    }

    private SignInOutcome sendPassword(Attempt attempt, String password, Came<?> keyAnswer) {
        PasswordKey key = PasswordKey.in(keyAnswer.headers());
        if (key == null) {
            return new SignInOutcome.Refused(
                    keyAnswer.succeeded()
                            ? new Refusal.BadResponse(
                                    "Instagram gave no key to encrypt the password with; it was not sent")
                            : keyAnswer.refusal());
        }
        String sealed = key.seal(password, settings.clock().instant(), settings.random());
        return settle(attempt, attempt.send(login(attempt, sealed), SignInReply.reading()));
    }

    private static AppRequest login(Attempt attempt, String sealedPassword) {
        Device device = attempt.device();
        String country = "[{\"country_code\":\"" + device.countryCode() + "\",\"source\":[\"default\"]}]";
        return AppRequest.signed(
                "accounts/login/",
                new Fields()
                        .with("jazoest", Jazoest.of(device.phoneId()))
                        .with("country_codes", country)
                        .with("phone_id", device.phoneId())
                        .with("enc_password", sealedPassword)
                        .with("username", attempt.username())
                        .with("adid", device.advertisingId())
                        .with("guid", device.uuid())
                        .with("device_id", device.androidId())
                        .with("google_tokens", "[]")
                        .with("login_attempt_count", "0"));
    }

    /** What an answer means that may end the sign-in, or ask for one thing more. */
    SignInOutcome settle(Attempt attempt, Answer<SignInReply> answer) {
        return switch (answer) {
            case Missing<SignInReply> missing -> new SignInOutcome.Refused(missing.failure());
            case Came<SignInReply> came -> settle(attempt, came);
        };
    }

    private SignInOutcome settle(Attempt attempt, Came<SignInReply> came) {
        SignInReply reply = came.value();
        Profile account = reply == null ? null : reply.account();
        if (account != null && came.succeeded() && attempt.line().state().signedIn()) {
            return attempt.signedIn(account);
        }
        if (reply != null && reply.twoFactor() != null) {
            return twoFactor.begin(attempt, reply.twoFactor());
        }
        if (came.remarks().challenge() != null) {
            return challenge.begin(attempt, came, came.remarks().challenge());
        }
        return refused(came);
    }

    private static SignInOutcome refused(Came<SignInReply> came) {
        if (came.succeeded()) {
            return new SignInOutcome.Refused(new Refusal.BadResponse("Instagram said yes but gave no session"));
        }
        return refusesCredentials(came.remarks())
                ? new SignInOutcome.CredentialsRefused(came.telling("Instagram refuses username and password"))
                : new SignInOutcome.Refused(came.refusal());
    }

    private static boolean refusesCredentials(Remarks remarks) {
        return CREDENTIALS_REFUSED.stream().anyMatch(remarks::named) || remarks.says("the username you entered");
    }
}
