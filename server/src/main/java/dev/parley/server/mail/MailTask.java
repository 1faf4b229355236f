package dev.parley.server.mail;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Mail that is put into the outbox wakes the sender; its own rhythm is for what has to be tried again. */
@Configuration(proxyBeanMethods = false)
class MailTask {

    private static final FixedDelay EVERY = FixedDelay.of(Duration.ofSeconds(30));

    @Bean
    CustomTask<Void> sendingMail(SendMail send, Outbox outbox) {
        var task = Tasks.custom(Outbox.TASK, Void.class);
        if (outbox.isOpen()) {
            task.scheduleOnStartup(RecurringTask.INSTANCE, null, EVERY);
        }
        return task.execute((instance, context) -> {
            if (!outbox.isOpen()) {
                return (complete, operations) -> operations.remove();
            }
            var mayGoOn = send.run();
            return (complete, operations) -> {
                operations.reschedule(complete, EVERY.getNextExecutionTime(complete));
                if (mayGoOn) {
                    outbox.wakeForWhatIsDue();
                }
            };
        });
    }
}
