package dev.parley.server.alerts;

import dev.parley.server.audit.AuditTrail;
import dev.parley.server.audit.Audited;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.UserId;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Wrong;
import dev.parley.server.workspace.ListMembers;
import dev.parley.server.workspace.MemberView;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people do to their workspace's rules; all of it stands in the trail. */
@Component
class KeepRules {

    static final int LONGEST_NAME = 80;
    private static final int MOST = 50;

    private final Rules rules;
    private final Webhooks webhooks;
    private final ListMembers members;
    private final AuditTrail trail;
    private final Tenancy tenancy;
    private final Clock clock;

    KeepRules(Rules rules, Webhooks webhooks, ListMembers members, AuditTrail trail, Tenancy tenancy, Clock clock) {
        this.rules = rules;
        this.webhooks = webhooks;
        this.members = members;
        this.trail = trail;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    Rule add(Caller caller, RuleWish wish) {
        return tenancy.in(caller.workspace(), () -> {
            if (rules.all().size() >= MOST) {
                throw new BotException(
                        ErrorCode.TOO_MANY_WEBHOOKS, "A workspace has %d rules at most.".formatted(MOST));
            }
            check(caller, wish);
            var fresh = new Rule(RuleId.create(), "", List.of(), false, List.of(), List.of(), true, clock.instant());
            return put(caller, "add-alert-rule", null, wish.as(fresh));
        });
    }

    Rule change(Caller caller, RuleId id, RuleWish wish) {
        return tenancy.in(caller.workspace(), () -> {
            var before = rules.get(id);
            check(caller, wish);
            return put(caller, "change-alert-rule", before, wish.as(before));
        });
    }

    void remove(Caller caller, RuleId id) {
        tenancy.run(caller.workspace(), () -> {
            var rule = rules.get(id);
            rules.remove(id);
            note(caller, "remove-alert-rule", rule, rule, null);
        });
    }

    private void check(Caller caller, RuleWish wish) {
        if (wish.name().isBlank() || wish.name().length() > LONGEST_NAME) {
            throw Wrong.refusal("name", "must have 1 to %d characters".formatted(LONGEST_NAME));
        }
        if (wish.events().isEmpty() || !AlertEvent.CHOOSABLE.containsAll(wish.events())) {
            throw Wrong.refusal("events", "must name at least one of those that one can be told of");
        }
        var team = wish.mailTo().isEmpty()
                ? List.<UserId>of()
                : members.of(caller.workspace()).stream()
                        .map(MemberView::userId)
                        .toList();
        for (var member : wish.mailTo()) {
            if (!team.contains(member)) {
                throw new BotException(
                        ErrorCode.USER_NOT_FOUND, "The workspace has no member with the id " + member + ".");
            }
        }
        wish.webhooks().forEach(webhooks::get);
    }

    private Rule put(Caller caller, String action, @Nullable Rule before, Rule after) {
        rules.put(after);
        note(caller, action, after, before, after);
        return after;
    }

    private void note(Caller caller, String action, Rule about, @Nullable Rule before, @Nullable Rule after) {
        trail.record(Audited.of(action)
                .in(caller.workspace())
                .by(caller.user(), caller.username())
                .on(about.id(), about.name())
                .changing(before, after));
    }
}
