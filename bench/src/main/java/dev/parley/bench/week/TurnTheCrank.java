package dev.parley.bench.week;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerState;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** In the place of the scheduler's polling: picks the bots that are due, as the scheduler does, and lets the server's own task run them. */
final class TurnTheCrank implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TurnTheCrank.class);
    private static final String BOT = "bot";
    private static final int AT_ONCE = 8;

    private final JdbcClient owner;
    private final CustomTask<String> task;
    private final Scheduler scheduler;
    private final Clock leases;
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    private long ticks;
    private long broken;

    @SuppressWarnings("unchecked")
    TurnTheCrank(ApplicationContext server, JdbcClient owner) {
        this.owner = owner;
        this.task = (CustomTask<String>) server.getBean("botTask", CustomTask.class);
        this.scheduler = server.getBean(Scheduler.class);
        this.leases = server.getBean(Clock.class);
        scheduler.pause();
    }

    long ticks() {
        return ticks;
    }

    long broken() {
        return broken;
    }

    /** Until no bot is due at the simulated time. */
    void runAllDue() throws InterruptedException, ExecutionException {
        for (var due = pick(); !due.isEmpty(); due = pick()) {
            ticks += due.size();
            var running =
                    due.stream().map(bot -> threads.submit(() -> runs(bot))).toList();
            for (int n = 0; n < running.size(); n++) {
                if (!running.get(n).get()) {
                    giveBack(due.get(n));
                }
            }
        }
    }

    private record Due(String account, String workspace, Instant at, long version) {}

    private List<Due> pick() {
        return owner.sql("""
                update scheduled_tasks
                set picked = true, picked_by = 'week', last_heartbeat = simulated.now(), version = version + 1
                where task_name = :bot and not picked and execution_time <= simulated.now()
                returning task_instance, task_data, execution_time, version
                """)
                .param("bot", BOT)
                .query((row, n) -> new Due(
                        row.getString(1),
                        new String(row.getBytes(2), StandardCharsets.UTF_8),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getLong(4)))
                .list();
    }

    /** Not to its end where its lease is over: the time has jumped for the server, as if the machine had slept. */
    private boolean runs(Due bot) {
        var instance = new TaskInstance<>(BOT, bot.account(), bot.workspace());
        var execution = new Execution(bot.at(), instance, true, "week", null, null, 0, leases.now(), bot.version());
        try {
            task.execute(instance, new ExecutionContext(new GoesOn(), execution, scheduler, null));
            return true;
        } catch (RuntimeException beyondItsLease) {
            LOG.debug("The tick of {} did not come to its end", bot.account(), beyondItsLease);
            return false;
        }
    }

    /** To ticks: else they would leave the rest to other servers, as they do while theirs is being stopped. */
    private static final class GoesOn implements SchedulerState {

        @Override
        public boolean isShuttingDown() {
            return false;
        }

        @Override
        public boolean isStarted() {
            return true;
        }

        @Override
        public boolean isPaused() {
            return false;
        }
    }

    private void giveBack(Due bot) {
        broken++;
        owner.sql("update scheduled_tasks set picked = false where task_instance = :account and version = :version")
                .param("account", bot.account())
                .param("version", bot.version())
                .update();
    }

    /** When the next bot is due; empty if none ever is. */
    Optional<Instant> nextDue() {
        return owner.sql("select min(execution_time) from scheduled_tasks where task_name = :bot and not picked")
                .param("bot", BOT)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    @Override
    public void close() {
        threads.close();
        scheduler.resume();
    }
}
