package dev.parley.server.audit;

import dev.parley.server.core.BotException;
import dev.parley.server.core.Page;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Wrong;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The trail, for people: a workspace's for its owners, the instance's for administrators. */
@Controller
class AuditPages {

    private static final int SHOWN = 50;
    private static final String OF_WORKSPACE = "/audit";
    private static final String OF_INSTANCE = "/admin/audit";

    private final ReadTrail trail;
    private final ExportTrail export;
    private final Tenancy tenancy;

    AuditPages(ReadTrail trail, ExportTrail export, Tenancy tenancy) {
        this.trail = trail;
        this.export = export;
        this.tenancy = tenancy;
    }

    @GetMapping(OF_WORKSPACE)
    @Needs(Right.GOVERN)
    ModelAndView workspace(Caller caller, AuditSearch search, @RequestParam(required = false) @Nullable Long cursor) {
        return tenancy.in(caller.workspace(), () -> page(OF_WORKSPACE, search, cursor));
    }

    @GetMapping(OF_WORKSPACE + "/csv")
    @Needs(Right.GOVERN)
    void exportWorkspace(Caller caller, AuditSearch search, HttpServletResponse response) throws IOException {
        export.workspace(caller, search.filter(), response);
    }

    @GetMapping(OF_INSTANCE)
    @Needs(Right.ADMINISTER)
    ModelAndView instance(AuditSearch search, @RequestParam(required = false) @Nullable Long cursor) {
        return tenancy.unbound(() -> page(OF_INSTANCE, search, cursor));
    }

    @GetMapping(OF_INSTANCE + "/csv")
    @Needs(Right.ADMINISTER)
    void exportInstance(AuditSearch search, HttpServletResponse response) throws IOException {
        export.instance(search.filter(), response);
    }

    private ModelAndView page(String base, AuditSearch search, @Nullable Long cursor) {
        try {
            return page(base, search, cursor, trail.list(search.filter(), cursor, SHOWN), Wrong.nothing());
        } catch (BotException refused) {
            return page(base, search, null, new Page<>(List.of(), null), new Wrong(refused));
        }
    }

    private ModelAndView page(
            String base, AuditSearch search, @Nullable Long cursor, Page<AuditView> found, Wrong wrong) {
        return wrong.on(new ModelAndView("audit/list")
                .addObject("base", base)
                .addObject("search", search)
                .addObject("found", found)
                .addObject("newest", cursor == null)
                .addObject("actions", trail.actions())
                .addObject(
                        "next",
                        found.nextCursor() == null ? null : search.typed().next(base, found.nextCursor())));
    }
}
