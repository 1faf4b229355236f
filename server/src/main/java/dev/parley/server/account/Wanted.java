package dev.parley.server.account;

import dev.parley.instagram.AuthorizationRequest;
import dev.parley.instagram.PendingSignIn;
import dev.parley.instagram.VerificationMethod;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Instagram wants of a person before it signs an account in.
 *
 * @param notes all that is needed to go on; secret
 */
record Wanted(
        Verification.Kind kind,
        @Nullable VerificationMethod method,
        Set<VerificationMethod> methods,
        @Nullable String sentTo,
        byte[] notes) {

    static Wanted of(PendingSignIn pending) {
        var kind = switch (pending.kind()) {
            case TWO_FACTOR -> Verification.Kind.TWO_FACTOR;
            case CHALLENGE -> Verification.Kind.CHALLENGE;
        };
        return new Wanted(kind, pending.method(), pending.methods(), pending.sentTo(), pending.toBytes());
    }

    static Wanted of(AuthorizationRequest request) {
        return new Wanted(Verification.Kind.AUTHORIZATION, null, Set.of(), null, request.toBytes());
    }

    @Nullable
    String methodName() {
        return method == null ? null : method.name();
    }

    String[] methodNames() {
        return methods.stream().sorted().map(Enum::name).toArray(String[]::new);
    }

    @Override
    public String toString() {
        return "Wanted[kind=" + kind + "]";
    }
}
