package dev.parley.server.workspace;

import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.UserId;
import dev.parley.server.letters.Letters;
import dev.parley.server.mail.Outbox;
import dev.parley.server.tenancy.Caller;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** Mails an invitation's link, a bounded number of times a day: what somebody invites others with must not become a way to pester people. */
@Component
class MailInvitation {

    private static final int MOST_TO_ONE_ADDRESS = 3;

    private final Workspaces workspaces;
    private final InvitationMails mails;
    private final Letters letters;
    private final Outbox outbox;
    private final WorkspaceSettings settings;
    private final Clock clock;

    MailInvitation(
            Workspaces workspaces,
            InvitationMails mails,
            Letters letters,
            Outbox outbox,
            WorkspaceSettings settings,
            Clock clock) {
        this.workspaces = workspaces;
        this.mails = mails;
        this.letters = letters;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    boolean isPossible() {
        return outbox.isOpen();
    }

    void send(Caller caller, Invitation invitation, String email, URI link) {
        demandRoom(caller.user(), email);
        var what = new Letters.Invitation(
                caller.username(),
                workspaces.name(invitation.workspace()),
                invitation.role().stored());
        outbox.put(letters.invitation(email, what, new Letters.Link(link, settings.invitationLifetime())));
    }

    private void demandRoom(UserId user, String email) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        mails.forgetBefore(today, user);
        if (!mails.count(user, today, settings.invitationMailsADay())
                || !mails.countTo(email, user, today, MOST_TO_ONE_ADDRESS)) {
            throw new BotException(
                    ErrorCode.TOO_MANY_INVITATION_MAILS, ErrorCode.TOO_MANY_INVITATION_MAILS.description());
        }
    }
}
