package dev.parley.server.mailing;

import dev.parley.server.account.Account;
import dev.parley.server.account.Accounts;
import dev.parley.server.contact.Labels;
import dev.parley.server.core.BotException;
import dev.parley.server.core.Page;
import dev.parley.server.message.MessageId;
import dev.parley.server.message.ReadMessages;
import dev.parley.server.message.SendMany.Taken;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Wrong;
import jakarta.validation.constraints.Min;
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

/** Sending one text to many people, and how far that is. */
@Controller
@RequestMapping(MailingPages.PAGE)
@Needs(Right.READ)
class MailingPages {

    static final String PAGE = "/mailings";

    private static final int SHOWN = 50;
    private static final int PEOPLE = 200;

    private final Tenancy tenancy;
    private final Accounts accounts;
    private final Mailings mailings;
    private final OrderMailing order;
    private final Labels labels;
    private final ReadMessages messages;

    MailingPages(
            Tenancy tenancy,
            Accounts accounts,
            Mailings mailings,
            OrderMailing order,
            Labels labels,
            ReadMessages messages) {
        this.tenancy = tenancy;
        this.accounts = accounts;
        this.mailings = mailings;
        this.order = order;
        this.labels = labels;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView list(Caller caller, @RequestParam(required = false) @Nullable MailingId cursor) {
        return tenancy.in(
                caller.workspace(),
                () -> new ModelAndView("mailing/list")
                        .addObject("found", order.page(cursor, SHOWN))
                        .addObject("newest", cursor == null));
    }

    @GetMapping("/new")
    @Needs(Right.RUN)
    ModelAndView compose(Caller caller, TypedMailing typed) {
        return form(caller, typed, List.of(), Wrong.nothing());
    }

    /** What would become of each; nothing is stored. */
    @PostMapping("/preview")
    @Needs(Right.RUN)
    ModelAndView preview(Caller caller, TypedMailing typed) {
        try {
            var wish = typed.wish();
            var account = typed.accountId();
            var taken = tenancy.in(caller.workspace(), () -> order.preview(account, wish));
            return form(caller, typed, taken, Wrong.nothing());
        } catch (BotException refused) {
            return form(caller, typed, List.of(), new Wrong(refused));
        }
    }

    @PostMapping
    @Needs(Right.RUN)
    ModelAndView send(Caller caller, TypedMailing typed) {
        try {
            var wish = typed.wish();
            var account = typed.accountId();
            var mailing = tenancy.in(caller.workspace(), () -> order.order(caller, account, wish));
            return new ModelAndView("redirect:" + PAGE + "/" + mailing.id());
        } catch (BotException refused) {
            return form(caller, typed, List.of(), new Wrong(refused));
        }
    }

    private ModelAndView form(Caller caller, TypedMailing typed, List<Taken> preview, Wrong wrong) {
        return tenancy.in(
                caller.workspace(),
                () -> wrong.on(new ModelAndView("mailing/compose")
                        .addObject("typed", typed)
                        .addObject("preview", preview)
                        .addObject("labels", labels.all())
                        .addObject("firstContacts", mailings.allowFirstContacts())
                        .addObject(
                                "accounts",
                                accounts.all().stream()
                                        .filter(Account::wasConnected)
                                        .toList())));
    }

    @GetMapping("/{id}")
    ModelAndView show(Caller caller, @PathVariable MailingId id, @RequestParam(defaultValue = "0") @Min(0) int after) {
        return tenancy.in(caller.workspace(), () -> {
            var people = mailings.recipients(id, after, PEOPLE);
            return new ModelAndView("mailing/mailing")
                    .addObject("mailing", order.view(mailings.get(id)))
                    .addObject("people", people)
                    .addObject("messages", messages.of(messagesTo(people)))
                    .addObject("after", after);
        });
    }

    private static List<MessageId> messagesTo(Page<RecipientView> people) {
        return people.items().stream()
                .map(RecipientView::messageId)
                .filter(Objects::nonNull)
                .toList();
    }

    @PostMapping("/{id}/cancellation")
    @Needs(Right.RUN)
    String cancel(Caller caller, @PathVariable MailingId id) {
        tenancy.run(caller.workspace(), () -> order.cancel(caller, id));
        return "redirect:" + PAGE + "/" + id;
    }
}
