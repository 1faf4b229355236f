package dev.parley.server.tenancy;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A server that runs for months needs next month's partitions before it begins, and those of long ago no more. */
@Configuration(proxyBeanMethods = false)
class KeepPartitions {

    private static final Logger LOG = LoggerFactory.getLogger(KeepPartitions.class);
    private static final Duration EVERY = Duration.ofHours(12);

    @Bean
    RecurringTask<Void> monthPartitions(JdbcClient database, DatabaseSettings settings) {
        return Tasks.recurring("month-partitions", FixedDelay.of(EVERY))
                .execute((instance, context) -> keep(database, settings.keptMonths()));
    }

    private static void keep(JdbcClient database, int months) {
        MonthPartitions.make(database);
        if (months > 0) {
            MonthPartitions.dropOld(database, months).forEach(name -> LOG.info("{} is kept no longer", name));
        }
    }
}
