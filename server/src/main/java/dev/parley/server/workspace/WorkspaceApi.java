package dev.parley.server.workspace;

import dev.parley.server.core.Page;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.workspace.Workspaces.Membership;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The workspaces that the caller belongs to, their own first. */
@RestController
class WorkspaceApi {

    private final Workspaces workspaces;

    WorkspaceApi(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    @GetMapping("/api/workspaces")
    Page<Membership> list(Caller caller) {
        return new Page<>(workspaces.of(caller.user()), null);
    }
}
