package dev.parley.server.identity;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who am I? */
@RestController
class MeApi {

    @GetMapping("/api/me")
    PersonView me() {
        return PersonView.of(SignedIn.current().person());
    }
}
