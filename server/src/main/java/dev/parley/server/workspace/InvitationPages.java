package dev.parley.server.workspace;

import dev.parley.server.core.BotException;
import dev.parley.server.identity.SignedIn;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.vault.RandomSecret;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Wrong;
import dev.parley.server.workspace.InvitationApi.Wanted;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Inviting, and following an invitation's link. */
@Controller
@Needs(Right.INVITE)
class InvitationPages {

    private final Invite invite;
    private final AcceptInvitation accept;
    private final ShowWorkspace show;

    InvitationPages(Invite invite, AcceptInvitation accept, ShowWorkspace show) {
        this.invite = invite;
        this.accept = accept;
        this.show = show;
    }

    /** Answers with the page itself, because the link is shown this once. */
    @PostMapping("/workspaces/{workspace}/invitations")
    ModelAndView invite(
            Caller caller,
            Membership own,
            @Valid Wanted wanted,
            BindingResult form,
            @RequestParam(defaultValue = "") String email) {
        try {
            Wrong.refuse(form);
            var given = email.isBlank() ? null : email.strip();
            var invited = invite.invite(caller, own, wanted.role(), given);
            return show.page(caller, own, Wrong.nothing())
                    .addObject("link", invited.link().toString())
                    .addObject("mailed", invited.mailed() ? given : null);
        } catch (BotException refused) {
            return show.page(caller, own, new Wrong(refused)).addObject("email", email);
        }
    }

    @DeleteMapping("/workspaces/{workspace}/invitations/{invitation}")
    ModelAndView revoke(Caller caller, Membership own, @PathVariable InvitationId invitation) {
        invite.revoke(caller, own, invitation);
        return new ModelAndView("redirect:/workspaces/" + own.id());
    }

    @GetMapping("/invitations")
    @Needs(Right.SIGN_IN)
    ModelAndView offer(@RequestParam String token) {
        return offer(token, Wrong.nothing());
    }

    @PostMapping("/invitations")
    @Needs(Right.SIGN_IN)
    ModelAndView accept(@RequestParam String token) {
        var me = SignedIn.current();
        try {
            var joined = accept.accept(me.person(), new RandomSecret(token));
            return new ModelAndView("redirect:/workspaces/" + joined.id());
        } catch (BotException refused) {
            return offer(token, new Wrong(refused));
        }
    }

    private ModelAndView offer(String token, Wrong wrong) {
        return wrong.on(new ModelAndView("workspace/invitation")
                .addObject("token", token)
                .addObject("offer", accept.look(new RandomSecret(token))));
    }
}
