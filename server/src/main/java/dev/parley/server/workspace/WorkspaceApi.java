package dev.parley.server.workspace;

import dev.parley.server.core.Page;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.identity.FreshSignIn;
import dev.parley.server.identity.SignedIn;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The workspaces that the caller belongs to, their own first. */
@RestController
@RequestMapping("/api/workspaces")
@Needs(Right.READ)
class WorkspaceApi {

    static final int LONGEST_NAME = 80;
    static final String PLAIN = "[^\\p{Cntrl}]*";

    private final Workspaces workspaces;
    private final KeepWorkspaces keep;
    private final ChangeMembers members;
    private final RemoveWorkspace removal;

    WorkspaceApi(Workspaces workspaces, KeepWorkspaces keep, ChangeMembers members, RemoveWorkspace removal) {
        this.workspaces = workspaces;
        this.keep = keep;
        this.members = members;
        this.removal = removal;
    }

    /** @param may what the caller's role lets them do there */
    record View(WorkspaceId id, String name, WorkspaceRole role, boolean personal, Set<String> may) {

        static View of(Membership membership) {
            var may = new TreeSet<String>();
            membership.role().rights().forEach(right -> may.add(right.name().toLowerCase(Locale.ROOT)));
            return new View(membership.id(), membership.name(), membership.role(), membership.personal(), may);
        }
    }

    record Named(
            @NotBlank @Size(max = LONGEST_NAME) @Pattern(regexp = PLAIN, message = "may hold no control characters")
            String name) {}

    @GetMapping
    @Needs(Right.SIGN_IN)
    Page<View> list() {
        var me = SignedIn.current().person().id();
        return new Page<>(workspaces.of(me).stream().map(View::of).toList(), null);
    }

    @PostMapping
    @Needs(Right.SIGN_IN)
    @ResponseStatus(HttpStatus.CREATED)
    View add(Caller caller, @Valid @RequestBody Named wanted) {
        return View.of(keep.add(caller, wanted.name().strip()));
    }

    @GetMapping("/{workspace}")
    View get(Membership own) {
        return View.of(own);
    }

    @PatchMapping("/{workspace}")
    @Needs(Right.ADJUST)
    View rename(Caller caller, Membership own, @Valid @RequestBody Named wanted) {
        var name = wanted.name().strip();
        keep.rename(caller, name);
        return View.of(new Membership(own.id(), name, own.role(), own.personal()));
    }

    /** For good, with all that is in it. The name has to be the workspace's own. */
    @DeleteMapping("/{workspace}")
    @Needs(Right.GOVERN)
    @FreshSignIn
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Membership own, @Valid @RequestBody Named named) {
        removal.delete(own, named.name());
    }

    /** Leaves it. */
    @DeleteMapping("/{workspace}/membership")
    @Needs(Right.SIGN_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(Caller caller) {
        members.remove(caller, caller.user());
    }
}
