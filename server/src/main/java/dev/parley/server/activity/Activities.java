package dev.parley.server.activity;

import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.Page;
import dev.parley.server.tenancy.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was written down in the bound workspace, in the order of its transactions. */
@Component
public class Activities {

    private static final String COLUMNS = """
            select tx::text as tx, seq, id, created_at, action, status, subject, error_message, account_id, account_name,
                user_id, user_name, correlation_id, metadata - 'stack_trace' as metadata
            from activity_logs
            """;

    private static final int NEWEST = 2000;

    private final JdbcClient database;
    private final JsonMapper json;

    Activities(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Newest first. */
    public Page<ActivityView> list(ActivityFilter filter, @Nullable Position before, int limit) {
        return Page.of(
                        select(filter, before, limit + 1),
                        limit,
                        placed -> placed.position().toString())
                .map(Placed::activity);
    }

    private List<Placed> select(ActivityFilter filter, @Nullable Position before, int limit) {
        var conditions = filter.conditions()
                .and("(tx, seq) < (cast(:tx as xid8), :seq)", "tx", before == null ? null : before.tx());
        return database.sql(COLUMNS + conditions.where() + " order by activity_logs.tx desc, seq desc limit :limit")
                .params(conditions.values())
                .param("seq", before == null ? null : before.seq())
                .param("limit", limit)
                .query(this::placed)
                .list();
    }

    /** What no open transaction can still come before: oldest first, after a position. */
    List<Placed> settledAfter(Position after, int limit) {
        return database.sql(COLUMNS + """
                where (tx, seq) > (cast(:tx as xid8), :seq) and tx < pg_snapshot_xmin(pg_current_snapshot())
                order by activity_logs.tx, seq limit :limit
                """)
                .param("tx", after.tx())
                .param("seq", after.seq())
                .param("limit", limit)
                .query(this::placed)
                .list();
    }

    /** Where the feed stands: what is written from now on comes after. */
    Position now() {
        return database.sql("select pg_snapshot_xmin(pg_current_snapshot())::text")
                .query((row, n) -> new Position(row.getString(1), 0))
                .single();
    }

    /** How often this was written down since then. */
    long count(ErrorCode code, Instant since) {
        return database.sql("""
                select count(*) from activity_logs
                where error_code = :code and created_at >= :since
                """)
                .param("since", Timestamp.from(since))
                .param("code", code.code())
                .query(Long.class)
                .single();
    }

    /** What one can filter by: the accounts and actions among the newest activities. */
    Facets facets() {
        return new Facets(database.sql("""
                select distinct account_id, account_name, action
                from (select account_id, account_name, action from activity_logs order by tx desc, seq desc limit :newest) newest
                order by account_name, action
                """)
                .param("newest", NEWEST)
                .query((row, n) -> new Facets.Facet(
                        row.getObject("account_id", UUID.class),
                        row.getString("account_name"),
                        row.getString("action")))
                .list());
    }

    private Placed placed(ResultSet row, int number) throws SQLException {
        return new Placed(
                new Position(row.getString("tx"), row.getLong("seq")),
                new ActivityView(
                        row.getObject("id", UUID.class),
                        Columns.instant(row, "created_at"),
                        row.getString("action"),
                        row.getString("status"),
                        row.getString("subject"),
                        code(row),
                        row.getString("error_message"),
                        row.getObject("account_id", UUID.class),
                        row.getString("account_name"),
                        row.getObject("user_id", UUID.class),
                        row.getString("user_name"),
                        row.getString("correlation_id"),
                        metadata(row)));
    }

    private @Nullable String code(ResultSet row) throws SQLException {
        return metadata(row).get("error_code") instanceof String code ? code : null;
    }

    private Map<String, Object> metadata(ResultSet row) throws SQLException {
        return json.readValue(row.getString("metadata"), new TypeReference<>() {});
    }

    record Placed(Position position, ActivityView activity) {}
}
