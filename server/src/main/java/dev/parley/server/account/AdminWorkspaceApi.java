package dev.parley.server.account;

import dev.parley.server.core.Page;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The workspaces of the instance as far as they are an administrator's business, and how many accounts each may have. */
@RestController
@RequestMapping("/api/admin/workspaces")
@Needs(Right.ADMINISTER)
class AdminWorkspaceApi {

    private static final int MOST = 200;

    private final LimitWorkspaces workspaces;

    AdminWorkspaceApi(LimitWorkspaces workspaces) {
        this.workspaces = workspaces;
    }

    @GetMapping
    Page<WorkspaceRoom> list(
            @RequestParam(required = false) @Nullable WorkspaceId cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(MOST) int limit) {
        return workspaces.list(cursor, limit);
    }

    @GetMapping("/{id}")
    WorkspaceRoom get(@PathVariable WorkspaceId id) {
        return workspaces.one(id);
    }

    /** @param maxAccounts null to let the instance's setting decide */
    record Change(
            @Nullable @Min(0) @Max(LimitWorkspaces.MOST) Integer maxAccounts) {}

    @PutMapping("/{id}/limits")
    WorkspaceRoom set(@PathVariable WorkspaceId id, @Valid @RequestBody Change change) {
        workspaces.set(id, change.maxAccounts());
        return workspaces.one(id);
    }
}
