package dev.parley.server.alerts;

import dev.parley.server.audit.AuditTrail;
import dev.parley.server.audit.Audited;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Tenancy;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Switches off a webhook that takes nothing any more, and tells people of it. */
@Component
class SwitchOff {

    static final String TROUBLE = "The webhook was switched off.";

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final RaiseAlerts raise;
    private final AuditTrail trail;
    private final Tenancy tenancy;
    private final Clock clock;

    SwitchOff(
            Webhooks webhooks,
            Deliveries deliveries,
            RaiseAlerts raise,
            AuditTrail trail,
            Tenancy tenancy,
            Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.raise = raise;
        this.trail = trail;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    void byItself(WebhookId id, Webhook.Because because) {
        if (!webhooks.disable(id, because, clock.instant())) {
            return;
        }
        deliveries.giveUp(id, TROUBLE);
        var webhook = webhooks.get(id);
        trail.record(Audited.of("disable-webhook")
                .in(tenancy.workspace())
                .on(id, webhook.host())
                .changing(null, because));
        raise.raise(new Happening(
                AlertEvent.WEBHOOK_DISABLED,
                null,
                null,
                null,
                ErrorCode.WEBHOOK_OFF,
                id.toString(),
                WebhookPages.PAGE + "/" + id));
    }
}
