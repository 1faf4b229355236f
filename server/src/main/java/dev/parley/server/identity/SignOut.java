package dev.parley.server.identity;

import dev.parley.server.audit.AuditTrail;
import dev.parley.server.audit.Audited;
import dev.parley.server.tenancy.Tenancy;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Signs out: what somebody came in with opens nothing any more. */
@Component
class SignOut {

    private final Tokens tokens;
    private final PageSessions sessions;
    private final Tenancy tenancy;
    private final AuditTrail trail;

    SignOut(Tokens tokens, PageSessions sessions, Tenancy tenancy, AuditTrail trail) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.tenancy = tenancy;
        this.trail = trail;
    }

    void signOut(SignedIn me, HttpServletRequest request) {
        tenancy.unbound(() -> {
            end(me.proof(), request);
            // No activity: the live feed would still show it to whoever has just signed out.
            trail.record(Audited.of("sign-out").by(me.person().id(), me.person().username()));
            return true;
        });
    }

    private void end(SignedIn.Proof proof, HttpServletRequest request) {
        switch (proof) {
            case SignedIn.Proof.Token(UUID id) -> tokens.revoke(id);
            case SignedIn.Proof.ProgramToken token -> tokens.revoke(token.id());
            case SignedIn.Proof.Session session -> sessions.end(request);
        }
    }
}
