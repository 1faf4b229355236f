package dev.parley.server.schedule;

import dev.parley.server.automation.JobId;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.tenancy.Columns;
import dev.parley.server.workspace.MemberGone;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The schedules of the bound workspace, and with each its row of the scheduler. */
@Repository
class Schedules {

    static final String TASK = "schedule";

    private final JdbcClient jdbc;

    Schedules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Schedule schedule) {
        var timing = schedule.timing();
        jdbc.sql("""
                insert into schedules
                    (id, workspace_id, user_id, user_name, account_id, account_name, job_id, title, repeats, at, days, cron, time_zone,
                     next_at, last_job_id)
                values
                    (:id, :workspace, :user, :userName, :account, :accountName, :job, :title, :repeats, :at, :days, :cron, :zone,
                     :nextAt, :lastJob)
                """)
                .param("id", schedule.id().value())
                .param("workspace", schedule.workspace().value())
                .param("user", schedule.maker().user().value())
                .param("userName", schedule.maker().name())
                .param("account", schedule.account().value())
                .param("accountName", schedule.accountName())
                .param("job", schedule.job().value())
                .param("title", schedule.title())
                .param("repeats", timing.repeats())
                .param("at", timing.at())
                .param("days", String.join(" ", timing.days()))
                .param("cron", timing.cron())
                .param("zone", schedule.zone().getId())
                .param("nextAt", Columns.of(schedule.nextAt()))
                .param("lastJob", schedule.lastJob().value())
                .update();
        wakeAt(schedule.id(), schedule.workspace(), schedule.nextAt());
    }

    List<Schedule> all() {
        return jdbc.sql(
                        "select *, now() as read_at from schedules where workspace_id = current_workspace() order by id")
                .query(Schedules::read)
                .list();
    }

    /** Refuses with SCHEDULE_NOT_FOUND what is not there, or another workspace's. */
    Schedule get(ScheduleId id) {
        return jdbc.sql("select *, now() as read_at from schedules where id = :id")
                .param("id", id.value())
                .query(Schedules::read)
                .optional()
                .orElseThrow(() -> notFound(id));
    }

    /** Nobody else changes it, or runs it, until the transaction ends. */
    Schedule lock(ScheduleId id) {
        return find(id).orElseThrow(() -> notFound(id));
    }

    /** Locked as well, and read by the clock of after that; empty if it is gone. */
    Optional<Schedule> find(ScheduleId id) {
        return jdbc.sql("select *, clock_timestamp() as read_at from schedules where id = :id for no key update")
                .param("id", id.value())
                .query(Schedules::read)
                .optional();
    }

    Instant now() {
        return jdbc.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private static BotException notFound(ScheduleId id) {
        return new BotException(ErrorCode.SCHEDULE_NOT_FOUND, "This workspace has no schedule with the id " + id + ".");
    }

    /** The caller holds the lock. */
    void moveOn(Schedule schedule, boolean paused, @Nullable Instant nextAt) {
        jdbc.sql("update schedules set paused = :paused, next_at = :nextAt, updated_at = now() where id = :id")
                .param("id", schedule.id().value())
                .param("paused", paused)
                .param("nextAt", Columns.of(nextAt))
                .update();
        wakeAt(schedule.id(), schedule.workspace(), nextAt);
    }

    void retime(ScheduleId id, Written timing, ZoneId zone) {
        jdbc.sql("""
                update schedules set repeats = :repeats, at = :at, days = :days, cron = :cron, time_zone = :zone, updated_at = now()
                where id = :id
                """)
                .param("id", id.value())
                .param("repeats", timing.repeats())
                .param("at", timing.at())
                .param("days", String.join(" ", timing.days()))
                .param("cron", timing.cron())
                .param("zone", zone.getId())
                .update();
    }

    void ordered(ScheduleId id, JobId job) {
        jdbc.sql("update schedules set last_job_id = :job where id = :id")
                .param("id", id.value())
                .param("job", job.value())
                .update();
    }

    void remove(Schedule schedule) {
        jdbc.sql("delete from schedules where id = :id")
                .param("id", schedule.id().value())
                .update();
        wakeAt(schedule.id(), schedule.workspace(), null);
    }

    /** One that runs is left alone: it waits for the lock, reads the schedule anew, and rests until then. */
    private void wakeAt(ScheduleId id, WorkspaceId workspace, @Nullable Instant time) {
        if (time == null) {
            jdbc.sql("delete from scheduled_tasks where task_name = :task and task_instance = :id")
                    .param("task", TASK)
                    .param("id", id.toString())
                    .update();
            return;
        }
        jdbc.sql("""
                insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)
                values (:task, :id, :data, :time, false, 1)
                on conflict (task_name, task_instance) do update set execution_time = excluded.execution_time
                where not scheduled_tasks.picked
                """)
                .param("task", TASK)
                .param("id", id.toString())
                .param("data", workspace.toString().getBytes(StandardCharsets.UTF_8))
                .param("time", Columns.of(time))
                .update();
    }

    /** Gives what a node has picked back to the scheduler, unless another one has taken it over. */
    void rest(ScheduleId id, long version, @Nullable Instant until) {
        if (until == null) {
            jdbc.sql(
                            "delete from scheduled_tasks where task_name = :task and task_instance = :id and version = :version")
                    .param("task", TASK)
                    .param("id", id.toString())
                    .param("version", version)
                    .update();
            return;
        }
        jdbc.sql("""
                update scheduled_tasks
                set picked = false, picked_by = null, last_heartbeat = null, execution_time = :until, last_success = now(),
                    consecutive_failures = 0
                where task_name = :task and task_instance = :id and version = :version and picked
                """)
                .param("task", TASK)
                .param("id", id.toString())
                .param("version", version)
                .param("until", Columns.of(until))
                .update();
    }

    /** Whoever takes over what somebody left behind, is answerable for their schedules. */
    @EventListener
    void passOn(MemberGone gone) {
        jdbc.sql("update schedules set user_id = :heir, user_name = :name where user_id = :gone")
                .param("heir", gone.heir().value())
                .param("name", gone.heirName())
                .param("gone", gone.user().value())
                .update();
    }

    private static Schedule read(ResultSet row, int n) throws SQLException {
        return new Schedule(
                new ScheduleId(row.getObject("id", UUID.class)),
                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                new Schedule.Maker(new UserId(row.getObject("user_id", UUID.class)), row.getString("user_name")),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("account_name"),
                new JobId(row.getObject("job_id", UUID.class)),
                row.getString("title"),
                new Written(
                        row.getString("repeats"),
                        row.getString("at"),
                        words(row.getString("days")),
                        row.getString("cron")),
                ZoneId.of(row.getString("time_zone")),
                row.getBoolean("paused"),
                Columns.instantOrNull(row, "next_at"),
                new JobId(row.getObject("last_job_id", UUID.class)),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "read_at"));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
    }
}
