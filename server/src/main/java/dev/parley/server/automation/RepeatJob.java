package dev.parley.server.automation;

import dev.parley.server.core.AccountId;
import dev.parley.server.tenancy.Caller;
import org.springframework.stereotype.Component;

/** Orders what was ordered before once more, as a job of its own. Joins the caller's transaction. */
@Component
public class RepeatJob {

    private final Jobs jobs;
    private final StartJob start;

    RepeatJob(Jobs jobs, StartJob start) {
        this.jobs = jobs;
        this.start = start;
    }

    /** What would be ordered. */
    public record Repeated(AccountId account, String accountName, String title) {}

    /** Refuses with JOB_NOT_FOUND what is not there, or another workspace's. */
    public Repeated of(JobId id) {
        var job = jobs.get(id);
        return new Repeated(job.owner().account(), job.owner().accountName(), JobWords.title(JobView.of(job, null)));
    }

    /** Refuses as the order of a new job would. */
    public JobId order(Caller caller, JobId id) {
        var job = jobs.get(id);
        return start.start(caller, job.owner().account(), job.order()).id();
    }

    public boolean isOver(JobId id) {
        return jobs.get(id).state().ended();
    }
}
