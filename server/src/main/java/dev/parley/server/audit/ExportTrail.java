package dev.parley.server.audit;

import dev.parley.server.core.Page;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The trail as a spreadsheet: a page at a time, each in its own short transaction. */
@Component
class ExportTrail {

    private static final int AT_ONCE = 200;

    private final ReadTrail trail;
    private final Tenancy tenancy;

    ExportTrail(ReadTrail trail, Tenancy tenancy) {
        this.trail = trail;
        this.tenancy = tenancy;
    }

    void workspace(Caller caller, AuditFilter filter, HttpServletResponse response) throws IOException {
        write(before -> tenancy.in(caller.workspace(), () -> trail.list(filter, before.value(), AT_ONCE)), response);
    }

    void instance(AuditFilter filter, HttpServletResponse response) throws IOException {
        write(before -> tenancy.unbound(() -> trail.list(filter, before.value(), AT_ONCE)), response);
    }

    private record Before(@Nullable Long value) {}

    private static void write(Function<Before, Page<AuditView>> pages, HttpServletResponse response)
            throws IOException {
        response.setContentType(AuditCsv.TYPE + ";charset=utf-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"");
        var csv = new AuditCsv(response.getWriter());
        Long before = null;
        do {
            var page = pages.apply(new Before(before));
            page.items().forEach(csv::write);
            before = page.nextCursor() == null ? null : Long.valueOf(page.nextCursor());
        } while (before != null);
    }
}
