package dev.parley.server.alerts;

import java.util.List;
import org.springframework.stereotype.Component;

/** The webhooks of the bound workspace that somebody must look after. */
@Component
public class TroubledWebhooks {

    private final Webhooks webhooks;

    TroubledWebhooks(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    public List<Webhook> all() {
        return webhooks.all().stream().filter(Webhook::needsSomebody).toList();
    }
}
