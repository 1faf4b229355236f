package dev.parley.server.automation;

import dev.parley.server.core.AccountId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What accounts were last told to do. Joins the caller's transaction. */
@Component
public class NewestJobs {

    private final Jobs jobs;

    NewestJobs(Jobs jobs) {
        this.jobs = jobs;
    }

    /** The newest first; nothing of accounts that had none. */
    public Map<AccountId, List<JobView>> of(Collection<AccountId> accounts, int most) {
        return jobs.newestOf(accounts, most).stream()
                .map(job -> JobView.of(job, null))
                .collect(Collectors.groupingBy(JobView::accountId));
    }
}
