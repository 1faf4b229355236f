package dev.parley.instagram;

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

    /**
     * Speaks for a signed-in account. Does no I/O.
     *
     * @throws IllegalArgumentException if the session was made by another driver
     */
    Instagram open(SessionSnapshot session);

    @Override
    void close();
}
