package dev.parley.server.mail;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Mail that is put into the outbox wakes the sender; its own rhythm is for what has to be tried again. */
@Configuration(proxyBeanMethods = false)
class MailTask {

    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final String NEVER = "-";

    @Bean
    RecurringTask<Void> sendingMail(SendMail send, Outbox outbox) {
        var schedule = outbox.isOpen() ? FixedDelay.of(EVERY) : Schedules.parseSchedule(NEVER);
        return Tasks.recurring(Outbox.TASK, schedule).execute((instance, context) -> send.run());
    }
}
