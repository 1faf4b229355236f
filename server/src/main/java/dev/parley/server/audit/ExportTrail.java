package dev.parley.server.audit;

import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Spreadsheet;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The trail as a spreadsheet. */
@Component
class ExportTrail {

    private static final int AT_ONCE = 200;

    private static final Spreadsheet<AuditView> SHEET = new Spreadsheet<AuditView>("audit")
            .column("created_at", AuditView::createdAt)
            .column("action", AuditView::action)
            .column("user", AuditView::userName)
            .column("subject", AuditView::subject)
            .column("subject_id", AuditView::subjectId)
            .column("address", AuditView::address)
            .column("before", AuditView::before)
            .column("after", AuditView::after)
            .column("error_code", AuditView::errorCode)
            .column("correlation_id", AuditView::correlationId);

    private final ReadTrail trail;
    private final Tenancy tenancy;

    ExportTrail(ReadTrail trail, Tenancy tenancy) {
        this.trail = trail;
        this.tenancy = tenancy;
    }

    void workspace(Caller caller, AuditFilter filter, HttpServletResponse response) throws IOException {
        SHEET.send(
                response,
                after -> tenancy.in(caller.workspace(), () -> trail.list(filter, number(after.cursor()), AT_ONCE)));
    }

    void instance(AuditFilter filter, HttpServletResponse response) throws IOException {
        SHEET.send(response, after -> tenancy.unbound(() -> trail.list(filter, number(after.cursor()), AT_ONCE)));
    }

    private static @Nullable Long number(@Nullable String cursor) {
        return cursor == null ? null : Long.valueOf(cursor);
    }
}
