package dev.parley.server.connection;

import dev.parley.server.account.ConnectAccount;
import dev.parley.server.core.AccountId;
import dev.parley.server.tenancy.Caller;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes sure of a session, by a username and a password, before a message is sent. */
@Component
public class SignInForSending {

    private final Connections connections;
    private final VerificationSteps verifications;

    SignInForSending(Connections connections, VerificationSteps verifications) {
        this.connections = connections;
        this.verifications = verifications;
    }

    /**
     * An account, signed in unless something is wanted of a person first.
     *
     * @param verification the answer to whoever asked, where a person is needed
     */
    public record SignedIn(AccountId account, boolean reused, Optional<VerificationNeeded> verification) {}

    /**
     * Uses the session that there is, if it works and the password is the one with which it was signed in; else signs in. Refuses as
     * Instagram does. Waits for Instagram; not to be called inside a transaction.
     *
     * @param password not needed with a driver whose accounts' owners agree on Instagram's own page
     */
    public SignedIn ensure(Caller caller, String username, @Nullable String password) {
        var step = connections.ensure(caller, new ConnectAccount.Wish(username, null, false), password);
        var verification = step.verification().map(id -> VerificationNeeded.of(verifications.waiting(caller, id)));
        return new SignedIn(step.account(), step.isReused(), verification);
    }
}
