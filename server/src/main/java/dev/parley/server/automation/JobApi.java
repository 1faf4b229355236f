package dev.parley.server.automation;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.Page;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Spreadsheet;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells how jobs are doing, and lets people change their minds. */
@RestController
@RequestMapping("/api/bot/jobs")
@Needs(Right.RUN)
class JobApi {

    private static final int LONGEST_PAGE = 200;

    private final Tenancy tenancy;
    private final SteerJob steer;
    private final ReadJobs read;
    private final ExportTargets export;

    JobApi(Tenancy tenancy, SteerJob steer, ReadJobs read, ExportTargets export) {
        this.tenancy = tenancy;
        this.steer = steer;
        this.read = read;
        this.export = export;
    }

    @GetMapping
    @Needs(Right.READ)
    Page<JobView> jobs(
            Caller caller,
            @RequestParam(name = "account_id", required = false) @Nullable AccountId account,
            @RequestParam(required = false) @Nullable JobId cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(LONGEST_PAGE) int limit) {
        return tenancy.in(caller.workspace(), () -> read.page(account, cursor, limit));
    }

    @GetMapping("/{id}")
    @Needs(Right.READ)
    JobView job(Caller caller, @PathVariable JobId id) {
        return tenancy.in(caller.workspace(), () -> read.one(id));
    }

    @GetMapping(path = "/{id}/targets", produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Right.READ)
    Page<TargetView> targets(
            Caller caller,
            @PathVariable JobId id,
            @RequestParam(defaultValue = "0") @Min(0) int cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(LONGEST_PAGE) int limit) {
        return tenancy.in(caller.workspace(), () -> read.targets(id, cursor, limit));
    }

    @GetMapping(path = "/{id}/targets", produces = Spreadsheet.TYPE)
    @Needs(Right.READ)
    void targetsAsCsv(Caller caller, @PathVariable JobId id, HttpServletResponse response) throws IOException {
        export.csv(caller, id, response);
    }

    @PostMapping("/{id}/cancel")
    JobView cancel(Caller caller, @PathVariable JobId id) {
        return steered(caller, id, steer::cancel);
    }

    @PostMapping("/{id}/pause")
    JobView pause(Caller caller, @PathVariable JobId id) {
        return steered(caller, id, steer::pause);
    }

    @PostMapping("/{id}/resume")
    JobView resume(Caller caller, @PathVariable JobId id) {
        return steered(caller, id, steer::resume);
    }

    @PostMapping("/{id}/retry")
    JobView retry(Caller caller, @PathVariable JobId id) {
        return steered(caller, id, steer::retry);
    }

    private JobView steered(Caller caller, JobId id, BiFunction<Caller, JobId, Job> move) {
        return tenancy.in(caller.workspace(), () -> read.view(move.apply(caller, id)));
    }
}
