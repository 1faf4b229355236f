package dev.parley.server.account;

import dev.parley.server.audit.AuditTrail;
import dev.parley.server.audit.Audited;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.Page;
import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.identity.KnownPeople;
import dev.parley.server.identity.Person;
import dev.parley.server.identity.SignedIn;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.workspace.AllWorkspaces;
import dev.parley.server.workspace.WorkspaceOutline;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Administrators see whose workspaces there are and how many accounts each has, and set how many it may have. */
@Component
class LimitWorkspaces {

    static final int MOST = 1000;

    private final AllWorkspaces workspaces;
    private final AccountLimits limits;
    private final KnownPeople people;
    private final AuditTrail trail;
    private final Tenancy tenancy;

    LimitWorkspaces(
            AllWorkspaces workspaces, AccountLimits limits, KnownPeople people, AuditTrail trail, Tenancy tenancy) {
        this.workspaces = workspaces;
        this.limits = limits;
        this.people = people;
        this.trail = trail;
        this.tenancy = tenancy;
    }

    /** @param after the last of the part before; null at the beginning */
    Page<WorkspaceRoom> list(@Nullable WorkspaceId after, int limit) {
        return tenancy.unbound(() -> {
            var found = Page.of(
                    workspaces.outlines(after, limit + 1),
                    limit,
                    last -> last.id().toString());
            return new Page<>(rooms(found.items()), found.nextCursor());
        });
    }

    WorkspaceRoom one(WorkspaceId workspace) {
        return tenancy.unbound(() -> rooms(List.of(workspaces.outline(workspace).orElseThrow(() -> unknown(workspace))))
                .getFirst());
    }

    /** @param most null to let the settings decide */
    void set(WorkspaceId workspace, @Nullable Integer most) {
        tenancy.unbound(() -> {
            requireKnown(workspace);
            var before = limits.inForce(workspace);
            if (most == null) {
                limits.clear(workspace);
            } else {
                limits.set(workspace, most);
            }
            tell(workspace, before, limits.inForce(workspace));
            return true;
        });
    }

    private void requireKnown(WorkspaceId workspace) {
        if (workspaces.outline(workspace).isEmpty()) {
            throw unknown(workspace);
        }
    }

    /** Both parts of the trail: whose workspace it is wants to know, too. */
    private void tell(WorkspaceId workspace, int before, int after) {
        var me = SignedIn.current().person();
        var audited = Audited.of("change-account-limit")
                .by(me.id(), me.username())
                .on(workspace, null)
                .changing(before, after);
        trail.record(audited);
        tenancy.run(workspace, () -> trail.record(audited.in(workspace)));
    }

    private List<WorkspaceRoom> rooms(List<WorkspaceOutline> found) {
        var standings = limits.of(found.stream().map(WorkspaceOutline::id).toList());
        var known = people.of(
                found.stream().flatMap(outline -> outline.owners().stream()).toList());
        return found.stream()
                .map(outline -> room(outline, Objects.requireNonNull(standings.get(outline.id())), known))
                .toList();
    }

    private WorkspaceRoom room(WorkspaceOutline outline, AccountLimits.Standing standing, Map<UserId, Person> known) {
        var owners = outline.owners().stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .map(Person::username)
                .sorted()
                .toList();
        return new WorkspaceRoom(
                outline.id(),
                outline.personal(),
                owners,
                outline.members(),
                standing.connected(),
                standing.own() == null ? limits.usual() : standing.own(),
                standing.own() != null);
    }

    private static BotException unknown(WorkspaceId workspace) {
        return new BotException(ErrorCode.WORKSPACE_NOT_FOUND, "There is no workspace with the id " + workspace + ".");
    }
}
