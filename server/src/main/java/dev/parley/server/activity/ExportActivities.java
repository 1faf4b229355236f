package dev.parley.server.activity;

import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The caller's activities as a spreadsheet, however many they are. */
@Component
class ExportActivities {

    private static final int AT_ONCE = 200;

    private final Activities activities;
    private final Tenancy tenancy;

    ExportActivities(Activities activities, Tenancy tenancy) {
        this.activities = activities;
        this.tenancy = tenancy;
    }

    /** A page at a time, each in its own short transaction: a long export must hold no snapshot. */
    void export(Caller caller, ActivityFilter filter, HttpServletResponse response) throws IOException {
        response.setContentType(ActivityCsv.TYPE + ";charset=utf-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"activity.csv\"");
        var csv = new ActivityCsv(response.getWriter());
        Position before = null;
        do {
            before = page(caller, filter, before, csv);
        } while (before != null);
    }

    private @Nullable Position page(Caller caller, ActivityFilter filter, @Nullable Position before, ActivityCsv csv) {
        var page = tenancy.in(caller.workspace(), () -> activities.list(filter, before, AT_ONCE));
        csv.write(page.items());
        return page.nextCursor() == null ? null : Position.of(page.nextCursor());
    }
}
