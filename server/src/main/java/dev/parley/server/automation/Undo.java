package dev.parley.server.automation;

import dev.parley.server.automation.Job.Order;
import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Caller;
import org.springframework.stereotype.Component;

/** Orders that whom a job followed is unfollowed: them, and nobody else. Joins the caller's transaction. */
@Component
class Undo {

    private final Jobs jobs;
    private final StartJob startJob;

    Undo(Jobs jobs, StartJob startJob) {
        this.jobs = jobs;
        this.startJob = startJob;
    }

    /** Refuses with JOB_NOT_FOUND, JOB_STILL_GOING or JOB_FOLLOWED_NOBODY. */
    Job order(Caller caller, JobId id, int afterDays, boolean dryRun) {
        var job = jobs.get(id);
        var followed = followed(job);
        var order = new Order(
                JobAction.UNFOLLOW,
                new Source.OfJob(id, afterDays),
                Math.min(followed, Orders.MOST),
                Filters.NONE,
                dryRun);
        return startJob.start(caller, job.owner().account(), order);
    }

    private static int followed(Job job) {
        if (!job.state().ended()) {
            throw new BotException(
                    ErrorCode.JOB_STILL_GOING,
                    "The job is " + job.state().stored() + ".",
                    Refusal.inState(job.state().stored(), "completed", "failed", "cancelled"));
        }
        if (!canBeUndone(job)) {
            throw new BotException(ErrorCode.JOB_FOLLOWED_NOBODY, "The job " + job.id() + " has followed nobody.");
        }
        return job.progress().succeeded();
    }

    static boolean canBeUndone(Job job) {
        return job.state().ended()
                && job.order().action() == JobAction.FOLLOW
                && job.progress().succeeded() > 0;
    }
}
