package dev.parley.server.message;

import dev.parley.server.account.Accounts;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.BotException;
import dev.parley.server.core.Page;
import dev.parley.server.message.SendMessage.Wish;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Cursor;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Wrong;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What was sent, or was to be, and writing a message. */
@Controller
@RequestMapping(MessagePages.PAGE)
@Needs(Right.READ)
class MessagePages {

    static final String PAGE = "/messages";

    private static final int SHOWN = 50;

    private final Tenancy tenancy;
    private final Accounts accounts;
    private final ReadMessages read;
    private final SendMessage sendMessage;
    private final IdempotencyKeys keys;
    private final AskWhetherToWrite mayWrite;
    private final Composer composer;
    private final ExportHistory export;
    private final Clock clock;

    MessagePages(
            Tenancy tenancy,
            Accounts accounts,
            ReadMessages read,
            SendMessage sendMessage,
            IdempotencyKeys keys,
            AskWhetherToWrite mayWrite,
            Composer composer,
            ExportHistory export,
            Clock clock) {
        this.tenancy = tenancy;
        this.accounts = accounts;
        this.read = read;
        this.sendMessage = sendMessage;
        this.keys = keys;
        this.mayWrite = mayWrite;
        this.composer = composer;
        this.export = export;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(Caller caller, MessageSearch search, @RequestParam(required = false) @Nullable String cursor) {
        try {
            var before = Cursor.ofNullable(cursor);
            var filter = search.filter();
            var found = tenancy.in(caller.workspace(), () -> read.page(filter, before, SHOWN));
            return page(caller, search, found, before == null, Wrong.nothing());
        } catch (BotException refused) {
            return page(caller, search, new Page<>(List.of(), null), true, new Wrong(refused));
        }
    }

    private ModelAndView page(
            Caller caller, MessageSearch search, Page<MessageView> found, boolean newest, Wrong wrong) {
        return wrong.on(new ModelAndView("message/list")
                .addObject("search", search)
                .addObject("found", found)
                .addObject("newest", newest)
                .addObject("accounts", tenancy.in(caller.workspace(), accounts::all))
                .addObject(
                        "next",
                        found.nextCursor() == null ? null : search.typed().next(PAGE, found.nextCursor())));
    }

    /** For a browser, which cannot ask the API for another type. */
    @GetMapping("/csv")
    void csv(Caller caller, MessageSearch search, HttpServletResponse response) throws IOException {
        export.csv(caller, search.filter(), response);
    }

    @GetMapping("/json")
    void lines(Caller caller, MessageSearch search, HttpServletResponse response) throws IOException {
        export.lines(caller, search.filter(), response);
    }

    @GetMapping("/{id}")
    ModelAndView show(Caller caller, @PathVariable MessageId id) {
        return view("message/message", caller, id);
    }

    /** The part of the page that changes. */
    @GetMapping("/{id}/standing")
    ModelAndView standing(Caller caller, @PathVariable MessageId id) {
        return view("message/standing", caller, id);
    }

    private ModelAndView view(String template, Caller caller, MessageId id) {
        var message = tenancy.in(caller.workspace(), () -> read.one(id));
        return new ModelAndView(template).addObject("message", message);
    }

    @GetMapping("/new")
    @Needs(Right.RUN)
    ModelAndView compose(Caller caller, TypedMessage typed) {
        return form(caller, typed, Wrong.nothing());
    }

    /** What the form says about the recipient, once one is typed. */
    @PostMapping("/check")
    @Needs(Right.RUN)
    ModelAndView check(Caller caller, TypedMessage typed) {
        var page = new ModelAndView("message/check");
        try {
            var recipient = TypedRecipient.parse(Objects.requireNonNullElse(typed.recipient(), ""));
            var may = mayWrite.ask(caller, () -> accounts.get(account(typed)), recipient);
            return page.addObject("may", may).addObject("refused", null);
        } catch (BotException refused) {
            return page.addObject("may", null).addObject("refused", refused);
        }
    }

    @PostMapping
    @Needs(Right.RUN)
    ModelAndView send(Caller caller, TypedMessage typed) {
        try {
            var wish = Wish.now(
                            TypedRecipient.parse(Objects.requireNonNullElse(typed.recipient(), "")),
                            Writing.of(Objects.requireNonNullElse(typed.content(), "")))
                    .at(MessageApi.farEnough(typed.moment(), clock.instant()));
            var taken = tenancy.in(
                    caller.workspace(),
                    () -> keys.once(
                            caller,
                            typed.key(),
                            wish.toString(),
                            () -> sendMessage.send(caller, accounts.get(account(typed)), wish)));
            return new ModelAndView("redirect:" + PAGE + "/" + taken.id());
        } catch (BotException refused) {
            return form(caller, typed, new Wrong(refused));
        }
    }

    private ModelAndView form(Caller caller, TypedMessage typed, Wrong wrong) {
        return wrong.on(new ModelAndView("message/compose")
                .addObject("typed", typed.withKey())
                .addObject("offer", tenancy.in(caller.workspace(), composer::offer)));
    }

    private static AccountId account(TypedMessage typed) {
        try {
            return AccountId.of(Objects.requireNonNullElse(typed.account(), ""));
        } catch (IllegalArgumentException none) {
            throw Wrong.refusal("account", "must be chosen");
        }
    }
}
