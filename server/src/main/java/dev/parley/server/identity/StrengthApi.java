package dev.parley.server.identity;

import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Judges a password before it is chosen; nothing of it is kept. */
@RestController
@Needs(Right.NOTHING)
class StrengthApi {

    private static final int LONGEST = 256;

    record Thought(@NotNull @Size(max = LONGEST) String password) {

        @Override
        public String toString() {
            return "Thought[]";
        }
    }

    @PostMapping("/api/auth/password-strength")
    PasswordStrength judge(@Valid @RequestBody Thought thought) {
        var username = SignedIn.ifAny().map(SignedIn::getName).orElse("");
        return PasswordRules.judge(thought.password(), username);
    }
}
