package dev.parley.server.activity;

import dev.parley.server.core.BotException;
import dev.parley.server.core.Page;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Wrong;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What happened, for people. */
@Controller
@RequestMapping(ActivityPages.PAGE)
@Needs(Right.READ)
class ActivityPages {

    static final String PAGE = "/activity";

    private static final int SHOWN = 50;

    private final Activities activities;
    private final Tenancy tenancy;
    private final ExportActivities export;

    ActivityPages(Activities activities, Tenancy tenancy, ExportActivities export) {
        this.activities = activities;
        this.tenancy = tenancy;
        this.export = export;
    }

    @GetMapping
    ModelAndView list(Caller caller, ActivitySearch search, @RequestParam(required = false) @Nullable String cursor) {
        try {
            var before = Position.ofNullable(cursor);
            var filter = search.filter();
            var found = tenancy.in(caller.workspace(), () -> activities.list(filter, before, SHOWN));
            return page(caller, search, found, before == null, Wrong.nothing());
        } catch (BotException refused) {
            return page(caller, search, new Page<>(List.of(), null), true, new Wrong(refused));
        }
    }

    /** For a browser, which cannot ask the API for another type. */
    @GetMapping("/csv")
    void csv(Caller caller, ActivitySearch search, HttpServletResponse response) throws IOException {
        export.export(caller, search.filter(), response);
    }

    private ModelAndView page(
            Caller caller, ActivitySearch search, Page<ActivityView> found, boolean newest, Wrong wrong) {
        return wrong.on(new ModelAndView("activity/list")
                .addObject("search", search)
                .addObject("found", found)
                .addObject("newest", newest)
                .addObject("facets", tenancy.in(caller.workspace(), activities::facets))
                .addObject(
                        "next",
                        found.nextCursor() == null ? null : search.typed().next(PAGE, found.nextCursor())));
    }
}
