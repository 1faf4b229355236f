package dev.parley.server.audit;

import dev.parley.server.core.Page;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Spreadsheet;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who did what: in a workspace, for its owners; to the instance, for administrators. */
@RestController
class AuditApi {

    private final ReadTrail trail;
    private final ExportTrail export;
    private final Tenancy tenancy;

    AuditApi(ReadTrail trail, ExportTrail export, Tenancy tenancy) {
        this.trail = trail;
        this.export = export;
        this.tenancy = tenancy;
    }

    @GetMapping(path = "/api/audit", produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Right.GOVERN)
    Page<AuditView> workspace(Caller caller, @Valid AuditQuery query) {
        return tenancy.in(caller.workspace(), () -> trail.list(query.filter(), query.cursor(), query.limitOrUsual()));
    }

    @GetMapping(path = "/api/audit", produces = Spreadsheet.TYPE)
    @Needs(Right.GOVERN)
    void exportWorkspace(Caller caller, @Valid AuditQuery query, HttpServletResponse response) throws IOException {
        export.workspace(caller, query.filter(), response);
    }

    @GetMapping(path = "/api/admin/audit", produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Right.ADMINISTER)
    Page<AuditView> instance(@Valid AuditQuery query) {
        return tenancy.unbound(() -> trail.list(query.filter(), query.cursor(), query.limitOrUsual()));
    }

    @GetMapping(path = "/api/admin/audit", produces = Spreadsheet.TYPE)
    @Needs(Right.ADMINISTER)
    void exportInstance(@Valid AuditQuery query, HttpServletResponse response) throws IOException {
        export.instance(query.filter(), response);
    }
}
