package dev.parley.server.recovery;

import dev.parley.server.core.UserId;
import dev.parley.server.guard.From;
import dev.parley.server.identity.Done;
import dev.parley.server.identity.SignedIn;
import dev.parley.server.vault.RandomSecret;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The way back in for whoever has forgotten the password. */
@RestController
class RecoveryApi {

    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST = 1024;

    private final RecoverPassword recover;
    private final GuardedLinks links;

    RecoveryApi(RecoverPassword recover, GuardedLinks links) {
        this.recover = recover;
        this.links = links;
    }

    record Forgotten(@NotBlank @Size(max = LONGEST_EMAIL) String email) {

        @Override
        public String toString() {
            return "Forgotten[]";
        }
    }

    /** The same for every address. */
    @PostMapping("/api/auth/forgot-password")
    @Needs(Right.NOTHING)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Done forgot(@Valid @RequestBody Forgotten forgotten, HttpServletRequest request) {
        if (links.mayAsk(From.of(request))) {
            recover.ask(forgotten.email().strip());
        }
        return Done.DONE;
    }

    record Reset(
            @NotBlank @Size(max = LONGEST) String token,
            @NotNull @Size(max = LONGEST) String newPassword) {

        @Override
        public String toString() {
            return "Reset[]";
        }
    }

    @PostMapping("/api/auth/reset-password")
    @Needs(Right.NOTHING)
    Done reset(@Valid @RequestBody Reset reset, HttpServletRequest request) {
        links.opening(From.of(request), () -> recover.reset(new RandomSecret(reset.token()), reset.newPassword()));
        return Done.DONE;
    }

    /** For administrators: the way without mail. */
    @PostMapping("/api/users/{id}/reset-link")
    @Needs(Right.ADMINISTER)
    @ResponseStatus(HttpStatus.CREATED)
    RecoverPassword.Given give(@PathVariable UserId id) {
        return recover.give(SignedIn.current().person(), id);
    }
}
