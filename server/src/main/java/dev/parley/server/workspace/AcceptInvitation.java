package dev.parley.server.workspace;

import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.identity.Person;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.vault.RandomSecret;
import dev.parley.server.workspace.WorkspaceNotes.Note;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Lets in whoever brings an invitation's secret, once. */
@Component
class AcceptInvitation {

    private final Invitations invitations;
    private final Workspaces workspaces;
    private final Members members;
    private final WorkspaceNotes notes;
    private final Tenancy tenancy;
    private final Clock clock;

    AcceptInvitation(
            Invitations invitations,
            Workspaces workspaces,
            Members members,
            WorkspaceNotes notes,
            Tenancy tenancy,
            Clock clock) {
        this.invitations = invitations;
        this.workspaces = workspaces;
        this.members = members;
        this.notes = notes;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    Offer look(RandomSecret secret) {
        var workspace = invitations.workspace(secret).orElseThrow(AcceptInvitation::unknown);
        return tenancy.in(
                workspace,
                () -> invitations
                        .find(secret, clock.instant())
                        .filter(this::stillCounts)
                        .map(invitation -> new Offer(workspaces.name(workspace), invitation.role()))
                        .orElseThrow(AcceptInvitation::unknown));
    }

    Membership accept(Person person, RandomSecret secret) {
        var workspace = invitations.workspace(secret).orElseThrow(AcceptInvitation::unknown);
        return tenancy.in(workspace, () -> {
            var invitation = invitations
                    .take(secret, clock.instant())
                    .filter(this::stillCounts)
                    .orElseThrow(AcceptInvitation::unknown);
            if (workspaces.isMember(person.id(), workspace)) {
                throw new BotException(ErrorCode.ALREADY_MEMBER, "You belong to this workspace already.");
            }
            members.add(workspace, person.id(), invitation.role());
            notes.write(new Note(
                    workspace,
                    person.id(),
                    person.username(),
                    "join-workspace",
                    person.username(),
                    null,
                    invitation.role().stored()));
            return new Membership(workspace, workspaces.name(workspace), invitation.role(), false);
        });
    }

    /** Whoever may not invite any more does not come back by a link of their own. */
    private boolean stillCounts(Invitation invitation) {
        return members.of(invitation.workspace()).stream()
                .filter(member -> member.user().equals(invitation.invitedBy()))
                .anyMatch(member -> member.role().may(invitation.role().neededToInvite()));
    }

    /** The same, whatever became of it. */
    static BotException unknown() {
        return new BotException(ErrorCode.INVITATION_NOT_FOUND, ErrorCode.INVITATION_NOT_FOUND.description());
    }
}
