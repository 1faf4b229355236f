package dev.parley.server.alerts;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is to be told wakes the sender; its own rhythm is for what has to be tried again. */
@Configuration(proxyBeanMethods = false)
class AlertTask {

    private static final Duration EVERY = Duration.ofSeconds(30);

    @Bean
    CustomTask<Void> tellingAlerts(DeliverAlerts deliver, AlertTurns turns, Clock clock) {
        return Tasks.custom(AlertTurns.TASK, Void.class)
                .scheduleOnStartup(RecurringTask.INSTANCE, null, FixedDelay.of(EVERY))
                .execute((instance, context) -> {
                    deliver.run();
                    var rest = deliver.rest()
                            .filter(soon -> soon.compareTo(EVERY) < 0)
                            .orElse(EVERY);
                    return (complete, operations) -> {
                        operations.reschedule(complete, complete.getTimeDone().plus(positive(rest)));
                        turns.wakeForWhatIsDue(clock.instant());
                    };
                });
    }

    private static Duration positive(Duration rest) {
        return rest.isNegative() ? Duration.ZERO : rest;
    }
}
