package dev.parley.server.automation;

import static java.util.stream.Collectors.partitioningBy;

import dev.parley.server.bot.ActionQueue;
import dev.parley.server.bot.NewAction;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Has as many profiles read as a job needs to find those who are missing. The caller holds the lock on the job. */
@Component
class ReadProfiles {

    private final Unread unread;
    private final TouchedBefore touchedBefore;
    private final ActionQueue queue;

    ReadProfiles(Unread unread, TouchedBefore touchedBefore, ActionQueue queue) {
        this.unread = unread;
        this.touchedBefore = touchedBefore;
        this.queue = queue;
    }

    /** Whom the account has touched since they were found, is not looked at. */
    Job goOn(Job job) {
        var current = job;
        while (current.profilesToRead() > 0) {
            var next = unread.next(job.id(), current.profilesToRead());
            var touched =
                    touchedBefore.among(job, next.stream().map(Target::person).toList());
            Map<Boolean, List<Target>> byTouched =
                    next.stream().collect(partitioningBy(target -> touched.contains(target.person())));
            var begun = byTouched.getOrDefault(false, List.of());
            current = unread.begin(
                    job.id(),
                    begun.stream().map(Target::person).toList(),
                    touched,
                    Sieve.touchedBefore(job.order().action()));
            queue.addAll(
                    job.owner().workspace(),
                    begun.stream().map(target -> read(job, target)).toList(),
                    job.correlationId());
        }
        return current;
    }

    private static NewAction read(Job job, Target target) {
        return NewAction.ofJob(
                        job.owner().account(),
                        ReadProfile.KIND,
                        job.id().value(),
                        target.person().value(),
                        target.username(),
                        job.owner().user())
                .with(ReadProfile.payload(job.order().filters()));
    }
}
