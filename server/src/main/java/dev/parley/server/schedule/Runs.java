package dev.parley.server.schedule;

import dev.parley.server.automation.JobId;
import dev.parley.server.core.Uuids;
import dev.parley.server.tenancy.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What came of schedules. */
@Repository
class Runs {

    private static final int SHOWN = 50;

    private final JdbcClient jdbc;

    Runs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Schedule schedule, Instant dueAt, RunSchedule.Came came) {
        jdbc.sql("""
                insert into schedule_runs (id, workspace_id, account_id, schedule_id, due_at, job_id, error_code, detail)
                values (:id, :workspace, :account, :schedule, :dueAt, :job, :code, :detail)
                """)
                .param("id", Uuids.timeOrdered())
                .param("workspace", schedule.workspace().value())
                .param("account", schedule.account().value())
                .param("schedule", schedule.id().value())
                .param("dueAt", Columns.of(dueAt))
                .param("job", came.job() == null ? null : came.job().value())
                .param("code", came.code() == null ? null : came.code().code())
                .param("detail", came.detail())
                .update();
    }

    /** Newest first. */
    List<Run> of(ScheduleId schedule) {
        return jdbc.sql("select * from schedule_runs where schedule_id = :schedule order by id desc limit :most")
                .param("schedule", schedule.value())
                .param("most", SHOWN)
                .query(Runs::read)
                .list();
    }

    private static Run read(ResultSet row, int n) throws SQLException {
        var job = row.getObject("job_id", UUID.class);
        return new Run(
                Columns.instant(row, "due_at"),
                Columns.instant(row, "ran_at"),
                job == null ? null : new JobId(job),
                row.getString("error_code"),
                row.getString("detail"));
    }
}
