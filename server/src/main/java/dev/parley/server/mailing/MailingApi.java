package dev.parley.server.mailing;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.Page;
import dev.parley.server.message.SendMany.Taken;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One text to many people. */
@RestController
@Needs(Right.READ)
class MailingApi {

    static final int MOST_MINUTES = 43_200;
    static final int LONGEST_TEXT = 10_000;
    static final int MOST_PEOPLE = 1_000;

    private static final int MOST = 200;
    private static final int LONGEST_LABEL = 200;

    private final Tenancy tenancy;
    private final OrderMailing order;
    private final Mailings mailings;

    MailingApi(Tenancy tenancy, OrderMailing order, Mailings mailings) {
        this.tenancy = tenancy;
        this.order = order;
        this.mailings = mailings;
    }

    /** With `dry_run` nothing is stored, and the answer says what would become of each. */
    @PostMapping("/api/bot/actions/send-messages")
    @Needs(Right.RUN)
    ResponseEntity<?> send(Caller caller, @Valid @RequestBody Order asked) {
        var wish = asked.wish();
        if (Boolean.TRUE.equals(asked.dryRun())) {
            var preview = tenancy.in(caller.workspace(), () -> order.preview(asked.accountId(), wish));
            return ResponseEntity.ok(
                    new Preview(preview.stream().map(Previewed::of).toList()));
        }
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .body(tenancy.in(caller.workspace(), () -> order.order(caller, asked.accountId(), wish)));
    }

    @GetMapping("/api/mailings")
    Page<MailingView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable MailingId cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(MOST) int limit) {
        return tenancy.in(caller.workspace(), () -> order.page(cursor, limit));
    }

    @GetMapping("/api/mailings/{id}")
    MailingView one(Caller caller, @PathVariable MailingId id) {
        return tenancy.in(caller.workspace(), () -> order.view(mailings.get(id)));
    }

    @GetMapping("/api/mailings/{id}/recipients")
    Page<RecipientView> recipients(
            Caller caller,
            @PathVariable MailingId id,
            @RequestParam(defaultValue = "0") @Min(0) int cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(MOST) int limit) {
        return tenancy.in(caller.workspace(), () -> {
            mailings.get(id);
            return mailings.recipients(id, cursor, limit);
        });
    }

    @PostMapping("/api/mailings/{id}/cancel")
    @Needs(Right.RUN)
    MailingView cancel(Caller caller, @PathVariable MailingId id) {
        return tenancy.in(caller.workspace(), () -> order.cancel(caller, id));
    }

    /** Whether mailings may go to people who have not written first. */
    @GetMapping("/api/mailing-policy")
    Policy policy(Caller caller) {
        return tenancy.in(caller.workspace(), () -> new Policy(mailings.allowFirstContacts()));
    }

    @PutMapping("/api/mailing-policy")
    @Needs(value = Right.GOVERN, acrossAccounts = true)
    Policy policy(Caller caller, @Valid @RequestBody Policy policy) {
        tenancy.run(caller.workspace(), () -> mailings.allowFirstContacts(policy.firstContacts()));
        return policy;
    }

    /**
     * @param accountId which account; may be left out where there is only one
     * @param recipients may be left out where a label is given
     * @param label everybody who has it gets one as well
     * @param content the text, in which {@code {username}} and the names of the people's variables stand for what is known of each
     * @param firstContacts also to people who have not written first, if the workspace's owner allows it
     * @param spreadMinutes over how many minutes they are spread evenly; 0 for as fast as the bot's pace allows
     * @param dryRun only tells what would become of each
     */
    record Order(
            @Nullable AccountId accountId,
            @Nullable @Size(max = MOST_PEOPLE) List<@NotNull @Valid Person> recipients,
            @Nullable @Size(max = LONGEST_LABEL) String label,
            @NotBlank @Size(max = LONGEST_TEXT) String content,
            @Nullable Boolean firstContacts,
            @Nullable @Min(0) @Max(MOST_MINUTES) Integer spreadMinutes,
            @Nullable Boolean dryRun) {

        private List<Person> named() {
            if (recipients == null || recipients.isEmpty()) {
                TypedPeople.demandLabel(label);
                return List.of();
            }
            return recipients;
        }

        Wish wish() {
            var people = new LinkedHashMap<String, Named>();
            named().stream().map(Person::named).forEach(one -> people.putIfAbsent(one.username(), one));
            return new Wish(
                    List.copyOf(people.values()),
                    label,
                    new Template(content),
                    Boolean.TRUE.equals(firstContacts),
                    Duration.ofMinutes(spreadMinutes == null ? 0 : spreadMinutes));
        }
    }

    /** @param variables what the text may say of them, by name */
    record Person(
            @NotBlank @Size(max = 100) String username,
            @Nullable @Size(max = 20) Map<@Size(max = 30) String, @NotNull @Size(max = 500) String> variables) {

        Named named() {
            return new Named(TypedPeople.username(username), variables == null ? Map.of() : variables);
        }
    }

    record Policy(@NotNull Boolean firstContacts) {}

    record Preview(List<Previewed> items) {}

    /** @param reason why they would be left out */
    record Previewed(
            String username,
            String content,
            boolean included,
            @Nullable String reason,
            @Nullable String detail) {

        static Previewed of(Taken taken) {
            var code = taken.code();
            return new Previewed(
                    taken.one().recipient(),
                    taken.one().text(),
                    code == null,
                    code == null ? null : code.name(),
                    taken.detail());
        }
    }
}
