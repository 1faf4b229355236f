package dev.parley.server.workspace;

import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.identity.KnownPeople;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The members of a workspace with their names, the oldest first. */
@Component
public class ListMembers {

    private final Members members;
    private final KnownPeople people;

    ListMembers(Members members, KnownPeople people) {
        this.members = members;
        this.people = people;
    }

    public List<MemberView> of(WorkspaceId workspace) {
        var found = members.of(workspace);
        var known = people.of(found.stream().map(Member::user).toList());
        return found.stream()
                .flatMap(member -> Stream.ofNullable(known.get(member.user()))
                        .map(person -> new MemberView(
                                person.id(), person.username(), member.role(), person.isDisabled(), member.since())))
                .toList();
    }

    MemberView one(WorkspaceId workspace, UserId user) {
        return of(workspace).stream()
                .filter(member -> member.userId().equals(user))
                .findFirst()
                .orElseThrow(() -> new BotException(
                        ErrorCode.USER_NOT_FOUND, "The workspace has no member with the id " + user + "."));
    }
}
