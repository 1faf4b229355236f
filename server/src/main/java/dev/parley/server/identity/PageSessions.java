package dev.parley.server.identity;

import dev.parley.server.core.UserId;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The cookie sessions of the pages: they hold who signed in and when, nothing else. */
@Component
class PageSessions {

    private static final String USER = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;
    private static final String SIGNED_IN_AT = "signed_in_at";

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final Clock clock;
    private final IdentitySettings settings;

    PageSessions(FindByIndexNameSessionRepository<? extends Session> sessions, Clock clock, IdentitySettings settings) {
        this.sessions = sessions;
        this.clock = clock;
        this.settings = settings;
    }

    /** Always a new session: whoever knew the id of the old one knows nothing of this one. */
    void begin(HttpServletRequest request, UserId user) {
        end(request);
        var session = request.getSession(true);
        session.setAttribute(USER, user.toString());
        session.setAttribute(SIGNED_IN_AT, clock.instant().toString());
    }

    void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    Optional<UserId> user(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(USER) instanceof String user)) {
            return Optional.empty();
        }
        return isOver(session.getAttribute(SIGNED_IN_AT)) ? Optional.empty() : Optional.of(UserId.of(user));
    }

    boolean isValid(String id) {
        var session = sessions.findById(id);
        return session != null && session.getAttribute(USER) != null && !isOver(session.getAttribute(SIGNED_IN_AT));
    }

    void endAll(UserId user, @Nullable String except) {
        sessions.findByPrincipalName(user.toString()).keySet().stream()
                .filter(id -> !id.equals(except))
                .forEach(sessions::deleteById);
    }

    private boolean isOver(@Nullable Object signedInAt) {
        return !(signedInAt instanceof String at)
                || Instant.parse(at).plus(settings.sessionLifetime()).isBefore(clock.instant());
    }
}
