package dev.parley.server.factor;

import dev.parley.server.guard.Warnings;
import dev.parley.server.identity.SignedIn;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What others tried in one's name. */
@RestController
@RequestMapping("/api/me/failed-attempts")
@Needs(Right.SIGN_IN)
class AttemptsApi {

    private final Warnings warnings;

    AttemptsApi(Warnings warnings) {
        this.warnings = warnings;
    }

    record Listed(List<Warnings.Warning> items) {}

    @GetMapping
    Listed list() {
        return new Listed(warnings.of(SignedIn.current().person().id()));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seen() {
        warnings.seen(SignedIn.current().person().id());
    }
}
