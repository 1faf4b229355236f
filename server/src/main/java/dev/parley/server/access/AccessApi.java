package dev.parley.server.access;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.Page;
import dev.parley.server.identity.FreshSignIn;
import dev.parley.server.identity.Grant;
import dev.parley.server.identity.PageSessions;
import dev.parley.server.identity.SignedIn;
import dev.parley.server.identity.Tokens;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where one is signed in, and the tokens of one's programs. */
@RestController
@RequestMapping("/api/me")
@Needs(Right.SIGN_IN)
class AccessApi {

    private static final int MOST_ACCOUNTS = 1000;

    private final PageSessions sessions;
    private final Tokens tokens;
    private final MakeToken makeToken;
    private final EndAccess endAccess;

    AccessApi(PageSessions sessions, Tokens tokens, MakeToken makeToken, EndAccess endAccess) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.makeToken = makeToken;
        this.endAccess = endAccess;
    }

    /** The browsers in which one is signed in, the last used first. */
    @GetMapping("/sessions")
    Page<PageSessions.Open> sessions() {
        return new Page<>(sessions.of(SignedIn.current()), null);
    }

    @DeleteMapping("/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSession(@PathVariable String id) {
        endAccess.ofSession(SignedIn.current(), id);
    }

    /** All sign-ins but the one that asks, browsers' and programs'; API tokens stay. */
    @DeleteMapping("/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOthers() {
        endAccess.ofOthers(SignedIn.current());
    }

    /** One's tokens that have not expired, the newest first; those without a name come from sign-ins. */
    @GetMapping("/tokens")
    Page<TokenView> tokens() {
        var me = SignedIn.current().person().id();
        return new Page<>(tokens.of(me).stream().map(TokenView::of).toList(), null);
    }

    /**
     * @param rights what the token is for; reading, if nothing is said
     * @param accounts of the workspace that the call acts in: no others are there for the token; all are, if nothing is said
     */
    record NewToken(
            @NotBlank @Size(max = MakeToken.LONGEST_NAME) String name,
            @Nullable @Size(min = 1) Set<Right> rights,
            @Nullable @Size(min = 1, max = MOST_ACCOUNTS) Set<AccountId> accounts,
            @Nullable @Min(1) @Max(MakeToken.MOST_DAYS) Integer expiresInDays) {

        MakeToken.Wish wish() {
            return new MakeToken.Wish(
                    name,
                    rights == null ? Set.of(Right.READ) : rights,
                    accounts,
                    Duration.ofDays(expiresInDays == null ? MakeToken.USUAL_DAYS : expiresInDays));
        }
    }

    /** @param token shown this once */
    record Made(
            UUID id,
            String name,
            Set<Right> rights,
            @Nullable List<Grant.ChosenAccount> accounts,
            String token,
            Instant expiresAt) {

        static Made of(MakeToken.Made made) {
            var issued = made.issued();
            var grant = made.grant();
            return new Made(
                    issued.id(), grant.name(), grant.rights(), grant.accounts(), issued.token(), issued.expiresAt());
        }

        @Override
        public String toString() {
            return "Made[id=" + id + ", name=" + name + "]";
        }
    }

    @PostMapping("/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    @FreshSignIn
    Made make(Caller caller, @Valid @RequestBody NewToken wanted) {
        return Made.of(makeToken.make(caller, wanted.wish()));
    }

    @DeleteMapping("/tokens/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id) {
        endAccess.ofToken(SignedIn.current(), id);
    }
}
