package dev.parley.server.workspace;

import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.identity.KnownPeople;
import dev.parley.server.identity.Person;
import dev.parley.server.identity.PersonChanged;
import dev.parley.server.identity.PersonLeaves;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.workspace.WorkspaceNotes.Note;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * When somebody is removed from the instance, their own workspace goes with them, and so does what nobody else belongs to. What they
 * shared stays: where no owner is left who can sign in, whoever has the highest role becomes one, the longest-serving first. So it is when
 * somebody is disabled.
 */
@Component
class Succession {

    private final Workspaces workspaces;
    private final Members members;
    private final KnownPeople people;
    private final RemoveWorkspace removal;
    private final WorkspaceNotes notes;
    private final Tenancy tenancy;
    private final ApplicationEventPublisher events;

    Succession(
            Workspaces workspaces,
            Members members,
            KnownPeople people,
            RemoveWorkspace removal,
            WorkspaceNotes notes,
            Tenancy tenancy,
            ApplicationEventPublisher events) {
        this.workspaces = workspaces;
        this.members = members;
        this.people = people;
        this.removal = removal;
        this.notes = notes;
        this.tenancy = tenancy;
        this.events = events;
    }

    @EventListener
    void settle(PersonLeaves leaving) {
        for (var membership : workspaces.of(leaving.user())) {
            var others = others(membership.id(), leaving.user());
            if (membership.personal() || others.isEmpty()) {
                removal.remove(membership.id());
            } else {
                leave(membership.id(), leaving, others.getFirst());
            }
        }
    }

    /** Whoever cannot sign in stays an owner, but somebody else becomes one too. */
    @EventListener
    void settle(PersonChanged changed) {
        var person = changed.after();
        if (!person.isDisabled() || changed.before().isDisabled()) {
            return;
        }
        workspaces.of(person.id()).stream()
                .filter(membership -> !membership.personal() && membership.role() == WorkspaceRole.OWNER)
                .forEach(membership -> others(membership.id(), person.id()).stream()
                        .findFirst()
                        .filter(heir -> canSignIn(heir.user()))
                        .ifPresent(heir -> inherit(membership.id(), heir, person.id(), person.username())));
    }

    private boolean canSignIn(UserId user) {
        return !isDisabled(people.of(List.of(user)).get(user));
    }

    private void leave(WorkspaceId workspace, PersonLeaves leaving, Member heir) {
        members.remove(workspace, leaving.user());
        var heirName = inherit(workspace, heir, leaving.user(), leaving.username());
        tenancy.run(
                workspace, () -> events.publishEvent(new MemberGone(workspace, leaving.user(), heir.user(), heirName)));
    }

    private String inherit(WorkspaceId workspace, Member heir, UserId from, String fromName) {
        var heirName = Objects.requireNonNull(people.of(List.of(heir.user())).get(heir.user()))
                .username();
        if (!heir.isOwner()) {
            members.change(workspace, heir.user(), WorkspaceRole.OWNER);
            notes.write(new Note(
                    workspace,
                    from,
                    fromName,
                    "inherit-workspace",
                    heirName,
                    heir.role().stored(),
                    WorkspaceRole.OWNER.stored()));
        }
        return heirName;
    }

    private List<Member> others(WorkspaceId workspace, UserId leaving) {
        var others = members.holding(workspace).stream()
                .filter(member -> !member.user().equals(leaving))
                .toList();
        var known = people.of(others.stream().map(Member::user).toList());
        return others.stream()
                .sorted(Comparator.<Member, Boolean>comparing(member -> isDisabled(known.get(member.user())))
                        .thenComparing(Member::role, Comparator.reverseOrder())
                        .thenComparing(Member::since))
                .toList();
    }

    private static boolean isDisabled(@Nullable Person person) {
        return person == null || person.isDisabled();
    }
}
