package dev.parley.instagram.browser;

import dev.parley.instagram.Outcome;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.SessionSnapshot;
import dev.parley.instagram.browser.Errands.Task;
import dev.parley.instagram.browser.Errands.Visitor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** One signed-in account: whose errands it runs, and the session as the last of them left it. */
final class Seat {

    private final Errands errands;
    private final BrowserIdentity identity;
    private final String bond;
    private final AtomicReference<SessionSnapshot> session;

    /** @throws IllegalArgumentException if the session's identity, proxy or state cannot be used, or do not belong together */
    Seat(Errands errands, SessionSnapshot opened) {
        this.errands = errands;
        this.identity = BrowserIdentity.of(opened.identity());
        this.bond = Bond.of(opened.identity(), opened.proxy());
        this.session = new AtomicReference<>(opened);
        identity.through(opened.proxy());
        if (!SessionState.fromJson(opened.state()).bond().equals(bond)) {
            throw new IllegalArgumentException("the session was signed in with another identity or proxy");
        }
    }

    SessionSnapshot session() {
        return session.get();
    }

    /** Finds something out. */
    <T> Outcome<T> read(String call, Function<Errand, T> body) {
        return run(call, false, body);
    }

    /** Changes something, at most once. */
    <T> Outcome<T> change(String call, Function<Errand, T> body) {
        return run(call, true, body);
    }

    private <T> Outcome<T> run(String call, boolean changes, Function<Errand, T> body) {
        Function<Errand, Outcome<T>> remembering = errand -> {
            try {
                return new Outcome.Done<>(body.apply(errand));
            } finally {
                remember(errand.storage());
            }
        };
        return errands.run(visitor(), new Task<>(call, changes, remembering, Outcome.Refused::new));
    }

    private Visitor visitor() {
        SessionSnapshot now = session.get();
        String storage = SessionState.fromJson(now.state()).storage();
        return new Visitor(owner(now.username(), bond), now.username(), identity.through(now.proxy()), storage);
    }

    /** One tab for a username with one identity and proxy, whether it is signed in already or not. */
    static String owner(String username, String bond) {
        return username + " " + bond;
    }

    private void remember(String storage) {
        session.updateAndGet(known -> known.withState(new SessionState(storage, bond).toJson()));
    }

    /** What a call answers that is refused before anything is opened. */
    static <T> Outcome<T> refused(Refusal refusal) {
        return new Outcome.Refused<>(refusal);
    }
}
