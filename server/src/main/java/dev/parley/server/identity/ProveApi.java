package dev.parley.server.identity;

import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What a program does when it is told FRESH_SIGN_IN_REQUIRED. */
@RestController
@Needs(Right.SIGN_IN)
class ProveApi {

    private static final int LONGEST = 1024;

    private final ProveAgain prove;

    ProveApi(ProveAgain prove) {
        this.prove = prove;
    }

    /** One of the two. */
    record Proof(
            @Nullable @Size(max = LONGEST) String password,
            @Nullable @Size(max = LONGEST) String code) {

        @Override
        public String toString() {
            return "Proof[]";
        }
    }

    @PostMapping("/api/me/proof")
    Done prove(@Valid @RequestBody Proof proof) {
        if (proof.password() != null) {
            prove.byPassword(SignedIn.current(), proof.password());
        } else if (proof.code() != null) {
            prove.byCode(SignedIn.current(), proof.code());
        } else {
            throw new BotException(
                    ErrorCode.VALIDATION_FAILED,
                    "Send the password or a code.",
                    Refusal.of(List.of(new BotException.Field("password", "or code is missing"))));
        }
        return Done.DONE;
    }
}
