package dev.parley.server.automation;

import dev.parley.server.automation.Job.Order;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.Page;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Orders jobs, tells how they are doing, and lets people change their minds. */
@RestController
@RequestMapping("/api/bot")
@Needs(Right.RUN)
class JobApi {

    static final int MOST = 1000;
    private static final int LONGEST_PAGE = 200;

    private final Tenancy tenancy;
    private final StartJob startJob;
    private final SteerJob steer;
    private final ReadJobs read;

    JobApi(Tenancy tenancy, StartJob startJob, SteerJob steer, ReadJobs read) {
        this.tenancy = tenancy;
        this.startJob = startJob;
        this.steer = steer;
        this.read = read;
    }

    @PostMapping("/actions/follow-hashtag")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView followHashtag(Caller caller, @Valid @RequestBody ByHashtag wish) {
        return started(caller, wish.accountId(), wish.order(JobAction.FOLLOW));
    }

    /** Likes the newest post of each of those who post under the hashtag. */
    @PostMapping("/actions/like-hashtag")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView likeHashtag(Caller caller, @Valid @RequestBody ByHashtag wish) {
        return started(caller, wish.accountId(), wish.order(JobAction.LIKE));
    }

    private JobView started(Caller caller, @Nullable AccountId account, Order order) {
        return tenancy.in(caller.workspace(), () -> read.view(startJob.start(caller, account, order)));
    }

    @GetMapping("/jobs")
    @Needs(Right.READ)
    Page<JobView> jobs(
            Caller caller,
            @RequestParam(name = "account_id", required = false) @Nullable AccountId account,
            @RequestParam(required = false) @Nullable JobId cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(LONGEST_PAGE) int limit) {
        return tenancy.in(caller.workspace(), () -> read.page(account, cursor, limit));
    }

    @GetMapping("/jobs/{id}")
    @Needs(Right.READ)
    JobView job(Caller caller, @PathVariable JobId id) {
        return tenancy.in(caller.workspace(), () -> read.one(id));
    }

    @GetMapping("/jobs/{id}/targets")
    @Needs(Right.READ)
    Page<TargetView> targets(
            Caller caller,
            @PathVariable JobId id,
            @RequestParam(defaultValue = "0") @Min(0) int cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(LONGEST_PAGE) int limit) {
        return tenancy.in(caller.workspace(), () -> read.targets(id, cursor, limit));
    }

    @PostMapping("/jobs/{id}/cancel")
    JobView cancel(Caller caller, @PathVariable JobId id) {
        return steered(caller, id, steer::cancel);
    }

    @PostMapping("/jobs/{id}/pause")
    JobView pause(Caller caller, @PathVariable JobId id) {
        return steered(caller, id, steer::pause);
    }

    @PostMapping("/jobs/{id}/resume")
    JobView resume(Caller caller, @PathVariable JobId id) {
        return steered(caller, id, steer::resume);
    }

    @PostMapping("/jobs/{id}/retry")
    JobView retry(Caller caller, @PathVariable JobId id) {
        return steered(caller, id, steer::retry);
    }

    private JobView steered(Caller caller, JobId id, BiFunction<Caller, JobId, Job> move) {
        return tenancy.in(caller.workspace(), () -> read.view(move.apply(caller, id)));
    }

    /**
     * @param accountId which account; may be left out where there is only one
     * @param dryRun only finds out whom it would act upon
     */
    record ByHashtag(
            @Nullable AccountId accountId,
            @NotNull String hashtag,
            @NotNull @Min(1) @Max(MOST) Integer amount,
            @Nullable @Valid Filters filters,
            @Nullable Boolean dryRun) {

        Order order(JobAction action) {
            return new Order(
                    action, Hashtag.parse(hashtag), amount, Filters.orNone(filters), Boolean.TRUE.equals(dryRun));
        }
    }
}
