package dev.parley.server.workspace;

import dev.parley.server.core.Page;
import dev.parley.server.core.UserId;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who belongs to a workspace, and as what. */
@RestController
@RequestMapping("/api/workspaces/{workspace}/members")
@Needs(Right.GOVERN)
class MemberApi {

    private final ListMembers list;
    private final ChangeMembers change;

    MemberApi(ListMembers list, ChangeMembers change) {
        this.list = list;
        this.change = change;
    }

    @GetMapping
    @Needs(Right.READ)
    Page<MemberView> list(Caller caller) {
        return new Page<>(list.of(caller.workspace()), null);
    }

    record Change(@NotNull WorkspaceRole role) {}

    @PatchMapping("/{user}")
    MemberView change(Caller caller, @PathVariable UserId user, @Valid @RequestBody Change change) {
        this.change.changeRole(caller, user, change.role());
        return list.one(caller.workspace(), user);
    }

    @DeleteMapping("/{user}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable UserId user) {
        change.remove(caller, user);
    }
}
