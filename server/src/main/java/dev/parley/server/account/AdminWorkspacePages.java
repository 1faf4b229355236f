package dev.parley.server.account;

import dev.parley.server.core.BotException;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Wrong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The same on pages. */
@Controller
@RequestMapping(AdminWorkspacePages.PAGE)
@Needs(Right.ADMINISTER)
class AdminWorkspacePages {

    static final String PAGE = "/admin/workspaces";

    private static final int SHOWN = 50;

    private final LimitWorkspaces workspaces;

    AdminWorkspacePages(LimitWorkspaces workspaces) {
        this.workspaces = workspaces;
    }

    @GetMapping
    ModelAndView list(@RequestParam(required = false) @Nullable WorkspaceId cursor) {
        var found = workspaces.list(cursor, SHOWN);
        return new ModelAndView("account/workspaces")
                .addObject("found", found)
                .addObject("first", cursor == null ? null : PAGE)
                .addObject("next", found.nextCursor() == null ? null : PAGE + "?cursor=" + found.nextCursor());
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable WorkspaceId id) {
        var room = workspaces.one(id);
        return page(room, room.adjusted() ? String.valueOf(room.maxAccounts()) : "", Wrong.nothing());
    }

    /** Empty for what the instance's setting says. */
    @PostMapping("/{id}/limits")
    ModelAndView set(
            @PathVariable WorkspaceId id, @RequestParam(name = "max_accounts", defaultValue = "") String most) {
        try {
            workspaces.set(id, most.isBlank() ? null : number(most.strip()));
            return new ModelAndView("redirect:" + PAGE);
        } catch (BotException refused) {
            return page(workspaces.one(id), most, new Wrong(refused));
        }
    }

    private static Integer number(String typed) {
        if (typed.matches("\\d{1,4}") && Integer.parseInt(typed) <= LimitWorkspaces.MOST) {
            return Integer.valueOf(typed);
        }
        throw Wrong.refusal("max_accounts", "must be a number from 0 to " + LimitWorkspaces.MOST);
    }

    private static ModelAndView page(WorkspaceRoom room, String typed, Wrong wrong) {
        return wrong.on(
                new ModelAndView("account/workspace").addObject("room", room).addObject("typed", typed));
    }
}
