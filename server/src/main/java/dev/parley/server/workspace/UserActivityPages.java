package dev.parley.server.workspace;

import dev.parley.server.core.UserId;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a person did, as far as it is an administrator's business: that it happened, and how it went. */
@Controller
@Needs(Right.ADMINISTER)
class UserActivityPages {

    private static final int SHOWN = 50;

    private final ReadUserActivity read;

    UserActivityPages(ReadUserActivity read) {
        this.read = read;
    }

    @GetMapping("/admin/people/{id}/activity")
    ModelAndView show(@PathVariable UserId id, @RequestParam(required = false) @Nullable String cursor) {
        var base = "/admin/people/" + id + "/activity";
        var found = read.withoutContent(id, cursor, SHOWN);
        return new ModelAndView("workspace/person-activity")
                .addObject("person", read.name(id))
                .addObject("found", found)
                .addObject("first", cursor == null ? null : base)
                .addObject("next", found.nextCursor() == null ? null : base + "?cursor=" + found.nextCursor());
    }
}
