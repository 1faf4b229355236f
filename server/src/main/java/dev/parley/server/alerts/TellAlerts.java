package dev.parley.server.alerts;

import static java.util.stream.Collectors.toMap;

import dev.parley.server.core.WorkspaceId;
import dev.parley.server.tenancy.Tenancy;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts what has happened into the outboxes of whoever is told of it: in one transaction, so that each is told once. */
@Component
class TellAlerts {

    private static final int AT_ONCE = 50;

    private final Alerts alerts;
    private final Rules rules;
    private final TellWebhooks webhooks;
    private final TellPeople people;
    private final Tenancy tenancy;
    private final Clock clock;

    TellAlerts(Alerts alerts, Rules rules, TellWebhooks webhooks, TellPeople people, Tenancy tenancy, Clock clock) {
        this.alerts = alerts;
        this.rules = rules;
        this.webhooks = webhooks;
        this.people = people;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** Something to tell, and the rule by which. */
    record Ruled(Alert alert, Rule rule) {}

    /** Whether there may be more. */
    boolean some(WorkspaceId workspace) {
        return tenancy.in(workspace, () -> {
            var untold = alerts.untold(AT_ONCE);
            if (untold.isEmpty()) {
                return false;
            }
            var ruled = ruled(untold);
            var now = clock.instant();
            webhooks.tell(workspace, ruled, now);
            people.tell(workspace, ruled);
            alerts.told(untold, now);
            return untold.size() == AT_ONCE;
        });
    }

    private List<Ruled> ruled(List<Alert> untold) {
        var byId = rules.all().stream().collect(toMap(Rule::id, Function.identity()));
        return untold.stream()
                .flatMap(alert -> Stream.ofNullable(byId.get(alert.rule())).map(rule -> new Ruled(alert, rule)))
                .toList();
    }
}
