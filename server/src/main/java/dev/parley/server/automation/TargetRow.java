package dev.parley.server.automation;

import dev.parley.instagram.MediaId;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Post;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A row of job_targets. */
final class TargetRow {

    private TargetRow() {}

    static Target read(ResultSet row) throws SQLException {
        var code = row.getString("error_code");
        return new Target(
                row.getString("instagram_user_id"),
                row.getString("username"),
                TargetState.of(row.getString("state")),
                post(row),
                code == null ? null : ErrorCode.named(code),
                row.getString("error_detail"),
                Columns.instantOrNull(row, "not_before"),
                Columns.instant(row, "updated_at"));
    }

    private static @Nullable Post post(ResultSet row) throws SQLException {
        var id = row.getString("post_id");
        return id == null ? null : new Post(new MediaId(id), row.getString("post_code"));
    }

    static String[] ids(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(String[]::new);
    }
}
