package dev.parley.server.workspace;

import dev.parley.server.tenancy.Caller;
import dev.parley.server.web.Right;
import dev.parley.server.web.Wrong;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of one workspace: who belongs to it, who is invited, and what each role may do. */
@Component
class ShowWorkspace {

    private final ListMembers members;
    private final Invite invite;
    private final KeepRetention keepRetention;

    ShowWorkspace(ListMembers members, Invite invite, KeepRetention keepRetention) {
        this.members = members;
        this.invite = invite;
        this.keepRetention = keepRetention;
    }

    ModelAndView page(Caller caller, Membership own, Wrong wrong) {
        return wrong.on(new ModelAndView("workspace/show")
                .addObject("own", own)
                .addObject("name", own.name())
                .addObject("me", caller.user())
                .addObject("members", members.of(caller.workspace()))
                .addObject("invitations", own.role().may(Right.INVITE) ? invite.open(caller) : List.of())
                .addObject("link", null)
                .addObject("mailed", null)
                .addObject("mailIsSent", invite.mailIsSent())
                .addObject("email", "")
                .addObject("retention", TypedRetention.of(keepRetention.of(caller))));
    }
}
