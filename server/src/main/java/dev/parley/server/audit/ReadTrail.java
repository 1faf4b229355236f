package dev.parley.server.audit;

import dev.parley.server.core.Page;
import dev.parley.server.tenancy.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The trail of the bound workspace, or of the instance where none is bound; newest first. */
@Component
class ReadTrail {

    private final JdbcClient database;
    private final JsonMapper json;

    ReadTrail(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    private record Line(long seq, AuditView view) {}

    /** @param before what a list gave as its cursor */
    Page<AuditView> list(AuditFilter filter, @Nullable Long before, int limit) {
        var conditions = filter.conditions().and("seq < :before", "before", before);
        var found = database.sql("select * from audit_trail" + conditions.where() + " order by seq desc limit :limit")
                .params(conditions.values())
                .param("limit", limit + 1)
                .query(this::line)
                .list();
        return Page.of(found, limit, line -> String.valueOf(line.seq())).map(Line::view);
    }

    /** What one can filter by. */
    List<String> actions() {
        return database.sql("select distinct action from audit_trail order by action")
                .query((row, n) -> Objects.requireNonNull(row.getString(1)))
                .list();
    }

    private Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getLong("seq"),
                new AuditView(
                        row.getObject("id", UUID.class),
                        Columns.instant(row, "created_at"),
                        row.getString("action"),
                        row.getObject("user_id", UUID.class),
                        row.getString("user_name"),
                        row.getString("subject_id"),
                        row.getString("subject"),
                        row.getString("address"),
                        tree(row.getString("before")),
                        tree(row.getString("after")),
                        row.getString("error_code"),
                        row.getString("correlation_id")));
    }

    private @Nullable JsonNode tree(@Nullable String written) {
        return written == null ? null : json.readTree(written);
    }
}
