package dev.parley.server.identity;

import dev.parley.server.core.UserId;
import dev.parley.server.vault.RandomSecret;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The cookie sessions of the pages: they hold who signed in, when and with what device, nothing else. */
@Component
public class PageSessions {

    private static final String USER = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;
    private static final String SIGNED_IN_AT = "signed_in_at";
    private static final String PROVEN_AT = "proven_at";
    private static final String AGENT = "agent";
    private static final String ADDRESS = "address";
    private static final int ID_BYTES = 16;

    /**
     * One of a person's sessions.
     *
     * @param id names it to its owner, and opens nothing
     */
    public record Open(
            String id, Device device, Instant signedInAt, Instant lastUsedAt, Instant endsAt, boolean current) {}

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
        var device = Device.of(request);
        session.setAttribute(AGENT, device.agent());
        session.setAttribute(ADDRESS, device.address());
        session.setAttribute(PROVEN_AT, clock.instant().toString());
    }

    /** Whoever is signed in has proven it anew: the session goes on under another id. */
    void proven(HttpServletRequest request) {
        request.changeSessionId();
        request.getSession(false).setAttribute(PROVEN_AT, clock.instant().toString());
    }

    Optional<Instant> provenAt(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(PROVEN_AT) instanceof String at
                ? Optional.of(Instant.parse(at))
                : Optional.empty();
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
        if (isOver(session.getAttribute(SIGNED_IN_AT))) {
            return Optional.empty();
        }
        if (!request.getRemoteAddr().equals(session.getAttribute(ADDRESS))) {
            session.setAttribute(ADDRESS, request.getRemoteAddr());
        }
        return Optional.of(UserId.of(user));
    }

    /** Those that are open, the newest first. */
    public List<Open> of(SignedIn who) {
        return found(who.person().id()).values().stream()
                .filter(session -> isValid(session.getId()))
                .map(session -> open(session, who.proof()))
                .sorted(Comparator.comparing(Open::lastUsedAt).reversed())
                .toList();
    }

    /** Whether there was one. */
    public boolean end(UserId user, String id) {
        var keys =
                found(user).keySet().stream().filter(key -> id(key).equals(id)).toList();
        keys.forEach(sessions::deleteById);
        return !keys.isEmpty();
    }

    private Map<String, ? extends Session> found(UserId user) {
        return sessions.findByPrincipalName(user.toString());
    }

    private Open open(Session session, SignedIn.Proof proof) {
        var signedInAt = Instant.parse(text(session, SIGNED_IN_AT));
        var idleEnd = session.getLastAccessedTime().plus(session.getMaxInactiveInterval());
        var lastEnd = signedInAt.plus(settings.sessionLifetime());
        return new Open(
                id(session.getId()),
                new Device(text(session, ADDRESS), text(session, AGENT)),
                signedInAt,
                session.getLastAccessedTime(),
                idleEnd.isBefore(lastEnd) ? idleEnd : lastEnd,
                proof.equals(new SignedIn.Proof.Session(session.getId())));
    }

    private static String text(Session session, String attribute) {
        return session.getAttribute(attribute) instanceof String text ? text : "";
    }

    private static String id(String key) {
        return HexFormat.of().formatHex(new RandomSecret(key).hash(), 0, ID_BYTES);
    }

    boolean isValid(String id) {
        var session = sessions.findById(id);
        return session != null && session.getAttribute(USER) != null && !isOver(session.getAttribute(SIGNED_IN_AT));
    }

    public void endOthers(SignedIn but) {
        endAll(but.person().id(), but.proof() instanceof SignedIn.Proof.Session(String id) ? id : null);
    }

    void endAll(UserId user, @Nullable String except) {
        found(user).keySet().stream().filter(id -> !id.equals(except)).forEach(sessions::deleteById);
    }

    private boolean isOver(@Nullable Object signedInAt) {
        return !(signedInAt instanceof String at)
                || Instant.parse(at).plus(settings.sessionLifetime()).isBefore(clock.instant());
    }
}
