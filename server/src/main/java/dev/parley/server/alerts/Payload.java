package dev.parley.server.alerts;

import dev.parley.server.core.WorkspaceId;
import dev.parley.server.web.PublicAddress;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What a webhook is told, word for word; `docs/webhooks.md` tells it to whoever receives. */
@Component
class Payload {

    private final PublicAddress address;
    private final JsonMapper json;

    Payload(PublicAddress address, JsonMapper json) {
        this.address = address;
        this.json = json;
    }

    String of(WorkspaceId workspace, Alert alert) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("alert_id", alert.id());
        data.put("workspace_id", workspace);
        data.put("account_id", alert.accountId());
        data.put("account", alert.account());
        data.put("state", alert.state());
        var code = alert.code();
        data.put("code", code == null ? null : code.code());
        data.put("title", code == null ? alert.event().words() : code.title());
        data.put("recommended_action", code == null ? null : code.recommendedAction());
        switch (alert.event()) {
            case JOB_COMPLETED, JOB_FAILED -> data.put("job_id", alert.about());
            case LIMIT_REACHED -> data.put("limit", alert.about());
            case WEBHOOK_DISABLED -> data.put("webhook_id", alert.about());
            default -> {}
        }
        data.put("repeats", alert.repeats());
        data.put("link", address.of(alert.path()));
        return written(alert.event(), alert.happenedAt(), data);
    }

    String test(WorkspaceId workspace, WebhookId webhook, Instant now) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("workspace_id", workspace);
        data.put("webhook_id", webhook);
        data.put("title", AlertEvent.TEST.words());
        data.put("link", address.of(WebhookPages.PAGE + "/" + webhook));
        return written(AlertEvent.TEST, now, data);
    }

    private String written(AlertEvent event, Instant at, Map<String, @Nullable Object> data) {
        var told = new LinkedHashMap<String, Object>();
        told.put("type", event.stored());
        told.put("timestamp", at.toString());
        told.put("data", data);
        return json.writeValueAsString(told);
    }
}
