package dev.parley.server.tenancy;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A server that runs for months needs next month's partitions before it begins. */
@Configuration(proxyBeanMethods = false)
class KeepPartitions {

    private static final Duration EVERY = Duration.ofHours(12);

    @Bean
    RecurringTask<Void> monthPartitions(JdbcClient database) {
        return Tasks.recurring("month-partitions", FixedDelay.of(EVERY))
                .execute((instance, context) -> MonthPartitions.make(database));
    }
}
