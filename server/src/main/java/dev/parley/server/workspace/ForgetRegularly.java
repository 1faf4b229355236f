package dev.parley.server.workspace;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is kept for days need not go to the minute. */
@Configuration(proxyBeanMethods = false)
class ForgetRegularly {

    private static final Duration EVERY = Duration.ofHours(6);

    @Bean
    RecurringTask<Void> forgetOldRecords(ForgetOld forget) {
        return Tasks.recurring("forget-old-records", FixedDelay.of(EVERY))
                .execute((instance, context) -> forget.everywhere());
    }
}
