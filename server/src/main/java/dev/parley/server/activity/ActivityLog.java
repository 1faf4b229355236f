package dev.parley.server.activity;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.UserId;
import dev.parley.server.core.Uuids;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.web.Correlation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What happened, as it is written down: with the transaction that made it happen. */
@Component
public class ActivityLog {

    private final JdbcClient database;
    private final JsonMapper json;

    public ActivityLog(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    public void record(Activity activity) {
        var origin = Origin.of(activity.cause());
        database.sql("""
                insert into activity_logs (
                    id, workspace_id, user_id, user_name, account_id, account_name, action, status, subject,
                    error_message, file_path, line, correlation_id, metadata)
                values (
                    :id, :workspace, :user, :userName, :account, :accountName, :action, :status, :subject,
                    :message, :file, :line, :correlation, cast(:metadata as jsonb))
                """)
                .param("id", Uuids.timeOrdered())
                .param("workspace", value(activity.where().workspace(), WorkspaceId::value))
                .param("user", value(activity.who().user(), UserId::value))
                .param("userName", activity.who().name())
                .param("account", value(activity.where().account(), AccountId::value))
                .param("accountName", activity.where().accountName())
                .param("action", activity.action())
                .param("status", activity.status().stored())
                .param("subject", activity.subject())
                .param("message", activity.message())
                .param("file", origin.file())
                .param("line", origin.line())
                .param("correlation", Objects.requireNonNullElseGet(activity.correlationId(), Correlation::current))
                .param("metadata", json.writeValueAsString(metadata(activity)))
                .update();
    }

    private static <I> @Nullable UUID value(@Nullable I id, Function<I, UUID> value) {
        return id == null ? null : value.apply(id);
    }

    private static Map<String, Object> metadata(Activity activity) {
        var metadata = new LinkedHashMap<>(activity.metadata());
        var code = activity.code();
        if (code != null) {
            metadata.put("error_code", code.code());
        }
        var cause = activity.cause();
        if (code == ErrorCode.BUG && cause != null) {
            metadata.put("stack_trace", Origin.trace(cause));
        }
        return metadata;
    }
}
