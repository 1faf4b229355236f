package dev.parley.server.conversation;

import dev.parley.server.account.Accounts;
import dev.parley.server.account.Drivers;
import dev.parley.server.bot.Awaiting;
import dev.parley.server.contact.Labels;
import dev.parley.server.core.BotException;
import dev.parley.server.core.Page;
import dev.parley.server.message.AskWhetherToWrite;
import dev.parley.server.message.Deliveries;
import dev.parley.server.message.Writing;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Cursor;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Wrong;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The inboxes of all accounts, and one conversation. */
@Controller
@RequestMapping(InboxPages.PAGE)
@Needs(Right.READ)
class InboxPages {

    static final String PAGE = "/inbox";

    private static final int SHOWN = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Tenancy tenancy;
    private final ReadConversations read;
    private final ReadSpoken spoken;
    private final AskWhetherToWrite mayWrite;
    private final Attend attend;
    private final Accounts accounts;
    private final Drivers drivers;
    private final CannedAnswers answers;
    private final Labels labels;
    private final Deliveries deliveries;
    private final Awaiting awaiting;

    InboxPages(
            Tenancy tenancy,
            ReadConversations read,
            ReadSpoken spoken,
            AskWhetherToWrite mayWrite,
            Attend attend,
            Accounts accounts,
            Drivers drivers,
            CannedAnswers answers,
            Labels labels,
            Deliveries deliveries,
            Awaiting awaiting) {
        this.tenancy = tenancy;
        this.read = read;
        this.spoken = spoken;
        this.mayWrite = mayWrite;
        this.attend = attend;
        this.accounts = accounts;
        this.drivers = drivers;
        this.answers = answers;
        this.labels = labels;
        this.deliveries = deliveries;
        this.awaiting = awaiting;
    }

    @GetMapping
    ModelAndView list(Caller caller, InboxSearch search, @RequestParam(required = false) @Nullable String cursor) {
        try {
            var before = Cursor.ofNullable(cursor);
            var filter = search.filter(caller);
            var found = tenancy.in(caller.workspace(), () -> read.page(filter, before, SHOWN));
            return page(caller, search, found, before == null, Wrong.nothing());
        } catch (BotException refused) {
            return page(caller, search, new Page<>(List.of(), null), true, new Wrong(refused));
        }
    }

    private ModelAndView page(
            Caller caller, InboxSearch search, Page<ConversationView> found, boolean newest, Wrong wrong) {
        return wrong.on(new ModelAndView("conversation/inbox")
                .addObject("search", search)
                .addObject("found", found)
                .addObject("newest", newest)
                .addObject("accounts", tenancy.in(caller.workspace(), accounts::all))
                .addObject("labels", tenancy.in(caller.workspace(), labels::all))
                .addObject(
                        "next",
                        found.nextCursor() == null ? null : search.typed().next(PAGE, found.nextCursor())));
    }

    @GetMapping("/{id}")
    ModelAndView show(
            Caller caller,
            @PathVariable ConversationId id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable CannedAnswerId answer) {
        return view(caller, id, cursor, answer == null ? "" : prepared(caller, id, answer), Wrong.nothing());
    }

    /** The part of every page that says how many are unread. */
    @GetMapping("/unread")
    ModelAndView unread(Caller caller) {
        return new ModelAndView("layout/unread").addObject("unread", tenancy.in(caller.workspace(), read::unread));
    }

    private String prepared(Caller caller, ConversationId id, CannedAnswerId answer) {
        return tenancy.in(
                caller.workspace(), () -> answers.get(answer).to(read.get(id).person()));
    }

    @PostMapping("/{id}/messages")
    @Needs(Right.RUN)
    ModelAndView reply(
            Caller caller, @PathVariable ConversationId id, @RequestParam(defaultValue = "") String content) {
        try {
            var message = tenancy.in(caller.workspace(), () -> attend.reply(caller, id, Writing.of(content)));
            Deliveries.demandNotRefused(deliveries.await(caller, message, PATIENCE));
            return new ModelAndView("redirect:" + PAGE + "/" + id);
        } catch (BotException refused) {
            return view(caller, id, null, content, new Wrong(refused));
        }
    }

    private ModelAndView view(Caller caller, ConversationId id, @Nullable String cursor, String typed, Wrong wrong) {
        var before = SpokenPosition.ofNullable(cursor);
        return tenancy.in(caller.workspace(), () -> {
            var conversation = read.get(id);
            var account = accounts.get(conversation.accountId());
            return wrong.on(new ModelAndView("conversation/conversation")
                    .addObject("conversation", conversation)
                    .addObject("said", spoken.page(id, before, SHOWN))
                    .addObject("newest", before == null)
                    .addObject("answers", answers.all())
                    .addObject("may", mayWrite.known(account, conversation.recipient()))
                    .addObject("longest", drivers.messageRules(account).longestText())
                    .addObject("typed", typed));
        });
    }

    @PostMapping("/{id}/seen")
    @Needs(Right.RUN)
    String seen(Caller caller, @PathVariable ConversationId id) {
        tenancy.run(caller.workspace(), () -> attend.seen(caller, id));
        return back(id);
    }

    @PostMapping("/{id}/unseen")
    @Needs(Right.RUN)
    String unseen(Caller caller, @PathVariable ConversationId id) {
        tenancy.run(caller.workspace(), () -> attend.unseen(id));
        return "redirect:" + PAGE;
    }

    /** Whoever presses it looks after the conversation from now on, or no longer. */
    @PostMapping("/{id}/assignee")
    @Needs(Right.RUN)
    String assign(Caller caller, @PathVariable ConversationId id, @RequestParam boolean me) {
        tenancy.run(caller.workspace(), () -> attend.assign(caller, id, me ? caller.user() : null));
        return back(id);
    }

    @PostMapping("/{id}/acceptance")
    @Needs(Right.RUN)
    String accept(Caller caller, @PathVariable ConversationId id) {
        tenancy.run(caller.workspace(), () -> attend.answer(caller, id, true));
        return back(id);
    }

    /** What it held is gone for the account, and so for the inbox. */
    @PostMapping("/{id}/refusal")
    @Needs(Right.RUN)
    String decline(Caller caller, @PathVariable ConversationId id) {
        var action = tenancy.in(caller.workspace(), () -> attend.answer(caller, id, false));
        awaiting.await(caller.workspace(), action, PATIENCE).ifPresent(ended -> ended.orThrow());
        return "redirect:" + PAGE;
    }

    private static String back(ConversationId id) {
        return "redirect:" + PAGE + "/" + id;
    }
}
