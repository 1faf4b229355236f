package dev.parley.instagram;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One way of working an Instagram account. Thread-safe; one driver serves all accounts and shares its connections.
 */
public interface Driver extends AutoCloseable {

    /** The stable lower-case name of this driver, which sessions and pending sign-ins carry: {@code mobile}, {@code browser}, {@code graph}. */
    String name();

    /** What this driver can do; what is missing here answers {@link Refusal.Unsupported}. */
    Set<Capability> capabilities();

    /** When a call has ended at the latest, however it ended. */
    Duration callDeadline();

    /**
     * Whether this machine has what the driver cannot do without, as a browser. Starts nothing and asks nobody. Where it has not, each call is
     * refused with what is missing.
     */
    default boolean isEquipped() {
        return true;
    }

    /** What messages this driver can send. */
    default MessageRules messageRules() {
        return MessageRules.NONE;
    }

    /** A new device identity. Make one per account, once, and keep it for the life of the account. */
    DeviceIdentity newIdentity();

    /** Signs in with a password. The password is sent once, encrypted, and kept nowhere. */
    default SignInOutcome signIn(SignIn request) {
        return SignInOutcome.unsupported();
    }

    /** Answers a pending verification with a code; the password is not needed again. */
    default SignInOutcome answer(PendingSignIn pending, String code) {
        return SignInOutcome.unsupported();
    }

    /**
     * Asks for a code by one of {@link PendingSignIn#methods()}, or for another code by the same method.
     *
     * @param method null repeats the method last used
     */
    default SignInOutcome sendCode(PendingSignIn pending, @Nullable VerificationMethod method) {
        return SignInOutcome.unsupported();
    }

    /** The page of Instagram's on which the owner agrees to what may be done; open it in the owner's browser. Does no I/O. */
    default Outcome<URI> authorizationPage(AuthorizationRequest request) {
        return Outcome.unsupported(Capability.AUTHORIZATION);
    }

    /**
     * Signs in with what the owner's browser brought back. An owner who did not agree is {@link Refusal.PermissionMissing}; an answer to
     * another request, or one that was used before, is {@link SignInOutcome.VerificationEnded}.
     *
     * @param request the one whose page the owner saw
     * @param broughtBack the query parameters of the address that the browser came back to, decoded
     */
    default SignInOutcome authorize(AuthorizationRequest request, Map<String, String> broughtBack) {
        return new SignInOutcome.Refused(new Refusal.Unsupported(Capability.AUTHORIZATION));
    }

    /** How long a session can be used, as far as is known without asking. */
    default SessionValidity validity(SessionSnapshot session) {
        return SessionValidity.UNKNOWN;
    }

    /** Prolongs a session that {@link #validity} says can be prolonged. The old one may end with it: store the new one. */
    default Outcome<SessionSnapshot> renew(SessionSnapshot session) {
        return Outcome.unsupported(Capability.AUTHORIZATION);
    }

    /**
     * Speaks for a signed-in account. Does no I/O.
     *
     * @throws IllegalArgumentException if the session was made by another driver
     */
    Instagram open(SessionSnapshot session);

    @Override
    void close();
}
