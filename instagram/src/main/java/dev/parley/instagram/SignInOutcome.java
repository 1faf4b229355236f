package dev.parley.instagram;

/** How a step of signing in ended. */
public sealed interface SignInOutcome {

    /** The account is signed in; store the session. */
    record SignedIn(SessionSnapshot session, Profile account) implements SignInOutcome {}

    /** A code or a choice is needed; store the pending sign-in and go on with it at any later time, in any process. */
    record NeedsVerification(PendingSignIn pending) implements SignInOutcome {}

    /** Instagram refuses this username with this password, or says so: it does that for unknown devices too. */
    record CredentialsRefused(String detail) implements SignInOutcome {}

    /** The code was wrong; the pending sign-in, perhaps changed, can be answered again. */
    record CodeRefused(PendingSignIn pending, String detail) implements SignInOutcome {}

    /** The pending sign-in has expired or was used up; start again with {@link Driver#signIn}. */
    record VerificationEnded(String detail) implements SignInOutcome {}

    /** Anything else that kept the step from succeeding. */
    record Refused(Refusal refusal) implements SignInOutcome {}

    /** What a driver answers that knows no passwords. */
    static SignInOutcome unsupported() {
        return new Refused(new Refusal.Unsupported(Capability.SIGN_IN));
    }
}
