package dev.parley.server.home;

import dev.parley.server.tenancy.Caller;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What a person sees first: whether everything is all right, and what needs them. */
@Controller
@Needs(Right.READ)
class HomePages {

    private final ReadHome readHome;

    HomePages(ReadHome readHome) {
        this.readHome = readHome;
    }

    @GetMapping("/")
    ModelAndView home(Caller caller) {
        return new ModelAndView("home/home").addObject("home", readHome.of(caller));
    }
}
