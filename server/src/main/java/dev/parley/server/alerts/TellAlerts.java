package dev.parley.server.alerts;

import static java.util.stream.Collectors.toMap;

import dev.parley.server.core.WorkspaceId;
import dev.parley.server.identity.KnownPeople;
import dev.parley.server.letters.Letters;
import dev.parley.server.letters.Reader;
import dev.parley.server.mail.Outbox;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.workspace.ListMembers;
import dev.parley.server.workspace.MemberView;
import dev.parley.server.workspace.WorkspaceRole;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Puts what has happened into the outboxes of whoever is told of it: in one transaction, so that each is told once. */
@Component
class TellAlerts {

    private static final int AT_ONCE = 50;

    private final Alerts alerts;
    private final Rules rules;
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Payload payload;
    private final ListMembers members;
    private final KnownPeople people;
    private final Letters letters;
    private final Outbox outbox;
    private final Tenancy tenancy;
    private final Clock clock;

    TellAlerts(
            Alerts alerts,
            Rules rules,
            Webhooks webhooks,
            Deliveries deliveries,
            Payload payload,
            ListMembers members,
            KnownPeople people,
            Letters letters,
            Outbox outbox,
            Tenancy tenancy,
            Clock clock) {
        this.alerts = alerts;
        this.rules = rules;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.payload = payload;
        this.members = members;
        this.people = people;
        this.letters = letters;
        this.outbox = outbox;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** Whether there may be more. */
    boolean some(WorkspaceId workspace) {
        return tenancy.in(workspace, () -> {
            var untold = alerts.untold(AT_ONCE);
            if (untold.isEmpty()) {
                return false;
            }
            var now = clock.instant();
            var byId = rules.all().stream().collect(toMap(Rule::id, Function.identity()));
            var listening = webhooks.all().stream().filter(Webhook::listens).toList();
            var team = outbox.isOpen() ? members.of(workspace) : List.<MemberView>of();
            for (var alert : untold) {
                var rule = byId.get(alert.rule());
                if (rule != null) {
                    tellWebhooks(workspace, alert, rule, listening, now);
                    tellPeople(alert, rule, team);
                }
            }
            alerts.told(untold, now);
            return untold.size() == AT_ONCE;
        });
    }

    private void tellWebhooks(WorkspaceId workspace, Alert alert, Rule rule, List<Webhook> listening, Instant now) {
        listening.stream()
                .map(Webhook::id)
                .filter(rule::tells)
                .map(webhook -> new Deliveries.New(
                        DeliveryId.create(), webhook, alert.event(), alert.accountId(), payload.of(workspace, alert)))
                .forEach(delivery -> deliveries.add(delivery, now));
    }

    private void tellPeople(Alert alert, Rule rule, List<MemberView> team) {
        var told = team.stream()
                .filter(member -> !member.disabled())
                .filter(member ->
                        rule.mails(member.userId()) || (rule.mailOwners() && member.role() == WorkspaceRole.OWNER))
                .map(MemberView::userId)
                .toList();
        for (var person : people.of(told).values()) {
            outbox.put(letters.alert(new Reader(person.username(), person.email()), letter(alert, rule)));
        }
    }

    private static Letters.Alert letter(Alert alert, Rule rule) {
        return new Letters.Alert(
                alert.event().words(), alert.account(), alert.code(), alert.repeats(), alert.path(), rule.name());
    }
}
