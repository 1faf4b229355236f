package dev.parley.server.automation;

import dev.parley.server.account.Account;
import dev.parley.server.account.Accounts;
import dev.parley.server.automation.Job.Order;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.BotException;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Wrong;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Ordering a job of an account. */
@Controller
@RequestMapping("/accounts/{account}/jobs")
@Needs(Right.RUN)
class OrderPages {

    private static final String USUAL_AMOUNT = "5";
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");

    private final Tenancy tenancy;
    private final Accounts accounts;
    private final StartJob startJob;
    private final Preview preview;

    OrderPages(Tenancy tenancy, Accounts accounts, StartJob startJob, Preview preview) {
        this.tenancy = tenancy;
        this.accounts = accounts;
        this.startJob = startJob;
        this.preview = preview;
    }

    @GetMapping
    @Needs(Right.READ)
    String list(Caller caller, @PathVariable AccountId account) {
        var found = tenancy.in(caller.workspace(), () -> accounts.get(account));
        return "redirect:/jobs?account=" + found.id();
    }

    @GetMapping("/new")
    ModelAndView form(
            Caller caller, @PathVariable AccountId account, @RequestParam(required = false) @Nullable String kind) {
        return form(
                caller,
                account,
                new TypedOrder(kind, "", "", "", "", usualAmount(chosen(kind)), false),
                Map.of(),
                Wrong.nothing());
    }

    /** What the form says about the amount while it is being typed. */
    @GetMapping("/preview")
    ModelAndView preview(
            Caller caller,
            @PathVariable AccountId account,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam Map<String, String> all) {
        var says = tenancy.in(caller.workspace(), () -> says(accounts.get(account), chosen(kind), amount, all));
        return new ModelAndView("automation/preview").addObject("says", says);
    }

    @PostMapping
    ModelAndView order(
            Caller caller,
            @PathVariable AccountId account,
            @Valid Wish wish,
            BindingResult form,
            TypedOrder typed,
            @RequestParam Map<String, String> all) {
        try {
            Wrong.refuse(form);
            var job = tenancy.in(caller.workspace(), () -> startJob.start(caller, account, wish.order()));
            return new ModelAndView("redirect:/jobs/" + job.id());
        } catch (BotException refused) {
            return form(caller, account, typed, all, new Wrong(refused));
        }
    }

    private ModelAndView form(Caller caller, AccountId id, TypedOrder typed, Map<String, String> all, Wrong wrong) {
        return tenancy.in(caller.workspace(), () -> {
            var account = accounts.get(id);
            var kind = chosen(typed.kind());
            return wrong.on(new ModelAndView("automation/order")
                    .addObject("account", account)
                    .addObject("kind", kind)
                    .addObject("typed", typed)
                    .addObject("filters", Filters.typed(all))
                    .addObject("says", says(account, kind, typed.amount(), all)));
        });
    }

    /** Nothing about what is no amount. */
    private String says(Account account, JobKind kind, @Nullable String amount, Map<String, String> all) {
        if (amount == null || !NUMBER.matcher(amount.strip()).matches()) {
            return "";
        }
        var needProfiles = kind.filters() && Filters.needProfiles(all);
        var draft = new Preview.Draft(kind, Integer.parseInt(amount.strip()), needProfiles, all.containsKey("dryRun"));
        return preview.of(account, draft).words();
    }

    /** Of a list, all. */
    private static String usualAmount(JobKind kind) {
        return kind.source().equals(Source.People.STORED) ? "" : USUAL_AMOUNT;
    }

    private static JobKind chosen(@Nullable String kind) {
        return Optional.ofNullable(kind).flatMap(JobKind::of).orElse(JobKind.FOLLOW_HASHTAG);
    }

    /** The form, under the constraints of the API. */
    record Wish(
            @Nullable String kind,
            @Nullable String hashtag,
            @Nullable String username,
            @Size(max = Likers.LONGEST) @Nullable String post,
            @Nullable String people,
            @Min(1) @Max(Orders.MOST) @Nullable Integer amount,
            @Nullable @Valid Filters filters,
            @Nullable Boolean dryRun) {

        Order order() {
            var source = source(chosen(kind).source());
            return new Order(
                    chosen(kind).action(),
                    source,
                    Orders.amount(amount, source),
                    Filters.ordered(filters),
                    Boolean.TRUE.equals(dryRun));
        }

        private Source source(String stored) {
            return switch (stored) {
                case Hashtag.STORED -> Orders.hashtag(hashtag);
                case Source.Followers.STORED -> new Source.Followers(Orders.username(username));
                case Source.Following.STORED -> new Source.Following(Orders.username(username));
                case Likers.STORED -> Orders.likers(post);
                case Source.People.STORED -> Orders.people(people);
                case Source.Followed.STORED -> new Source.Followed();
                case Source.Feed.STORED -> new Source.Feed();
                default -> throw new IllegalStateException("no job is ordered here by " + stored);
            };
        }
    }
}
