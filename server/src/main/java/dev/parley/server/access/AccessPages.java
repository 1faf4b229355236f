package dev.parley.server.access;

import dev.parley.server.account.Accounts;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.BotException;
import dev.parley.server.identity.FreshSignIn;
import dev.parley.server.identity.PageSessions;
import dev.parley.server.identity.SignedIn;
import dev.parley.server.identity.Tokens;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where one is signed in, and the tokens of one's programs, on a page. */
@Controller
@RequestMapping(AccessPages.PAGE)
@Needs(Right.SIGN_IN)
class AccessPages {

    static final String PAGE = "/profile/access";

    private final PageSessions sessions;
    private final Tokens tokens;
    private final MakeToken makeToken;
    private final EndAccess endAccess;
    private final Accounts accounts;
    private final Tenancy tenancy;

    AccessPages(
            PageSessions sessions,
            Tokens tokens,
            MakeToken makeToken,
            EndAccess endAccess,
            Accounts accounts,
            Tenancy tenancy) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.makeToken = makeToken;
        this.endAccess = endAccess;
        this.accounts = accounts;
        this.tenancy = tenancy;
    }

    @GetMapping
    ModelAndView show(Caller caller) {
        return page(caller, TokenOrder.USUAL);
    }

    @DeleteMapping("/sessions/{id}")
    ModelAndView endSession(@PathVariable String id) {
        endAccess.ofSession(SignedIn.current(), id);
        return back();
    }

    @PostMapping("/sign-out-elsewhere")
    ModelAndView endOthers() {
        endAccess.ofOthers(SignedIn.current());
        return back();
    }

    @DeleteMapping("/tokens/{id}")
    ModelAndView revoke(@PathVariable UUID id) {
        endAccess.ofToken(SignedIn.current(), id);
        return back();
    }

    /** The answer shows the token, and nothing else ever will: so there is no redirect. */
    @PostMapping("/tokens")
    @FreshSignIn(page = PAGE)
    ModelAndView make(
            Caller caller,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") Set<Right> rights,
            @RequestParam(defaultValue = "") Set<AccountId> accounts,
            @RequestParam(name = "expires_in_days", defaultValue = "" + MakeToken.USUAL_DAYS) String days) {
        var order = new TokenOrder(name.strip(), rights, accounts, days.strip(), null).checked();
        if (order.wrong() != null) {
            return page(caller, order);
        }
        try {
            var made = makeToken.make(caller, order.wish());
            return page(caller, TokenOrder.USUAL)
                    .addObject("made", made.issued().token());
        } catch (BotException refused) {
            return page(caller, order.refused(refused.getMessage()));
        }
    }

    private static ModelAndView back() {
        return new ModelAndView("redirect:" + PAGE);
    }

    private ModelAndView page(Caller caller, TokenOrder order) {
        var who = SignedIn.current();
        var page = new ModelAndView("access/access");
        page.addObject("sessions", sessions.of(who));
        page.addObject(
                "tokens",
                tokens.of(who.person().id()).stream().map(TokenView::of).toList());
        page.addObject("grantable", grantable(who));
        page.addObject("accounts", tenancy.in(caller.workspace(), accounts::all));
        page.addObject("order", order);
        page.setStatus(HttpStatusCode.valueOf(order.wrong() == null ? 200 : 400));
        return page;
    }

    private static Set<Right> grantable(SignedIn who) {
        var rights = EnumSet.copyOf(MakeToken.GRANTABLE);
        if (!who.person().isAdmin()) {
            rights.remove(Right.ADMINISTER);
        }
        return rights;
    }
}
