package dev.parley.server.activity;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.UserId;
import dev.parley.server.core.Uuids;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.tenancy.Each;
import dev.parley.server.tenancy.Question;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.tenancy.Write;
import dev.parley.server.web.Correlation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What happened, as it is written down: with the transaction that made it happen. */
@Component
public class ActivityLog {

    private static final Each RECORD = Each.of("""
            id uuid, workspace uuid, who uuid, who_name text, account uuid, account_name text, action text, status text, subject text,
            code text, message text, file text, line int4, correlation text, metadata jsonb
            """, """
            insert into activity_logs (
                id, workspace_id, user_id, user_name, account_id, account_name, action, status, subject,
                error_code, error_message, file_path, line, correlation_id, metadata)
            select id, workspace, who, who_name, account, account_name, action, status, subject,
                code, message, file, line, correlation, metadata
            from {each}
            """);

    private final Tenancy tenancy;
    private final JdbcClient database;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;

    public ActivityLog(Tenancy tenancy, JdbcClient database, JsonMapper json, ApplicationEventPublisher events) {
        this.tenancy = tenancy;
        this.database = database;
        this.json = json;
        this.events = events;
    }

    public void record(Activity activity) {
        write(activity);
        var code = activity.code();
        var where = activity.where();
        if (code != null && code.isCritical() && where.workspace() != null) {
            events.publishEvent(new CriticalError(code, where.account(), where.accountName()));
        }
    }

    private void write(Activity activity) {
        var origin = Origin.of(activity.cause());
        tenancy.later(Write.of(RECORD)
                .param("id", Uuids.timeOrdered())
                .param("workspace", value(activity.where().workspace(), WorkspaceId::value))
                .param("who", value(activity.who().user(), UserId::value))
                .param("who_name", activity.who().name())
                .param("account", value(activity.where().account(), AccountId::value))
                .param("account_name", activity.where().accountName())
                .param("action", activity.action())
                .param("status", activity.status().stored())
                .param("subject", activity.subject())
                .param("code", value(activity.code(), ErrorCode::code))
                .param("message", activity.message())
                .param("file", origin.file())
                .param("line", origin.line())
                .param("correlation", Objects.requireNonNullElseGet(activity.correlationId(), Correlation::current))
                .param("metadata", json.writeValueAsString(metadata(activity))));
    }

    /** Many at once, in one statement. */
    public void recordAll(List<Activity> activities) {
        database.sql("""
                insert into activity_logs (
                    id, workspace_id, user_id, user_name, account_id, account_name, action, status, subject,
                    error_code, error_message, file_path, line, correlation_id, metadata)
                select * from jsonb_to_recordset(cast(:rows as jsonb)) as rows (
                    id uuid, workspace_id uuid, user_id uuid, user_name text, account_id uuid, account_name text,
                    action text, status text, subject text, error_code text, error_message text, file_path text, line int,
                    correlation_id text, metadata jsonb)
                """)
                .param(
                        "rows",
                        json.writeValueAsString(
                                activities.stream().map(ActivityLog::row).toList()))
                .update();
    }

    /** Whoever has this name, of Instagram, is not named any more in the bound workspace. */
    public void forget(String username) {
        tenancy.ask(Question.of("select true from forget_in_activity(:username)", (row, n) -> true)
                .param("username", username));
    }

    private static Map<String, @Nullable Object> row(Activity activity) {
        var origin = Origin.of(activity.cause());
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("id", Uuids.timeOrdered());
        row.put("workspace_id", value(activity.where().workspace(), WorkspaceId::value));
        row.put("user_id", value(activity.who().user(), UserId::value));
        row.put("user_name", activity.who().name());
        row.put("account_id", value(activity.where().account(), AccountId::value));
        row.put("account_name", activity.where().accountName());
        row.put("action", activity.action());
        row.put("status", activity.status().stored());
        row.put("subject", activity.subject());
        row.put("error_code", value(activity.code(), ErrorCode::code));
        row.put("error_message", activity.message());
        row.put("file_path", origin.file());
        row.put("line", origin.line());
        row.put("correlation_id", Objects.requireNonNullElseGet(activity.correlationId(), Correlation::current));
        row.put("metadata", metadata(activity));
        return row;
    }

    private static <I, V> @Nullable V value(@Nullable I known, Function<I, V> value) {
        return known == null ? null : value.apply(known);
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
