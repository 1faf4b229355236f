package dev.parley.server.activity;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.Page;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Spreadsheet;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened in the caller's workspace. */
@RestController
@Needs(Right.READ)
class ActivityApi {

    private static final int MOST = 200;
    private static final int LONGEST_SEARCH = 200;

    private final Activities activities;
    private final Tenancy tenancy;
    private final ExportActivities export;

    ActivityApi(Activities activities, Tenancy tenancy, ExportActivities export) {
        this.activities = activities;
        this.tenancy = tenancy;
        this.export = export;
    }

    /** The filters as they stand in the address. */
    record Query(
            @Nullable AccountId account,
            @Nullable UUID job,
            @Nullable String action,
            @Nullable String status,
            @Nullable String error_code,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable @Size(max = LONGEST_SEARCH) String q) {

        ActivityFilter filter() {
            return new ActivityFilter(account, job, null, action, status, error_code, from, to, q);
        }
    }

    @GetMapping(path = "/api/activity", produces = MediaType.APPLICATION_JSON_VALUE)
    Page<ActivityView> list(
            Caller caller,
            @Valid Query query,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(MOST) int limit) {
        var before = Position.ofNullable(cursor);
        return tenancy.in(caller.workspace(), () -> activities.list(query.filter(), before, limit));
    }

    @GetMapping(path = "/api/activity", produces = Spreadsheet.TYPE)
    void export(Caller caller, @Valid Query query, HttpServletResponse response) throws IOException {
        export.export(caller, query.filter(), response);
    }
}
