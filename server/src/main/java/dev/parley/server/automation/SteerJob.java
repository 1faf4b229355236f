package dev.parley.server.automation;

import dev.parley.instagram.PersonId;
import dev.parley.server.activity.Activity;
import dev.parley.server.activity.ActivityLog;
import dev.parley.server.activity.Status;
import dev.parley.server.bot.ActionQueue;
import dev.parley.server.contact.PersonProtected;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Caller;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A person changes their mind about a job. What is being asked of Instagram just now, still ends as it ends. */
@Component
class SteerJob {

    private final Jobs jobs;
    private final Targets targets;
    private final TargetMoves moves;
    private final ActionQueue queue;
    private final Advance advance;
    private final ActivityLog log;

    SteerJob(Jobs jobs, Targets targets, TargetMoves moves, ActionQueue queue, Advance advance, ActivityLog log) {
        this.jobs = jobs;
        this.targets = targets;
        this.moves = moves;
        this.queue = queue;
        this.advance = advance;
        this.log = log;
    }

    Job cancel(Caller caller, JobId id) {
        var job = hold(id);
        var to = job.state().cancelled();
        if (job.state() == to) {
            return job;
        }
        note(caller, job, "cancel-job");
        withdraw(job);
        return jobs.move(id, to);
    }

    Job pause(Caller caller, JobId id) {
        var job = hold(id);
        var to = job.state().paused();
        if (job.state() == to) {
            return job;
        }
        note(caller, job, "pause-job");
        withdraw(job);
        return jobs.move(id, to);
    }

    Job resume(Caller caller, JobId id) {
        var job = hold(id);
        var to = job.state().resumed();
        if (job.state() == to) {
            return job;
        }
        note(caller, job, "resume-job");
        return goOn(jobs.move(id, to));
    }

    Job retry(Caller caller, JobId id) {
        var job = hold(id);
        var to = job.endedShort() ? JobState.QUEUED : job.state().retried();
        note(caller, job, "retry-job");
        moves.retryFailed(id);
        return goOn(jobs.restart(id, to));
    }

    private Job goOn(Job job) {
        advance.goOn(job);
        return jobs.get(job.id());
    }

    /** Whoever is protected from now on, is left out of the jobs that go on. */
    @EventListener
    void leaveOut(PersonProtected person) {
        targets.jobsAbout(person.username()).forEach(id -> {
            withdraw(hold(id));
            advance.goOn(moves.leaveOut(id, person.username(), ErrorCode.FOLLOW_PROTECTED));
        });
    }

    /** Locks the bot and then the job: in the order in which ticks do. */
    private Job hold(JobId id) {
        queue.wake(jobs.get(id).owner().account());
        return jobs.lock(id);
    }

    private void withdraw(Job job) {
        var withdrawn = queue.withdraw(job.owner().account(), job.id().value());
        moves.putBack(job.id(), withdrawn.stream().map(PersonId::new).toList());
        jobs.searching(job.id(), false);
    }

    private void note(Caller caller, Job job, String action) {
        log.record(Activity.of(action, Status.SUCCEEDED)
                .in(caller.workspace())
                .by(caller.user(), caller.username())
                .on(job.owner().account(), job.owner().accountName())
                .about(job.order().source().toString())
                .with("job_id", job.id().toString())
                .build());
    }
}
