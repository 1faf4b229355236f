package dev.parley.instagram.mobile;

import dev.parley.instagram.PendingSignIn;
import dev.parley.instagram.PendingSignIn.Kind;
import dev.parley.instagram.Profile;
import dev.parley.instagram.SessionSnapshot;
import dev.parley.instagram.SignIn;
import dev.parley.instagram.SignInOutcome;
import dev.parley.instagram.VerificationMethod;
import dev.parley.instagram.http.Deadline;
import dev.parley.instagram.http.Reading;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A sign-in under way in this process: one step of it, with the deadline of that step. */
record Attempt(Line line, Device device, @Nullable URI proxy, String username, Deadline deadline) {

    static Attempt first(Network network, SignIn request, SessionState state) {
        return at(network, new Device(request.identity()), request.proxy(), plain(request.username()), state);
    }

    static Attempt resumed(Network network, PendingSignIn pending) {
        PendingNotes notes = PendingNotes.fromJson(pending.state());
        return at(network, new Device(notes.identity()), notes.proxy(), pending.username(), notes.session());
    }

    private static Attempt at(
            Network network, Device device, @Nullable URI proxy, String username, SessionState state) {
        Line line = network.line(device, proxy, null, state);
        return new Attempt(line, device, proxy, username, line.deadline());
    }

    private static String plain(String username) {
        String name = username.strip();
        return name.startsWith("@") ? name.substring(1) : name;
    }

    <T> Answer<T> send(AppRequest request, Reading<T> reading) {
        return line.send(request, reading, deadline);
    }

    /** The token that forms carry once a cookie has brought one, else null. */
    @Nullable
    String csrfToken() {
        return line.state().cookies().get("csrftoken");
    }

    /** What a person has to do next; all that is known so far goes with it. */
    PendingSignIn pending(
            Kind kind,
            String key,
            @Nullable VerificationMethod method,
            Set<VerificationMethod> methods,
            @Nullable String sentTo) {
        PendingNotes notes = new PendingNotes(device.identity(), proxy, line.state(), key);
        return new PendingSignIn(MobileDriver.NAME, username, kind, method, methods, sentTo, notes.toJson());
    }

    /** The same step once more, with what the last answer changed. */
    PendingSignIn again(PendingSignIn pending) {
        String key = PendingNotes.fromJson(pending.state()).key();
        return pending(pending.kind(), key, pending.method(), pending.methods(), pending.sentTo());
    }

    SignInOutcome signedIn(Profile account) {
        SessionSnapshot session = new SessionSnapshot(
                MobileDriver.NAME,
                account.id(),
                account.username(),
                device.identity(),
                proxy,
                line.state().toJson());
        return new SignInOutcome.SignedIn(session, account);
    }
}
