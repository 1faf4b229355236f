package dev.parley.server.workspace;

import dev.parley.server.core.Page;
import dev.parley.server.core.UserId;
import dev.parley.server.identity.SignedIn;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.vault.RandomSecret;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Invitations into a workspace, by links that let in once. */
@RestController
@Needs(Right.INVITE)
class InvitationApi {

    static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_TOKEN = 200;

    private final Invite invite;
    private final AcceptInvitation accept;

    InvitationApi(Invite invite, AcceptInvitation accept) {
        this.invite = invite;
        this.accept = accept;
    }

    /** @param invitedBy a member's id */
    record View(
            InvitationId id,
            WorkspaceRole role,
            @Nullable String email,
            UserId invitedBy,
            Instant createdAt,
            Instant expiresAt) {

        static View of(Invitation invitation) {
            return new View(
                    invitation.id(),
                    invitation.role(),
                    invitation.email(),
                    invitation.invitedBy(),
                    invitation.createdAt(),
                    invitation.expiresAt());
        }
    }

    record Wanted(
            @NotNull WorkspaceRole role,

            @Nullable @Email @Size(min = 1, max = LONGEST_EMAIL)
            String email) {}

    /**
     * @param token of the link; both are shown this once
     * @param mailed whether the link was sent to the address, too
     */
    record Made(
            InvitationId id,
            WorkspaceRole role,
            @Nullable String email,
            Instant expiresAt,
            String link,
            String token,
            boolean mailed) {

        @Override
        public String toString() {
            return "Made[id=" + id + "]";
        }
    }

    @GetMapping("/api/workspaces/{workspace}/invitations")
    Page<View> list(Caller caller) {
        return new Page<>(invite.open(caller).stream().map(View::of).toList(), null);
    }

    @PostMapping("/api/workspaces/{workspace}/invitations")
    @ResponseStatus(HttpStatus.CREATED)
    Made invite(Caller caller, Membership own, @Valid @RequestBody Wanted wanted) {
        var invited = invite.invite(caller, own, wanted.role(), wanted.email());
        var invitation = invited.invitation();
        return new Made(
                invitation.id(),
                invitation.role(),
                invitation.email(),
                invitation.expiresAt(),
                invited.link().toString(),
                invited.secret().value(),
                invited.mailed());
    }

    @DeleteMapping("/api/workspaces/{workspace}/invitations/{invitation}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Caller caller, Membership own, @PathVariable InvitationId invitation) {
        invite.revoke(caller, own, invitation);
    }

    record Brought(@NotBlank @Size(max = LONGEST_TOKEN) String token) {

        @Override
        public String toString() {
            return "Brought[]";
        }
    }

    /** Whoever is signed in and brings the link's token becomes a member. */
    @PostMapping("/api/invitations/accept")
    @Needs(Right.SIGN_IN)
    WorkspaceApi.View accept(@Valid @RequestBody Brought brought) {
        return WorkspaceApi.View.of(accept.accept(SignedIn.current().person(), new RandomSecret(brought.token())));
    }
}
