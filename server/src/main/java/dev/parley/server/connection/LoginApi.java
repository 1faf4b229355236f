package dev.parley.server.connection;

import dev.parley.server.account.ConnectAccount;
import dev.parley.server.account.Keeping;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Makes sure of a session by a username and a password. */
@RestController
@RequestMapping("/api/login")
@Needs(Right.CONNECT)
class LoginApi {

    private final Connections connections;
    private final VerificationSteps verifications;

    LoginApi(Connections connections, VerificationSteps verifications) {
        this.connections = connections;
        this.verifications = verifications;
    }

    /** Uses a session that works again, if the password is the one with which it was signed in. */
    @PostMapping
    ResponseEntity<Object> logIn(Caller caller, @RequestBody @Valid Login login) {
        return answer(caller, connections.ensure(caller, login.wish(), login.password()));
    }

    /** Always a new session. */
    @PostMapping("/force")
    ResponseEntity<Object> force(Caller caller, @RequestBody @Valid Login login) {
        return answer(caller, connections.logIn(caller, login.wish(), login.password()));
    }

    private ResponseEntity<Object> answer(Caller caller, ConnectionStep step) {
        return step.verification()
                .map(id -> ResponseEntity.status(HttpStatus.ACCEPTED)
                        .<Object>body(VerificationNeeded.of(verifications.waiting(caller, id))))
                .orElseGet(() -> ResponseEntity.ok(SignedIn.of(step)));
    }

    /**
     * @param password not needed with {@code graph}, whose accounts' owners agree on Instagram's own page
     * @param driver of an account that is connected by this; the usual one where none is named
     * @param consent to what a driver other than {@code graph} risks; needed at the real Instagram
     * @param keepPassword whether Parley may sign in again by itself where Instagram ends the session
     */
    record Login(
            @NotBlank @Size(max = 100) String username,
            @Size(max = 500) @Nullable String password,
            @Nullable String driver,
            @Nullable Boolean consent,
            @Nullable Boolean keepPassword) {

        ConnectAccount.Wish wish() {
            return new ConnectAccount.Wish(username, driver, Boolean.TRUE.equals(consent), Keeping.of(keepPassword));
        }

        @Override
        public String toString() {
            return "Login[username=" + username + "]";
        }
    }

    /** @param reused whether no sign-in was needed */
    record SignedIn(
            boolean sessionValid, boolean reused, @Nullable Instant expiresAt, String accountId) {

        static SignedIn of(ConnectionStep step) {
            return new SignedIn(
                    true, step.isReused(), step.expiresAt(), step.account().toString());
        }
    }
}
