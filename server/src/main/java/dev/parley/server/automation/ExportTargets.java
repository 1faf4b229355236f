package dev.parley.server.automation;

import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Spreadsheet;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Everybody whom a job has seen as a file, however many they are. */
@Component
class ExportTargets {

    private static final int AT_ONCE = 200;

    private static final Spreadsheet<TargetView> SHEET = new Spreadsheet<TargetView>("people-of-a-job")
            .column("username", TargetView::username)
            .column("instagram_user_id", TargetView::instagramUserId)
            .column("state", target -> target.state().stored())
            .column("error_code", TargetView::errorCode)
            .column(
                    "reason",
                    target -> JobWords.error(target.errorCode())
                            .map(ErrorCode::title)
                            .orElse(null))
            .column("detail", TargetView::errorMessage)
            .column("updated_at", TargetView::updatedAt);

    private final Tenancy tenancy;
    private final ReadJobs read;

    ExportTargets(Tenancy tenancy, ReadJobs read) {
        this.tenancy = tenancy;
        this.read = read;
    }

    /** Refuses with JOB_NOT_FOUND before anything is sent. */
    void csv(Caller caller, JobId id, HttpServletResponse response) throws IOException {
        tenancy.in(caller.workspace(), () -> read.targets(id, 0, 1));
        SHEET.send(response, after -> {
            var cursor = after.cursor();
            var beginning = cursor == null ? 0 : Integer.parseInt(cursor);
            return tenancy.in(caller.workspace(), () -> read.targets(id, beginning, AT_ONCE));
        });
    }
}
