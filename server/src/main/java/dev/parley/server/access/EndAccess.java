package dev.parley.server.access;

import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.identity.AccessTried;
import dev.parley.server.identity.PageSessions;
import dev.parley.server.identity.SignedIn;
import dev.parley.server.identity.Tokens;
import dev.parley.server.tenancy.Tenancy;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Ends sessions and tokens; whoever has one open loses it with the next request, and an open stream within a second. */
@Component
class EndAccess {

    private final PageSessions sessions;
    private final Tokens tokens;
    private final Tenancy tenancy;
    private final ApplicationEventPublisher events;

    EndAccess(PageSessions sessions, Tokens tokens, Tenancy tenancy, ApplicationEventPublisher events) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.tenancy = tenancy;
        this.events = events;
    }

    void ofSession(SignedIn who, String id) {
        var device = sessions.of(who).stream()
                .filter(session -> session.id().equals(id))
                .map(session -> AccessWords.agent(session.device()))
                .findFirst()
                .orElse("");
        told(
                new AccessTried(who.person(), "end-session").about(device),
                () -> require(sessions.end(who.person().id(), id)));
    }

    void ofToken(SignedIn who, UUID id) {
        var me = who.person();
        var name = tokens.of(me.id()).stream()
                .filter(token -> token.id().equals(id))
                .map(token -> AccessWords.name(TokenView.of(token)))
                .findFirst()
                .orElse("");
        told(new AccessTried(me, "revoke-token").about(name), () -> require(tokens.revoke(me.id(), id)));
    }

    void ofOthers(SignedIn who) {
        told(new AccessTried(who.person(), "sign-out-elsewhere"), () -> {
            tokens.endSignIns(who);
            sessions.endOthers(who);
        });
    }

    private void told(AccessTried change, Runnable work) {
        tenancy.unbound(() -> {
            work.run();
            events.publishEvent(change);
            return true;
        });
    }

    private static void require(boolean found) {
        if (!found) {
            throw new BotException(ErrorCode.NOT_FOUND, ErrorCode.NOT_FOUND.description());
        }
    }
}
