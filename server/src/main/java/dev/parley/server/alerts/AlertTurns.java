package dev.parley.server.alerts;

import dev.parley.server.core.WorkspaceId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which workspaces have something to tell, and when. */
@Repository
class AlertTurns {

    static final String TASK = "alerts";

    /** For whoever took a turn and was never seen again. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final JdbcClient jdbc;

    AlertTurns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param added as it was then: has it grown, there is more to do */
    record Turn(WorkspaceId workspace, long added) {}

    List<Turn> take(int most, Instant now) {
        return jdbc.sql("""
                update alert_turns set due_at = :lease
                where workspace_id in (
                    select workspace_id from alert_turns where due_at <= :now order by due_at limit :most for update skip locked)
                returning workspace_id, added
                """)
                .param("lease", Timestamp.from(now.plus(LEASE)))
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query((row, n) -> new Turn(new WorkspaceId(row.getObject(1, UUID.class)), row.getLong(2)))
                .list();
    }

    void end(Turn turn) {
        jdbc.sql("delete from alert_turns where workspace_id = :workspace and added = :added")
                .param("workspace", turn.workspace().value())
                .param("added", turn.added())
                .update();
    }

    void goOnAt(Turn turn, Instant due) {
        jdbc.sql("update alert_turns set due_at = :due where workspace_id = :workspace and added = :added")
                .param("due", Timestamp.from(due))
                .param("workspace", turn.workspace().value())
                .param("added", turn.added())
                .update();
    }

    /** Gives the bound workspace its turn. */
    void due(Instant now) {
        jdbc.sql("select true from (select alerts_are_due(current_workspace(), cast(:now as timestamptz))) given")
                .param("now", Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }

    Optional<Instant> next() {
        return jdbc.sql("select min(due_at) from alert_turns")
                .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    /** For a sender that has just gone to rest: what came after its last look found nobody to wake. */
    void wakeForWhatIsDue(Instant now) {
        jdbc.sql("""
                update scheduled_tasks set execution_time = now()
                where task_name = :task and not picked and execution_time > now()
                  and exists (select from alert_turns where due_at <= :now)
                """).param("task", TASK).param("now", Timestamp.from(now)).update();
    }
}
