package dev.parley.server.bot;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.node.ThisNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs ticks: the scheduler that picks due bots, keeps their leases alive and takes over those of dead nodes. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Pace.class)
class Engine {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration SHUTDOWN = Duration.ofSeconds(8);
    private static final double MEDIAN = 0.5;
    private static final double WORST_OF_HUNDRED = 0.99;
    private static final int LONGEST_BACKOFF_EXPONENT = 6;
    private static final double REFILL_BELOW = 0.5;

    /** Nothing is picked that cannot run at once: what waits for a thread has no heartbeat. */
    private static final double NEVER_MORE_THAN_RUN = 1.0;

    @Bean
    CustomTask<String> botTask(
            Tick tick, Places places, DatabaseClock clock, ObjectProvider<Scheduler> scheduler, MeterRegistry meters) {
        var lateness = Timer.builder("parley.tick.lateness")
                .description("How long after it was due a bot began to run")
                .publishPercentiles(MEDIAN, WORST_OF_HUNDRED)
                .register(meters);
        return Tasks.custom(Schedule.TASK, String.class)
                .onFailure((failed, operations) -> backOff(failed, operations, clock))
                // It was due before all that became due since.
                .onDeadExecution((dead, operations) -> operations.reschedule(dead, dead.getExecution().executionTime))
                .execute((bot, context) -> {
                    var due = context.getExecution().executionTime;
                    lateness.record(Duration.between(due, clock.now()));
                    try {
                        tick.run(
                                ownerOf(bot, context),
                                new Lease(context.getExecution().lastHeartbeat, clock),
                                context.getSchedulerState()::isPaused);
                    } finally {
                        if (places.giveBack(bot.getData())) {
                            scheduler.getObject().triggerCheckForDueExecutions();
                        }
                    }
                    return (complete, operations) -> {};
                });
    }

    /**
     * Started when the server is ready, and stopped by {@link Draining}. Left out where the program does one thing beside a server that
     * runs.
     */
    @Bean(destroyMethod = "")
    @ConditionalOnBooleanProperty(name = "db-scheduler.enabled", matchIfMissing = true)
    Scheduler scheduler(
            DataSource dataSource,
            List<CustomTask<?>> custom,
            List<RecurringTask<?>> recurring,
            DatabaseClock clock,
            Pace pace,
            Places places,
            Elsewhere elsewhere,
            WakeUp wakeUp,
            ThisNode node) {
        return Scheduler.create(dataSource)
                .startTasks(custom)
                .startTasks(recurring)
                .schedulerName(new SchedulerName.Fixed(node.id().toString()))
                .serializer(new PlainText())
                .clock(clock)
                .jdbcCustomization(new FairPick(places, elsewhere, wakeUp, names(custom, recurring)))
                .threads(pace.ticks())
                .executorService(Executors.newFixedThreadPool(
                        pace.ticks(), Thread.ofPlatform().name("tick-", 0).factory()))
                .pollingInterval(POLL)
                .pollUsingLockAndFetch(REFILL_BELOW, NEVER_MORE_THAN_RUN)
                .heartbeatInterval(Lease.HEARTBEAT)
                .missedHeartbeatsLimit(Lease.MISSED_HEARTBEATS)
                .shutdownMaxWait(SHUTDOWN)
                .build();
    }

    private static List<String> names(List<CustomTask<?>> custom, List<RecurringTask<?>> recurring) {
        return Stream.<Task<?>>concat(custom.stream(), recurring.stream())
                .map(Task::getName)
                .toList();
    }

    private static Owner ownerOf(TaskInstance<String> bot, ExecutionContext context) {
        return new Owner(WorkspaceId.of(bot.getData()), AccountId.of(bot.getId()), context.getExecution().version);
    }

    /** The tick rests by itself when it ends well; this is for those that broke, the database being gone among them. */
    private static void backOff(ExecutionComplete failed, ExecutionOperations<String> operations, DatabaseClock clock) {
        var failures = Math.min(failed.getExecution().consecutiveFailures, LONGEST_BACKOFF_EXPONENT);
        operations.reschedule(failed, clock.now().plusSeconds(1L << failures));
    }

    private static final class PlainText implements Serializer {

        @Override
        public byte @Nullable [] serialize(@Nullable Object data) {
            return data == null ? null : data.toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] data) {
            return data == null ? null : type.cast(new String(data, StandardCharsets.UTF_8));
        }
    }
}
