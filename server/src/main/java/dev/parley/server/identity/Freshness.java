package dev.parley.server.identity;

import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** When whoever is signed in last proved who they are, with the password or a second factor. */
@Component
public class Freshness {

    private final Tokens tokens;
    private final PageSessions sessions;
    private final Clock clock;
    private final IdentitySettings settings;

    Freshness(Tokens tokens, PageSessions sessions, Clock clock, IdentitySettings settings) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.clock = clock;
        this.settings = settings;
    }

    public boolean isFresh(SignedIn me) {
        return provenAt(me)
                .filter(at -> at.plus(settings.freshFor()).isAfter(clock.instant()))
                .isPresent();
    }

    private Optional<Instant> provenAt(SignedIn me) {
        return switch (me.proof()) {
            case SignedIn.Proof.Token(var id) -> tokens.provenAt(id);
            case SignedIn.Proof.ProgramToken _ -> Optional.empty();
            case SignedIn.Proof.Session _ -> sessions.provenAt(request());
        };
    }

    /** Refuses what is too dangerous for somebody who signed in a while ago. */
    public void demand(SignedIn me) {
        if (!isFresh(me)) {
            throw new BotException(
                    ErrorCode.FRESH_SIGN_IN_REQUIRED,
                    ErrorCode.FRESH_SIGN_IN_REQUIRED.description(),
                    Refusal.first("PROVE_AGAIN"));
        }
    }

    /** They have just proven it. */
    public void renew(SignedIn me) {
        switch (me.proof()) {
            case SignedIn.Proof.Token(var id) -> tokens.proven(id);
            case SignedIn.Proof.ProgramToken _ ->
                throw new BotException(
                        ErrorCode.TOKEN_TOO_NARROW, "A program's token can prove nothing in its person's place.");
            case SignedIn.Proof.Session _ -> sessions.proven(request());
        }
    }

    private static HttpServletRequest request() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            return attributes.getRequest();
        }
        throw new IllegalStateException("Somebody is signed in by a request only");
    }
}
