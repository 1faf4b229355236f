package dev.parley.server.bot;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.tenancy.Each;
import dev.parley.server.tenancy.Question;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.tenancy.Write;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When each bot runs next: its row in the scheduler's table, written in the caller's transaction. */
@Repository
class Schedule {

    static final String TASK = "bot";

    /** Far enough away to mean never, near enough for every timestamp type. */
    private static final Instant NEVER =
            java.time.LocalDate.of(3000, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();

    private static final Each REST = Each.of("account text, epoch int8, until timestamptz", """
            update scheduled_tasks task
            set picked = false, picked_by = null, last_heartbeat = null, execution_time = each.until,
                last_success = now(), consecutive_failures = 0
            from {each}
            where task.task_name = '%s' and task.task_instance = each.account and task.version = each.epoch and task.picked
            """.formatted(TASK));

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final WakeUp wakeUp;

    Schedule(Tenancy tenancy, JdbcClient jdbc, WakeUp wakeUp) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.wakeUp = wakeUp;
    }

    void create(WorkspaceId workspace, AccountId account) {
        jdbc.sql("""
                insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)
                values (:task, :account, :data, :never, false, 1)
                on conflict (task_name, task_instance) do nothing
                """)
                .param("task", TASK)
                .param("account", account.toString())
                .param("data", workspace.toString().getBytes(StandardCharsets.UTF_8))
                .param("never", NEVER.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(AccountId account) {
        jdbc.sql("delete from scheduled_tasks where task_name = :task and task_instance = :account")
                .param("task", TASK)
                .param("account", account.toString())
                .update();
    }

    /** Makes a resting bot due. One that runs is left alone: its last transaction reads the queue again. */
    void runNow(AccountId account) {
        var resting = tenancy.ask(Question.of("""
                update scheduled_tasks set execution_time = now()
                where task_name = :task and task_instance = :account and not picked and execution_time > now()
                returning true
                """, (row, n) -> row.getBoolean(1))
                .param("task", TASK)
                .param("account", account.toString()));
        if (!resting.isEmpty()) {
            wakeUp.afterCommit();
        }
    }

    /** Ends a tick: gives the bot back to the scheduler until then. The caller holds the lock on the bot's row. */
    void rest(AccountId account, long epoch, Instant until) {
        tenancy.later(Write.of(REST)
                .param("account", account.toString())
                .param("epoch", epoch)
                .param("until", until.isAfter(NEVER) ? NEVER : until)
                .orElseThrow(() -> new StaleTickException(account)));
    }

    /** What the node still holds, others take at once; its ticks are outdated with the next pick. */
    void giveBack(UUID node) {
        jdbc.sql("""
                update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null, execution_time = now()
                where picked = true and picked_by = :node and task_name = :task
                """).param("node", node.toString()).param("task", TASK).update();
    }
}
