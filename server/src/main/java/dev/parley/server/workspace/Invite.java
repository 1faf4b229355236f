package dev.parley.server.workspace;

import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.vault.RandomSecret;
import dev.parley.server.web.PublicAddress;
import dev.parley.server.workspace.WorkspaceNotes.Note;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Invites into a workspace, up to what the inviting member's own role lets them give. */
@Component
class Invite {

    /** So that scanners know it where it should not be. */
    private static final String PREFIX = "parley_invitation_";

    private final Invitations invitations;
    private final WorkspaceSettings settings;
    private final WorkspaceNotes notes;
    private final MailInvitation mail;
    private final PublicAddress address;
    private final Tenancy tenancy;
    private final Clock clock;

    Invite(
            Invitations invitations,
            WorkspaceSettings settings,
            WorkspaceNotes notes,
            MailInvitation mail,
            PublicAddress address,
            Tenancy tenancy,
            Clock clock) {
        this.invitations = invitations;
        this.settings = settings;
        this.notes = notes;
        this.mail = mail;
        this.address = address;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** The only moment at which the secret and its link are known. */
    record Invited(Invitation invitation, RandomSecret secret, URI link, boolean mailed) {}

    /** Nobody looks whether the address is somebody's here: the answer is the same. */
    Invited invite(Caller caller, Membership own, WorkspaceRole role, @Nullable String email) {
        Doorkeeper.require(own, role.neededToInvite());
        var now = clock.instant();
        var invitation = new Invitation(
                InvitationId.create(),
                caller.workspace(),
                role,
                email,
                caller.user(),
                now,
                now.plus(settings.invitationLifetime()));
        var secret = RandomSecret.create(PREFIX);
        return tenancy.in(caller.workspace(), () -> {
            invitations.removeExpired(now);
            demandRoom(invitations.open(now).size());
            invitations.add(invitation, secret);
            notes.write(Note.by(caller, "invite", who(invitation), null, role.stored()));
            return mailed(caller, invitation, secret);
        });
    }

    private Invited mailed(Caller caller, Invitation invitation, RandomSecret secret) {
        var link = address.of("/invitations?token=" + secret.value());
        var email = invitation.email();
        if (email == null || !mail.isPossible()) {
            return new Invited(invitation, secret, link, false);
        }
        mail.send(caller, invitation, email, link);
        return new Invited(invitation, secret, link, true);
    }

    boolean mailIsSent() {
        return mail.isPossible();
    }

    private void demandRoom(int open) {
        if (open >= settings.openInvitations()) {
            throw new BotException(
                    ErrorCode.TOO_MANY_INVITATIONS,
                    "The workspace has %d open invitations, and may have no more.".formatted(open));
        }
    }

    List<Invitation> open(Caller caller) {
        return tenancy.in(caller.workspace(), () -> invitations.open(clock.instant()));
    }

    void revoke(Caller caller, Membership own, InvitationId id) {
        tenancy.run(caller.workspace(), () -> {
            var invitation = invitations.find(id).orElseThrow(AcceptInvitation::unknown);
            Doorkeeper.require(own, invitation.role().neededToInvite());
            invitations.remove(id);
            notes.write(Note.by(
                    caller,
                    "revoke-invitation",
                    who(invitation),
                    invitation.role().stored(),
                    null));
        });
    }

    private static String who(Invitation invitation) {
        return invitation.email() == null ? "whoever has the link" : invitation.email();
    }
}
