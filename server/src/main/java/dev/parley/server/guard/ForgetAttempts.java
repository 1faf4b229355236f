package dev.parley.server.guard;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What failed a month ago slows nobody down any more. */
@Configuration(proxyBeanMethods = false)
class ForgetAttempts {

    private static final Duration EVERY = Duration.ofHours(12);
    private static final Duration AGE = Duration.ofDays(30);

    @Bean
    RecurringTask<Void> forgetFailedAttempts(FailedAttempts failed) {
        return Tasks.recurring("forget-failed-attempts", FixedDelay.of(EVERY))
                .execute((instance, context) -> failed.forgetOld(AGE));
    }
}
