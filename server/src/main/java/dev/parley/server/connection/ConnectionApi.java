package dev.parley.server.connection;

import dev.parley.server.account.ConnectAccount;
import dev.parley.server.account.Keeping;
import dev.parley.server.account.VerificationId;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.UserId;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Connecting, testing and disconnecting an Instagram account. */
@RestController
@Needs(Right.CONNECT)
class ConnectionApi {

    private final Connections connections;
    private final VerificationSteps verifications;
    private final ConnectedAccounts connected;

    ConnectionApi(Connections connections, VerificationSteps verifications, ConnectedAccounts connected) {
        this.connections = connections;
        this.verifications = verifications;
        this.connected = connected;
    }

    @PostMapping("/api/bot/login")
    ResponseEntity<Object> logIn(Caller caller, @RequestBody @Valid Login login) {
        if (login.userId() != null) {
            requireSelf(caller, login.userId());
        }
        var wish = new ConnectAccount.Wish(
                login.username(),
                login.driver(),
                Boolean.TRUE.equals(login.consent()),
                Keeping.of(login.keepPassword()));
        return answer(caller, connections.logIn(caller, wish, login.password()));
    }

    @PostMapping("/api/bot/verify")
    ResponseEntity<Object> verify(Caller caller, @RequestBody @Valid Code code) {
        return answer(caller, verifications.answer(caller, code.verificationId(), code.code()));
    }

    @PostMapping("/api/bot/verify/authorization")
    ResponseEntity<Object> agreed(Caller caller, @RequestBody @Valid Agreed agreed) {
        return answer(caller, verifications.agreed(caller, agreed.verificationId(), agreed.broughtBack()));
    }

    @PostMapping("/api/bot/verify/resend")
    ResponseEntity<Object> resend(Caller caller, @RequestBody @Valid Resend resend) {
        return answer(caller, verifications.sendCode(caller, resend.verificationId(), null));
    }

    @PostMapping("/api/bot/verify/choose")
    ResponseEntity<Object> choose(Caller caller, @RequestBody @Valid Choose choose) {
        return answer(caller, verifications.sendCode(caller, choose.verificationId(), choose.method()));
    }

    @PostMapping("/api/bot/logout")
    LoggedOut logOut(Caller caller, @RequestBody(required = false) @Nullable Which which) {
        var account = connected.logOut(caller, which == null ? null : which.accountId());
        return new LoggedOut(true, account.map(a -> a.id().toString()).orElse(null), false);
    }

    @PostMapping("/api/users/{id}/test-session")
    @Needs(Right.RUN)
    TestedSession testSession(
            Caller caller,
            @PathVariable UserId id,
            @RequestParam(name = "account_id", required = false) @Nullable AccountId accountId) {
        requireSelf(caller, id);
        var tested = connected.test(caller, accountId);
        return new TestedSession(tested.sessionValid(), tested.checkedAt(), tested.reason());
    }

    private ResponseEntity<Object> answer(Caller caller, ConnectionStep step) {
        return step.verification()
                .map(id -> ResponseEntity.status(HttpStatus.ACCEPTED)
                        .<Object>body(VerificationNeeded.of(verifications.waiting(caller, id))))
                .orElseGet(() ->
                        ResponseEntity.ok(new Connected(true, step.account().toString(), true)));
    }

    private static void requireSelf(Caller caller, UserId id) {
        if (!Objects.equals(caller.user(), id)) {
            throw new BotException(ErrorCode.USER_NOT_FOUND, "There is no person with the id " + id + " for you.");
        }
    }

    /**
     * @param userId must be the caller's own
     * @param password not needed with {@code graph}, whose accounts' owners agree on Instagram's own page
     * @param consent to what a driver other than {@code graph} risks; needed at the real Instagram
     * @param keepPassword whether Parley may sign in again by itself where Instagram ends the session
     */
    record Login(
            @Nullable UserId userId,
            @NotBlank @Size(max = 100) String username,
            @Size(max = 500) @Nullable String password,
            @Nullable String driver,
            @Nullable Boolean consent,
            @Nullable Boolean keepPassword) {

        @Override
        public String toString() {
            return "Login[username=" + username + "]";
        }
    }

    record Code(
            @NotNull VerificationId verificationId,
            @NotBlank @Size(max = 100) String code) {

        @Override
        public String toString() {
            return "Code[verificationId=" + verificationId + "]";
        }
    }

    /** @param broughtBack the query parameters with which the owner's browser came back, decoded */
    record Agreed(
            @NotNull VerificationId verificationId,

            @NotNull @Size(max = 20) Map<@Size(max = 100) String, @Size(max = 2000) String> broughtBack) {

        @Override
        public String toString() {
            return "Agreed[verificationId=" + verificationId + "]";
        }
    }

    record Resend(@NotNull VerificationId verificationId) {}

    record Choose(
            @NotNull VerificationId verificationId,

            @NotNull @Pattern(regexp = "TOTP|SMS|EMAIL|BACKUP_CODE")
            String method) {}

    record Which(@Nullable AccountId accountId) {}

    record Connected(boolean success, String accountId, boolean sessionValid) {}

    record LoggedOut(boolean success, @Nullable String accountId, boolean sessionValid) {}

    record TestedSession(
            boolean sessionValid,
            Instant checkedAt,
            @Nullable String reason) {}
}
