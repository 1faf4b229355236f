package dev.parley.server.automation;

import dev.parley.server.automation.Job.Order;
import dev.parley.server.automation.Job.Owner;
import dev.parley.server.automation.Job.Profiles;
import dev.parley.server.automation.Job.Progress;
import dev.parley.server.automation.Job.Search;
import dev.parley.server.automation.Job.Times;
import dev.parley.server.automation.Job.Trouble;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.tenancy.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of jobs. */
final class JobRow {

    private JobRow() {}

    static Job read(ResultSet row) throws SQLException {
        return new Job(
                new JobId(row.getObject("id", UUID.class)),
                owner(row),
                order(row),
                JobState.of(row.getString("state")),
                trouble(row),
                progress(row),
                search(row),
                new Profiles(row.getInt("unread"), row.getInt("reading")),
                times(row),
                row.getString("correlation_id"));
    }

    private static Owner owner(ResultSet row) throws SQLException {
        return new Owner(
                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("account_name"),
                new UserId(row.getObject("user_id", UUID.class)),
                row.getString("user_name"));
    }

    private static Order order(ResultSet row) throws SQLException {
        return new Order(
                JobAction.of(row.getString("action")),
                StoredSource.read(row),
                row.getInt("amount"),
                StoredFilters.read(row),
                row.getBoolean("dry_run"));
    }

    private static @Nullable Trouble trouble(ResultSet row) throws SQLException {
        var code = row.getString("error_code");
        return code == null ? null : new Trouble(ErrorCode.named(code), row.getString("error_detail"));
    }

    private static Progress progress(ResultSet row) throws SQLException {
        return new Progress(
                row.getInt("candidates"),
                row.getInt("under_way"),
                row.getInt("succeeded"),
                row.getInt("skipped"),
                row.getInt("failed"),
                row.getInt("unconfirmed"));
    }

    private static Search search(ResultSet row) throws SQLException {
        return new Search(
                row.getInt("pages"),
                row.getString("next_cursor"),
                row.getBoolean("searching"),
                row.getBoolean("exhausted"));
    }

    private static Times times(ResultSet row) throws SQLException {
        var created = Columns.instant(row, "created_at");
        return new Times(created, Columns.instantOrNull(row, "started_at"), Columns.instantOrNull(row, "ended_at"));
    }
}
