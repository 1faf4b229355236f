package dev.parley.server.conversation;

import dev.parley.server.account.Accounts;
import dev.parley.server.bot.Awaiting;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.Page;
import dev.parley.server.core.UserId;
import dev.parley.server.message.Deliveries;
import dev.parley.server.message.MessageView;
import dev.parley.server.message.Writing;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Cursor;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is said in the accounts' inboxes. */
@RestController
@RequestMapping("/api/conversations")
@Needs(Right.READ)
class ConversationApi {

    private static final int MOST = 200;
    private static final int LONGEST_SEARCH = 200;
    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_WAIT = 120;
    private static final int USUAL_WAIT = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Tenancy tenancy;
    private final ReadConversations read;
    private final ReadSpoken spoken;
    private final Attend attend;
    private final OrderSync order;
    private final Accounts accounts;
    private final Deliveries deliveries;
    private final Awaiting awaiting;

    ConversationApi(
            Tenancy tenancy,
            ReadConversations read,
            ReadSpoken spoken,
            Attend attend,
            OrderSync order,
            Accounts accounts,
            Deliveries deliveries,
            Awaiting awaiting) {
        this.tenancy = tenancy;
        this.read = read;
        this.spoken = spoken;
        this.attend = attend;
        this.order = order;
        this.accounts = accounts;
        this.deliveries = deliveries;
        this.awaiting = awaiting;
    }

    /**
     * The filters as they stand in the address.
     *
     * @param assignee a member's id
     * @param label that the person has with whom it is
     * @param q words of names or of what was said, or how they begin
     */
    record Query(
            @Nullable AccountId account_id,
            @Nullable Boolean unread,
            @Nullable Boolean request,
            @Nullable Boolean assigned,
            @Nullable UserId assignee,
            @Nullable @Size(max = LONGEST_SEARCH) String label,
            @Nullable @Size(max = LONGEST_SEARCH) String q) {

        ConversationFilter filter() {
            return new ConversationFilter(account_id, unread, request, assigned, assignee, label, q);
        }
    }

    @GetMapping
    Page<ConversationView> list(
            Caller caller,
            @Valid Query query,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(MOST) int limit) {
        var before = Cursor.ofNullable(cursor);
        return tenancy.in(caller.workspace(), () -> read.page(query.filter(), before, limit));
    }

    @GetMapping("/{id}")
    ConversationView one(Caller caller, @PathVariable ConversationId id) {
        return tenancy.in(caller.workspace(), () -> read.get(id));
    }

    /** Newest first; what the account tried to say and has not arrived stands in its place, as `attempt`. */
    @GetMapping("/{id}/messages")
    Page<SpokenView> messages(
            Caller caller,
            @PathVariable ConversationId id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(MOST) int limit) {
        var before = SpokenPosition.ofNullable(cursor);
        return tenancy.in(caller.workspace(), () -> spoken.page(id, before, limit));
    }

    /** Sends into the conversation, as `POST /api/messages/send` does to a person. */
    @PostMapping("/{id}/messages")
    @Needs(Right.RUN)
    MessageView reply(Caller caller, @PathVariable ConversationId id, @Valid @RequestBody Reply reply) {
        var message = tenancy.in(caller.workspace(), () -> attend.reply(caller, id, Writing.of(reply.content())));
        return Deliveries.demandNotRefused(deliveries.await(caller, message, reply.patience()));
    }

    /** Reads an account's inbox now, and not only when it is due. */
    @PostMapping("/sync")
    @Needs(Right.RUN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void sync(Caller caller, @RequestBody(required = false) @Nullable Which which) {
        var action = tenancy.in(
                caller.workspace(),
                () -> accounts.pick(which == null ? null : which.accountId())
                        .map(account -> order.now(account, caller.user()))
                        .orElse(null));
        await(caller, action);
    }

    @PostMapping("/{id}/seen")
    @Needs(Right.RUN)
    ConversationView seen(Caller caller, @PathVariable ConversationId id) {
        return attended(caller, id, () -> attend.seen(caller, id));
    }

    @PostMapping("/{id}/unseen")
    @Needs(Right.RUN)
    ConversationView unseen(Caller caller, @PathVariable ConversationId id) {
        return attended(caller, id, () -> attend.unseen(id));
    }

    @PutMapping("/{id}/assignee")
    @Needs(Right.RUN)
    ConversationView assign(Caller caller, @PathVariable ConversationId id, @RequestBody Assignment assignment) {
        return attended(caller, id, () -> attend.assign(caller, id, assignment.userId()));
    }

    private ConversationView attended(Caller caller, ConversationId id, Runnable work) {
        return tenancy.in(caller.workspace(), () -> {
            work.run();
            return read.get(id);
        });
    }

    @PostMapping("/{id}/accept")
    @Needs(Right.RUN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void accept(Caller caller, @PathVariable ConversationId id) {
        await(caller, tenancy.in(caller.workspace(), () -> attend.answer(caller, id, true)));
    }

    /** What it held is gone for the account. */
    @PostMapping("/{id}/decline")
    @Needs(Right.RUN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decline(Caller caller, @PathVariable ConversationId id) {
        await(caller, tenancy.in(caller.workspace(), () -> attend.answer(caller, id, false)));
    }

    private void await(Caller caller, @Nullable UUID action) {
        if (action != null) {
            awaiting.await(caller.workspace(), action, PATIENCE)
                    .orElseThrow(() -> new BotException(
                            ErrorCode.ACTION_TIMED_OUT, "Instagram has not answered within %s.".formatted(PATIENCE)))
                    .orThrow();
        }
    }

    /** @param waitS how long the answer may wait for the outcome */
    record Reply(
            @NotBlank @Size(max = LONGEST_TEXT) String content,
            @Nullable @Min(0) @Max(LONGEST_WAIT) Integer waitS) {

        Duration patience() {
            return Duration.ofSeconds(waitS == null ? USUAL_WAIT : waitS);
        }
    }

    record Which(@Nullable AccountId accountId) {}

    /** @param userId a member's; null for nobody */
    record Assignment(@Nullable UserId userId) {}
}
