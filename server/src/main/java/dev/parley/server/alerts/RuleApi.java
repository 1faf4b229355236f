package dev.parley.server.alerts;

import dev.parley.server.core.UserId;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Of what the caller's workspace tells whom. */
@RestController
@RequestMapping("/api/alerts/rules")
@Needs(value = Right.RUN, acrossAccounts = true)
class RuleApi {

    private static final int MOST_NAMED = 50;

    private final Tenancy tenancy;
    private final Rules rules;
    private final KeepRules keep;

    RuleApi(Tenancy tenancy, Rules rules, KeepRules keep) {
        this.tenancy = tenancy;
        this.rules = rules;
        this.keep = keep;
    }

    @GetMapping
    All all(Caller caller) {
        return new All(tenancy.in(caller.workspace(), rules::all));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Rule add(Caller caller, @Valid @RequestBody Wanted wanted) {
        return keep.add(caller, wanted.wish());
    }

    @GetMapping("/{id}")
    Rule one(Caller caller, @PathVariable RuleId id) {
        return tenancy.in(caller.workspace(), () -> rules.get(id));
    }

    /** What is left out is as in a new one. */
    @PutMapping("/{id}")
    Rule change(Caller caller, @PathVariable RuleId id, @Valid @RequestBody Wanted wanted) {
        return keep.change(caller, id, wanted.wish());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable RuleId id) {
        keep.remove(caller, id);
    }

    record All(List<Rule> items) {}

    /**
     * @param events such as account.action_blocked
     * @param mailOwners whether the workspace's owners are mailed, whoever they are then
     * @param mailTo members who are mailed beside them
     * @param enabled true where it is left out
     */
    record Wanted(
            @NotBlank @Size(max = KeepRules.LONGEST_NAME) String name,
            @NotEmpty @Size(max = MOST_NAMED) List<@NotNull AlertEvent> events,
            @Nullable Boolean mailOwners,
            @Nullable @Size(max = MOST_NAMED) List<@NotNull UserId> mailTo,
            @Nullable @Size(max = MOST_NAMED) List<@NotNull WebhookId> webhooks,
            @Nullable Boolean enabled) {

        RuleWish wish() {
            return new RuleWish(
                    name,
                    events.stream().distinct().toList(),
                    Boolean.TRUE.equals(mailOwners),
                    Objects.requireNonNullElse(mailTo, List.of()),
                    Objects.requireNonNullElse(webhooks, List.of()),
                    !Boolean.FALSE.equals(enabled));
        }
    }
}
