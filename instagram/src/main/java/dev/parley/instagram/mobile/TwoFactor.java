package dev.parley.instagram.mobile;

import dev.parley.instagram.PendingSignIn;
import dev.parley.instagram.PendingSignIn.Kind;
import dev.parley.instagram.SignInOutcome;
import dev.parley.instagram.VerificationMethod;
import dev.parley.instagram.mobile.Answer.Came;

/** The second factor. The identifier that Instagram gave stands for the password, which is not sent again. */
final class TwoFactor {

    private final SigningIn signingIn;

    TwoFactor(SigningIn signingIn) {
        this.signingIn = signingIn;
    }

    SignInOutcome begin(Attempt attempt, TwoFactorInfo info) {
        return pending(attempt, info, info.method());
    }

    SignInOutcome answer(Attempt attempt, PendingSignIn pending, VerificationMethod method, String code) {
        Answer<SignInReply> answer = attempt.send(codeRequest(attempt, pending, method, code), SignInReply.reading());
        if (answer instanceof Came<SignInReply> came) {
            if (CodeAnswer.refuses(came)) {
                return new SignInOutcome.CodeRefused(attempt.again(pending), came.telling("The code is not right"));
            }
            if (CodeAnswer.ended(came)) {
                return new SignInOutcome.VerificationEnded(came.telling("This sign-in is over; begin a new one"));
            }
        }
        return signingIn.settle(attempt, answer);
    }

    SignInOutcome sendCode(Attempt attempt, PendingSignIn pending, VerificationMethod method) {
        if (method != VerificationMethod.SMS) {
            return new SignInOutcome.NeedsVerification(
                    attempt.pending(Kind.TWO_FACTOR, key(pending), method, pending.methods(), null));
        }
        Answer<SignInReply> answer = attempt.send(messageRequest(attempt, pending), SignInReply.reading());
        if (!(answer instanceof Came<SignInReply> came) || !came.succeeded()) {
            return answer instanceof Came<SignInReply> refused && CodeAnswer.ended(refused)
                    ? new SignInOutcome.VerificationEnded(refused.telling("This sign-in is over; begin a new one"))
                    : signingIn.settle(attempt, answer);
        }
        TwoFactorInfo info = came.value() == null ? null : came.value().twoFactor();
        return info == null
                ? new SignInOutcome.NeedsVerification(
                        attempt.pending(Kind.TWO_FACTOR, key(pending), method, pending.methods(), pending.sentTo()))
                : pending(attempt, info, method);
    }

    private static SignInOutcome pending(Attempt attempt, TwoFactorInfo info, VerificationMethod method) {
        return new SignInOutcome.NeedsVerification(attempt.pending(
                Kind.TWO_FACTOR,
                info.identifier(),
                method,
                info.methods(),
                method == VerificationMethod.SMS ? info.phone() : null));
    }

    private AppRequest codeRequest(Attempt attempt, PendingSignIn pending, VerificationMethod method, String code) {
        Device device = attempt.device();
        return AppRequest.signed(
                "accounts/two_factor_login/",
                new Fields()
                        .with("verification_code", code)
                        .with("phone_id", device.phoneId())
                        .with("_csrftoken", attempt.csrfToken())
                        .with("two_factor_identifier", key(pending))
                        .with("username", attempt.username())
                        .with("trust_this_device", "0")
                        .with("guid", device.uuid())
                        .with("device_id", device.androidId())
                        .with("waterfall_id", signingIn.newId())
                        .with("verification_method", number(method)));
    }

    private static AppRequest messageRequest(Attempt attempt, PendingSignIn pending) {
        return AppRequest.signed(
                "accounts/send_two_factor_login_sms/",
                new Fields()
                        .with("two_factor_identifier", key(pending))
                        .with("username", attempt.username())
                        .with("device_id", attempt.device().androidId())
                        .with("guid", attempt.device().uuid())
                        .with("_csrftoken", attempt.csrfToken()));
    }

    private static String key(PendingSignIn pending) {
        return PendingNotes.fromJson(pending.state()).key();
    }

    private static String number(VerificationMethod method) {
        return switch (method) {
            case SMS -> "1";
            case BACKUP_CODE -> "2";
            case TOTP -> "3";
            case EMAIL -> throw new IllegalArgumentException("no second factor comes by e-mail");
        };
    }
}
