package dev.parley.server.rotation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** On one node at a time, while everything else goes on. */
@Configuration(proxyBeanMethods = false)
class Rotation {

    private static final Duration EVERY = Duration.ofMinutes(10);

    @Bean
    RecurringTask<Void> sealAnewTask(SealAnew sealAnew) {
        return Tasks.recurring("seal-anew", FixedDelay.of(EVERY))
                .execute((instance, context) ->
                        sealAnew.all(() -> context.getSchedulerState().isShuttingDown()));
    }
}
