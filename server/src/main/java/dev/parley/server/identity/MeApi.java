package dev.parley.server.identity;

import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who am I? */
@RestController
@Needs(Right.SIGN_IN)
class MeApi {

    @GetMapping("/api/me")
    PersonView me() {
        return PersonView.of(SignedIn.current().person());
    }
}
