package dev.parley.server.activity;

import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Spreadsheet;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** The caller's activities as a spreadsheet. */
@Component
class ExportActivities {

    private static final int AT_ONCE = 200;

    private static final Spreadsheet<ActivityView> SHEET = new Spreadsheet<ActivityView>("activity")
            .column("created_at", ActivityView::createdAt)
            .column("action", ActivityView::action)
            .column("status", ActivityView::status)
            .column("subject", ActivityView::subject)
            .column("error_code", ActivityView::errorCode)
            .column("message", ActivityView::message)
            .column("account", ActivityView::accountName)
            .column("user", ActivityView::userName)
            .column("correlation_id", ActivityView::correlationId);

    private final Activities activities;
    private final Tenancy tenancy;

    ExportActivities(Activities activities, Tenancy tenancy) {
        this.activities = activities;
        this.tenancy = tenancy;
    }

    void export(Caller caller, ActivityFilter filter, HttpServletResponse response) throws IOException {
        SHEET.send(
                response,
                after -> tenancy.in(
                        caller.workspace(),
                        () -> activities.list(filter, Position.ofNullable(after.cursor()), AT_ONCE)));
    }
}
