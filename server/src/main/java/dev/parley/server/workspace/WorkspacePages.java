package dev.parley.server.workspace;

import dev.parley.server.core.BotException;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.identity.FreshSignIn;
import dev.parley.server.identity.SignedIn;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Wrong;
import dev.parley.server.workspace.WorkspaceApi.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The workspaces of a person: which there are, which is in use, and what one is called. */
@Controller
@RequestMapping("/workspaces")
@Needs(Right.READ)
class WorkspacePages {

    private final Workspaces workspaces;
    private final WorkspaceInUse inUse;
    private final KeepWorkspaces keep;
    private final ChangeMembers members;
    private final RemoveWorkspace removal;
    private final ShowWorkspace show;
    private final KeepRetention keepRetention;

    WorkspacePages(
            Workspaces workspaces,
            WorkspaceInUse inUse,
            KeepWorkspaces keep,
            ChangeMembers members,
            RemoveWorkspace removal,
            ShowWorkspace show,
            KeepRetention keepRetention) {
        this.workspaces = workspaces;
        this.inUse = inUse;
        this.keep = keep;
        this.members = members;
        this.removal = removal;
        this.show = show;
        this.keepRetention = keepRetention;
    }

    @GetMapping
    @Needs(Right.SIGN_IN)
    ModelAndView list() {
        return list("", Wrong.nothing());
    }

    @PostMapping
    @Needs(Right.SIGN_IN)
    ModelAndView add(
            Caller caller, @Valid Named wanted, BindingResult form, @RequestParam(defaultValue = "") String name) {
        try {
            Wrong.refuse(form);
            return new ModelAndView(
                    "redirect:/workspaces/" + keep.add(caller, name.strip()).id());
        } catch (BotException refused) {
            return list(name, new Wrong(refused));
        }
    }

    private ModelAndView list(String name, Wrong wrong) {
        var me = SignedIn.current().person().id();
        return wrong.on(new ModelAndView("workspace/list")
                .addObject("workspaces", workspaces.of(me))
                .addObject("name", name));
    }

    /** From here on the pages show that one. */
    @PostMapping("/in-use")
    @Needs(Right.SIGN_IN)
    String choose(@RequestParam WorkspaceId workspace, HttpServletRequest request) {
        inUse.choose(SignedIn.current(), workspace, request);
        return "redirect:/";
    }

    @GetMapping("/{workspace}")
    ModelAndView show(Caller caller, Membership own) {
        return show.page(caller, own, Wrong.nothing());
    }

    @PostMapping("/{workspace}/name")
    @Needs(Right.ADJUST)
    ModelAndView rename(
            Caller caller,
            Membership own,
            @Valid Named wanted,
            BindingResult form,
            @RequestParam(defaultValue = "") String name) {
        try {
            Wrong.refuse(form);
            keep.rename(caller, name.strip());
            return new ModelAndView("redirect:/workspaces/" + own.id());
        } catch (BotException refused) {
            return show.page(caller, own, new Wrong(refused)).addObject("name", name);
        }
    }

    @PostMapping("/{workspace}/retention")
    @Needs(Right.ADJUST)
    ModelAndView keep(Caller caller, Membership own, TypedRetention typed) {
        try {
            keepRetention.change(caller, typed.parse());
            return new ModelAndView("redirect:/workspaces/" + own.id());
        } catch (BotException refused) {
            return show.page(caller, own, new Wrong(refused)).addObject("retention", typed);
        }
    }

    /** Asks before anybody leaves. */
    @GetMapping("/{workspace}/departure")
    ModelAndView confirm(Membership own) {
        return new ModelAndView("workspace/departure").addObject("own", own);
    }

    @DeleteMapping("/{workspace}/membership")
    @Needs(Right.SIGN_IN)
    ModelAndView leave(Caller caller, Membership own, HttpServletRequest request) {
        try {
            members.remove(caller, caller.user());
            inUse.leave(own.id(), request);
            return new ModelAndView("redirect:/workspaces");
        } catch (BotException refused) {
            return show.page(caller, own, new Wrong(refused));
        }
    }

    /** Asks for its name before all of it goes. */
    @GetMapping("/{workspace}/deletion")
    @Needs(Right.GOVERN)
    @FreshSignIn
    ModelAndView confirmDeletion(Membership own) {
        return deletion(own, "", Wrong.nothing());
    }

    @DeleteMapping("/{workspace}")
    @Needs(Right.GOVERN)
    @FreshSignIn
    ModelAndView delete(Membership own, @RequestParam(defaultValue = "") String name, HttpServletRequest request) {
        try {
            removal.delete(own, name);
            inUse.leave(own.id(), request);
            return new ModelAndView("redirect:/workspaces");
        } catch (BotException refused) {
            return deletion(own, name, new Wrong(refused));
        }
    }

    private static ModelAndView deletion(Membership own, String typed, Wrong wrong) {
        return wrong.on(
                new ModelAndView("workspace/deletion").addObject("own", own).addObject("typed", typed));
    }
}
