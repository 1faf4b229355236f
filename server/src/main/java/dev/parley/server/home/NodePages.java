package dev.parley.server.home;

import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The same on a page. */
@Controller
class NodePages {

    private final ReadNodes readNodes;

    NodePages(ReadNodes readNodes) {
        this.readNodes = readNodes;
    }

    @GetMapping("/admin/nodes")
    @Needs(Right.ADMINISTER)
    ModelAndView nodes() {
        return new ModelAndView("home/nodes").addObject("found", readNodes.now());
    }
}
