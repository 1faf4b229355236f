package dev.parley.server.identity;

import dev.parley.server.tenancy.Reach;
import dev.parley.server.web.Right;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;

/** The person behind the current request, and what proved it. */
public record SignedIn(Person person, Proof proof) implements Principal {

    /** What came with the request. */
    public sealed interface Proof {
        record Token(UUID id) implements Proof {}

        /** Of a program that acts in the person's name, within these rights and with these accounts. */
        record ProgramToken(UUID id, Set<Right> rights, Reach reach) implements Proof {}

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

    /** As far as what came with the request goes; whether the person may, is another question. */
    public boolean mayUse(Right right) {
        return switch (proof) {
            case Proof.ProgramToken program ->
                right == Right.NOTHING || program.rights().contains(right);
            case Proof.Token token -> true;
            case Proof.Session session -> true;
        };
    }

    /** The accounts that are there for what came with the request. */
    public Reach reach() {
        return proof instanceof Proof.ProgramToken program ? program.reach() : Reach.ALL;
    }

    @Override
    public String getName() {
        return person.username();
    }
}
