package dev.parley.server.automation;

import dev.parley.server.account.Accounts;
import dev.parley.server.bot.BotStatus;
import dev.parley.server.bot.ReadStatus;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.Page;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Jobs as people and programs see them: together with what their bots are doing. Joins the caller's transaction. */
@Component
class ReadJobs {

    private static final int FIRST_TARGETS = 100;

    private final Jobs jobs;
    private final Targets targets;
    private final Accounts accounts;
    private final ReadStatus status;
    private final Clock clock;

    ReadJobs(Jobs jobs, Targets targets, Accounts accounts, ReadStatus status, Clock clock) {
        this.jobs = jobs;
        this.targets = targets;
        this.accounts = accounts;
        this.status = status;
        this.clock = clock;
    }

    JobView view(Job job) {
        return view(
                job, job.state().active() ? status.of(accounts.get(job.owner().account())) : null);
    }

    private JobView view(Job job, @Nullable BotStatus bot) {
        var gate = job.state().active() && bot != null ? Waiting.of(bot) : null;
        return JobView.of(job, gate == null ? untilTheirTurn(job) : gate);
    }

    private @Nullable Waiting untilTheirTurn(Job job) {
        if (!job.state().active() || !(job.order().source() instanceof Source.OfJob(JobId followed, int afterDays))) {
            return null;
        }
        return targets.firstTurn(job.id())
                .filter(turn -> afterDays > 0 && turn.isAfter(clock.instant()))
                .map(turn -> new Waiting(Waiting.DAYS, turn))
                .orElse(null);
    }

    JobView one(JobId id) {
        return view(jobs.get(id)).with(targetsOf(id, 0, FIRST_TARGETS));
    }

    Page<JobView> page(@Nullable AccountId account, @Nullable JobId before, int limit) {
        var page = jobs.page(account, before, limit);
        var bots = botsOf(page);
        return new Page<>(
                page.items().stream()
                        .map(job -> view(job, bots.get(job.owner().account())))
                        .toList(),
                page.nextCursor());
    }

    private Map<AccountId, BotStatus> botsOf(Page<Job> page) {
        var going = page.items().stream()
                .filter(job -> job.state().active())
                .map(job -> job.owner().account())
                .distinct()
                .toList();
        return going.isEmpty()
                ? Map.of()
                : status.ofAll(accounts.all().stream()
                        .filter(account -> going.contains(account.id()))
                        .toList());
    }

    Page<TargetView> targets(JobId id, int after, int limit) {
        jobs.get(id);
        return targetsOf(id, after, limit);
    }

    private Page<TargetView> targetsOf(JobId id, int after, int limit) {
        var page = targets.page(id, after, limit);
        return new Page<>(page.items().stream().map(TargetView::of).toList(), page.nextCursor());
    }
}
