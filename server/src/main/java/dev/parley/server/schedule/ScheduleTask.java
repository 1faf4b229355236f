package dev.parley.server.schedule;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.parley.server.core.WorkspaceId;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One execution of the scheduler for each schedule, at its next time. */
@Configuration(proxyBeanMethods = false)
class ScheduleTask {

    private static final Duration AGAIN_AFTER = Duration.ofSeconds(30);

    @Bean
    CustomTask<String> scheduledJobs(RunSchedule run) {
        return Tasks.custom(Schedules.TASK, String.class)
                .onFailure((failed, operations) ->
                        operations.reschedule(failed, failed.getTimeDone().plus(AGAIN_AFTER)))
                .onDeadExecution((dead, operations) -> operations.reschedule(dead, dead.getExecution().executionTime))
                .execute((schedule, context) -> {
                    run.ifDue(
                            WorkspaceId.of(schedule.getData()),
                            ScheduleId.of(schedule.getId()),
                            context.getExecution().version);
                    return (complete, operations) -> {};
                });
    }
}
