package dev.parley.server.bot;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads rows of bot_actions. */
@Component
class ActionRows {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JsonMapper json;

    ActionRows(JsonMapper json) {
        this.json = json;
    }

    Action read(ResultSet row, int n) throws SQLException {
        return new Action(
                row.getObject("id", UUID.class),
                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                Lane.values()[row.getInt("lane")],
                row.getString("kind"),
                row.getString("state").equals("executing"),
                Times.required(row, "due_at"),
                row.getString("wait_reason"),
                row.getInt("attempts"),
                row.getString("idempotency_token"),
                Times.optional(row, "look_at"),
                row.getObject("job_id", UUID.class),
                row.getString("target_id"),
                row.getString("target"),
                texts(row.getString("payload")),
                row.getBytes("secret_encrypted"),
                new UserId(row.getObject("user_id", UUID.class)),
                row.getString("correlation_id"),
                Times.required(row, "created_at"));
    }

    private Map<String, String> texts(String object) {
        return object.equals("{}") ? Map.of() : json.readValue(object, TEXTS);
    }
}
