package dev.parley.server.bot;

import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What accounts do when Instagram says no, to read before it happens. */
@Controller
@Needs(Right.READ)
class PolicyPages {

    @GetMapping("/stop-policy")
    ModelAndView table() {
        return new ModelAndView("bot/stop-policy").addObject("rows", PolicyTable.rows());
    }
}
