package dev.parley.server.identity;

import java.security.Principal;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;

/** The person behind the current request, and what proved it. */
public record SignedIn(Person person, Proof proof) implements Principal {

    /** What came with the request. */
    public sealed interface Proof {
        record Token(UUID id) implements Proof {}

        record Session(String id) implements Proof {}
    }

    /** Only where the security rules let nobody else pass. */
    public static SignedIn current() {
        return ifAny().orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
    }

    public static Optional<SignedIn> ifAny() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn)
                : Optional.empty();
    }

    @Override
    public String getName() {
        return person.username();
    }
}
