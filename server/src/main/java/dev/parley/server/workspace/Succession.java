package dev.parley.server.workspace;

import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.identity.KnownPeople;
import dev.parley.server.identity.Person;
import dev.parley.server.identity.PersonLeaves;
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
 * shared stays: where no owner is left, whoever has the highest role becomes one, the longest-serving first.
 */
@Component
class Succession {

    private final Workspaces workspaces;
    private final Members members;
    private final KnownPeople people;
    private final WorkspaceNotes notes;
    private final ApplicationEventPublisher events;

    Succession(
            Workspaces workspaces,
            Members members,
            KnownPeople people,
            WorkspaceNotes notes,
            ApplicationEventPublisher events) {
        this.workspaces = workspaces;
        this.members = members;
        this.people = people;
        this.notes = notes;
        this.events = events;
    }

    @EventListener
    void settle(PersonLeaves leaving) {
        workspaces.of(leaving.user()).stream()
                .filter(membership -> !membership.personal())
                .forEach(membership -> leave(membership.id(), leaving));
    }

    private void leave(WorkspaceId workspace, PersonLeaves leaving) {
        var others = others(workspace, leaving.user());
        if (others.isEmpty()) {
            workspaces.remove(workspace);
            return;
        }
        members.remove(workspace, leaving.user());
        var heir = others.getFirst();
        var heirName = Objects.requireNonNull(people.of(List.of(heir.user())).get(heir.user()))
                .username();
        if (!heir.isOwner()) {
            members.change(workspace, heir.user(), WorkspaceRole.OWNER);
            notes.write(new Note(
                    workspace,
                    leaving.user(),
                    leaving.username(),
                    "inherit-workspace",
                    heirName,
                    heir.role().stored(),
                    WorkspaceRole.OWNER.stored()));
        }
        events.publishEvent(new MemberGone(workspace, leaving.user(), heir.user(), heirName));
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
