package dev.parley.server.recovery;

import dev.parley.server.core.UserId;
import dev.parley.server.identity.People;
import dev.parley.server.identity.SignedIn;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** A link for somebody who has forgotten the password, in an administrator's hands. */
@Controller
@Needs(Right.ADMINISTER)
class ResetLinkPages {

    private final RecoverPassword recover;
    private final People people;

    ResetLinkPages(RecoverPassword recover, People people) {
        this.recover = recover;
        this.people = people;
    }

    /** Answers with the page itself, because the link is shown this once. */
    @PostMapping("/admin/people/{id}/reset-link")
    ModelAndView give(@PathVariable UserId id) {
        var given = recover.give(SignedIn.current().person(), id);
        return new ModelAndView("recovery/reset-link")
                .addObject("username", people.get(id).username())
                .addObject("person", "/admin/people/" + id)
                .addObject("link", given.link().toString())
                .addObject("expiresAt", given.expiresAt());
    }
}
