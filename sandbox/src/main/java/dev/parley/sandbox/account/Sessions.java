package dev.parley.sandbox.account;

import dev.parley.sandbox.journal.Event;
import dev.parley.sandbox.journal.Journal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Who is signed in. Thread-safe; survives a restart. */
public final class Sessions {
    private final Accounts accounts;
    private final Map<String, Session> bySessionId = new ConcurrentHashMap<>();
    private final Map<String, Session> byAuthorization = new ConcurrentHashMap<>();

    public Sessions(Accounts accounts) {
        this.accounts = accounts;
    }

    public Session open(Account account, Device device, long now, Journal journal) {
        var event = new Event.SessionOpened(
                Session.newSessionId(account),
                account.id(),
                device.uuid(),
                device.androidId(),
                device.phoneId(),
                Session.mid(device),
                now);
        journal.write(event);
        return apply(event);
    }

    public void close(Session session, Journal journal) {
        var event = new Event.SessionClosed(session.sessionId());
        apply(event);
        journal.write(event);
    }

    /** Ends every session of this account, and says how many there were. */
    public int closeAll(Account account, Journal journal) {
        List<Session> open = bySessionId.values().stream()
                .filter(session -> session.account().id() == account.id())
                .toList();
        open.forEach(session -> close(session, journal));
        return open.size();
    }

    /** Opens the session of an account that was made signed in. */
    public Session openDerived(Account account, String secret) {
        return keep(Session.derived(account, secret));
    }

    public Optional<Session> withSessionId(@Nullable String sessionId) {
        return sessionId == null ? Optional.empty() : Optional.ofNullable(bySessionId.get(sessionId));
    }

    /** A client may write the JSON inside the header in its own way: then the session id in it decides. */
    public Optional<Session> withAuthorization(String authorization) {
        Session known = byAuthorization.get(authorization);
        return known != null ? Optional.of(known) : withSessionId(Bearer.sessionIdIn(authorization));
    }

    public Session apply(Event.SessionOpened event) {
        Account account = accounts.withId(event.account())
                .orElseThrow(() -> new IllegalStateException("A session of no account: " + event.account()));
        var device = new Device(event.uuid(), event.androidId(), event.phoneId());
        return keep(Session.of(account, device, event.sessionId(), event.mid()));
    }

    public void apply(Event.SessionClosed event) {
        Session closed = bySessionId.remove(event.sessionId());
        if (closed != null) {
            byAuthorization.remove(closed.authorization());
        }
    }

    private Session keep(Session session) {
        bySessionId.put(session.sessionId(), session);
        byAuthorization.put(session.authorization(), session);
        return session;
    }
}
