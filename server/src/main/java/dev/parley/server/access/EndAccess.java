package dev.parley.server.access;

import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.identity.PageSessions;
import dev.parley.server.identity.SignedIn;
import dev.parley.server.identity.Tokens;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ends sessions and tokens; whoever has one open loses it with the next request, and an open stream within a second. */
@Component
class EndAccess {

    private final PageSessions sessions;
    private final Tokens tokens;

    EndAccess(PageSessions sessions, Tokens tokens) {
        this.sessions = sessions;
        this.tokens = tokens;
    }

    void ofSession(SignedIn who, String id) {
        require(sessions.end(who.person().id(), id));
    }

    void ofToken(SignedIn who, UUID id) {
        require(tokens.revoke(who.person().id(), id));
    }

    void ofOthers(SignedIn who) {
        tokens.endSignIns(who);
        sessions.endOthers(who);
    }

    private static void require(boolean found) {
        if (!found) {
            throw new BotException(ErrorCode.NOT_FOUND, ErrorCode.NOT_FOUND.description());
        }
    }
}
