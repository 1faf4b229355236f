package dev.parley.server.recovery;

import dev.parley.server.guard.From;
import dev.parley.server.identity.Done;
import dev.parley.server.identity.FreshSignIn;
import dev.parley.server.identity.SignedIn;
import dev.parley.server.vault.RandomSecret;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own e-mail address. */
@RestController
@Needs(Right.SIGN_IN)
class EmailApi {

    static final int LONGEST_EMAIL = 254;
    private static final int LONGEST = 1024;

    private final ChangeEmail changeEmail;
    private final GuardedLinks links;

    EmailApi(ChangeEmail changeEmail, GuardedLinks links) {
        this.changeEmail = changeEmail;
        this.links = links;
    }

    @GetMapping("/api/me/email")
    EmailState email() {
        return changeEmail.of(SignedIn.current().person());
    }

    record Wanted(
            @NotBlank @Email @Size(max = LONGEST_EMAIL) String email,
            @NotNull @Size(max = LONGEST) String currentPassword) {

        @Override
        public String toString() {
            return "Wanted[email=" + email + "]";
        }
    }

    /** The former address stays until the new one is confirmed; where no mail is sent, the new one counts at once, unconfirmed. */
    @PutMapping("/api/me/email")
    @FreshSignIn
    EmailState change(@Valid @RequestBody Wanted wanted) {
        return changeEmail.want(SignedIn.current(), wanted.email(), wanted.currentPassword());
    }

    @PostMapping("/api/me/email/verification")
    @ResponseStatus(HttpStatus.ACCEPTED)
    EmailState sendAgain() {
        return changeEmail.sendAgain(SignedIn.current().person());
    }

    record Proof(@NotBlank @Size(max = LONGEST) String token) {

        @Override
        public String toString() {
            return "Proof[]";
        }
    }

    /** With the token of a link that was mailed. */
    @PostMapping("/api/auth/verify-email")
    @Needs(Right.NOTHING)
    Done verify(@Valid @RequestBody Proof proof, HttpServletRequest request) {
        links.opening(From.of(request), () -> changeEmail.prove(new RandomSecret(proof.token())));
        return Done.DONE;
    }
}
