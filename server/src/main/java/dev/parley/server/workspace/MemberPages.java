package dev.parley.server.workspace;

import dev.parley.server.core.BotException;
import dev.parley.server.core.UserId;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Wrong;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The members of a workspace, in the hands of its owners. */
@Controller
@RequestMapping("/workspaces/{workspace}/members/{user}")
@Needs(Right.GOVERN)
class MemberPages {

    private final ListMembers list;
    private final ChangeMembers change;
    private final ShowWorkspace show;

    MemberPages(ListMembers list, ChangeMembers change, ShowWorkspace show) {
        this.list = list;
        this.change = change;
        this.show = show;
    }

    @PostMapping("/role")
    ModelAndView change(Caller caller, Membership own, @PathVariable UserId user, @RequestParam WorkspaceRole role) {
        try {
            change.changeRole(caller, user, role);
            return back(own);
        } catch (BotException refused) {
            return show.page(caller, own, new Wrong(refused));
        }
    }

    /** Asks before anybody is removed. */
    @GetMapping("/removal")
    ModelAndView confirm(Membership own, @PathVariable UserId user) {
        return new ModelAndView("workspace/removal")
                .addObject("own", own)
                .addObject("member", list.one(own.id(), user));
    }

    @DeleteMapping
    ModelAndView remove(Caller caller, Membership own, @PathVariable UserId user) {
        try {
            change.remove(caller, user);
            return back(own);
        } catch (BotException refused) {
            return show.page(caller, own, new Wrong(refused));
        }
    }

    private static ModelAndView back(Membership own) {
        return new ModelAndView("redirect:/workspaces/" + own.id());
    }
}
