package dev.parley.server.workspace;

import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.identity.KnownPeople;
import dev.parley.server.identity.Person;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.workspace.WorkspaceNotes.Note;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Gives members other roles, and lets them go; an owner who can sign in always stays. */
@Component
class ChangeMembers {

    private final Members members;
    private final Workspaces workspaces;
    private final KnownPeople people;
    private final WorkspaceNotes notes;
    private final Tenancy tenancy;
    private final ApplicationEventPublisher events;

    ChangeMembers(
            Members members,
            Workspaces workspaces,
            KnownPeople people,
            WorkspaceNotes notes,
            Tenancy tenancy,
            ApplicationEventPublisher events) {
        this.members = members;
        this.workspaces = workspaces;
        this.people = people;
        this.notes = notes;
        this.tenancy = tenancy;
        this.events = events;
    }

    void changeRole(Caller caller, UserId user, WorkspaceRole role) {
        tenancy.unbound(() -> {
            var workspace = caller.workspace();
            var before = member(workspace, user);
            if (role != WorkspaceRole.OWNER) {
                requireAnotherOwner(workspace, before);
            }
            members.change(workspace, user, role);
            notes.write(Note.by(caller, "change-role", name(user), before.role().stored(), role.stored()));
            return role;
        });
    }

    /** The caller themselves too: that is leaving. */
    void remove(Caller caller, UserId user) {
        tenancy.unbound(() -> {
            var workspace = caller.workspace();
            var gone = member(workspace, user);
            var heir = requireAnotherOwner(workspace, gone);
            members.remove(workspace, user);
            var action = caller.user().equals(user) ? "leave-workspace" : "remove-member";
            notes.write(Note.by(caller, action, name(user), gone.role().stored(), null));
            tenancy.run(
                    workspace, () -> events.publishEvent(new MemberGone(workspace, user, heir.id(), heir.username())));
            return heir;
        });
    }

    private Member member(WorkspaceId workspace, UserId user) {
        return members.of(workspace).stream()
                .filter(is(user))
                .findFirst()
                .orElseThrow(() -> new BotException(
                        ErrorCode.USER_NOT_FOUND, "The workspace has no member with the id " + user + "."));
    }

    private Person requireAnotherOwner(WorkspaceId workspace, Member member) {
        if (workspaces.isPersonalOf(member.user(), workspace)) {
            throw new BotException(
                    ErrorCode.PERSONAL_WORKSPACE, "It is %s's own workspace.".formatted(name(member.user())));
        }
        return otherOwner(workspace, member.user())
                .orElseThrow(() ->
                        new BotException(ErrorCode.LAST_OWNER, "%s is the last owner.".formatted(name(member.user()))));
    }

    private Optional<Person> otherOwner(WorkspaceId workspace, UserId without) {
        var owners = members.holding(workspace).stream()
                .filter(Member::isOwner)
                .filter(is(without).negate())
                .map(Member::user)
                .toList();
        var known = people.of(owners);
        return owners.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .filter(person -> !person.isDisabled())
                .findFirst();
    }

    private static Predicate<Member> is(UserId user) {
        return member -> member.user().equals(user);
    }

    private String name(UserId user) {
        return Objects.requireNonNull(people.of(List.of(user)).get(user)).username();
    }
}
