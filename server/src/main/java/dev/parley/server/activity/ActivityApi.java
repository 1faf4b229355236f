package dev.parley.server.activity;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.Page;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened in the caller's workspace. */
@RestController
class ActivityApi {

    private static final int MOST = 200;
    private static final int LONGEST_SEARCH = 200;

    private final Activities activities;
    private final Tenancy tenancy;

    ActivityApi(Activities activities, Tenancy tenancy) {
        this.activities = activities;
        this.tenancy = tenancy;
    }

    /** The filters as they stand in the address. */
    record Query(
            @Nullable AccountId account,
            @Nullable String action,
            @Nullable String status,
            @Nullable String error_code,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable @Size(max = LONGEST_SEARCH) String q) {

        ActivityFilter filter() {
            return new ActivityFilter(account, null, action, status, error_code, from, to, q);
        }
    }

    @GetMapping(path = "/api/activity", produces = MediaType.APPLICATION_JSON_VALUE)
    Page<ActivityView> list(
            Caller caller,
            @Valid Query query,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(MOST) int limit) {
        var before = cursor == null ? null : position(cursor);
        return tenancy.in(caller.workspace(), () -> activities.list(query.filter(), before, limit));
    }

    static Position position(String cursor) {
        return Position.parse(cursor)
                .orElseThrow(() -> new BotException(
                        ErrorCode.VALIDATION_FAILED,
                        "cursor is not one that this list gave.",
                        Refusal.of(List.of(new BotException.Field("cursor", "is not one that this list gave")))));
    }

    @GetMapping(path = "/api/activity", produces = ActivityCsv.TYPE)
    void export(Caller caller, @Valid Query query, HttpServletResponse response) throws IOException {
        response.setContentType(ActivityCsv.TYPE + ";charset=utf-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"activity.csv\"");
        var csv = new ActivityCsv(response.getWriter());
        Position before = null;
        do {
            // A page at a time, each in its own short transaction: a long export must hold no snapshot.
            var after = before;
            var page = tenancy.in(caller.workspace(), () -> activities.list(query.filter(), after, MOST));
            csv.write(page.items());
            before = page.nextCursor() == null ? null : position(page.nextCursor());
        } while (before != null);
    }
}
