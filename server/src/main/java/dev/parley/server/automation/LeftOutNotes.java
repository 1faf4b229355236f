package dev.parley.server.automation;

import dev.parley.server.account.Accounts;
import dev.parley.server.activity.Activity;
import dev.parley.server.activity.ActivityLog;
import dev.parley.server.activity.Status;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells people whom a job left out, and why. */
@Component
class LeftOutNotes {

    private final Accounts accounts;
    private final ActivityLog log;

    LeftOutNotes(Accounts accounts, ActivityLog log) {
        this.accounts = accounts;
        this.log = log;
    }

    void write(Job job, List<Found> found) {
        var leftOut = found.stream().filter(Found::isLeftOut).toList();
        if (leftOut.isEmpty()) {
            return;
        }
        var account = accounts.get(job.owner().account());
        log.recordAll(leftOut.stream()
                .map(person -> Activity.of(job.order().action().stored(), Status.SKIPPED)
                        .in(account.workspace())
                        .by(job.owner().user(), job.owner().userName())
                        .on(account.id(), account.username())
                        .about(person.username())
                        .code(person.reason())
                        .message(person.detail())
                        .correlation(job.correlationId())
                        .with("job_id", job.id().toString())
                        .build())
                .toList());
    }
}
