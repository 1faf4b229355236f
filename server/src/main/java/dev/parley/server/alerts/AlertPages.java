package dev.parley.server.alerts;

import dev.parley.server.tenancy.Caller;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Wrong;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Who is told of what, and what was told last. */
@Controller
@Needs(value = Right.READ, acrossAccounts = true)
class AlertPages {

    static final String PAGE = "/alerts";

    private final ShowAlerts show;

    AlertPages(ShowAlerts show) {
        this.show = show;
    }

    @GetMapping(PAGE)
    ModelAndView all(Caller caller) {
        return show.page(caller, "", Wrong.nothing());
    }
}
