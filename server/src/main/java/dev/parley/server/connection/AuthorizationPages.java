package dev.parley.server.connection;

import dev.parley.server.account.Agreements;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Wrong;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where the owner of an account comes back to from Instagram's page. */
@Controller
@Needs(Right.CONNECT)
class AuthorizationPages {

    private final VerificationSteps verifications;

    AuthorizationPages(VerificationSteps verifications) {
        this.verifications = verifications;
    }

    /** Changes nothing yet: whoever opens an address has not decided anything. */
    @GetMapping(Agreements.WAY_BACK)
    ModelAndView back(Caller caller, @RequestParam Map<String, String> broughtBack) {
        try {
            var id = Agreements.meant(broughtBack.getOrDefault("state", ""))
                    .orElseThrow(() ->
                            new BotException(ErrorCode.VERIFICATION_ENDED, "No sign-in of this server leads here."));
            return new ModelAndView("connection/agreed")
                    .addObject("waiting", verifications.waiting(caller, id))
                    .addObject("broughtBack", new TreeMap<>(broughtBack));
        } catch (BotException ended) {
            return VerificationPages.over(new Wrong(ended));
        }
    }
}
