package dev.parley.server.alerts;

import dev.parley.server.alerts.TellAlerts.Ruled;
import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.identity.KnownPeople;
import dev.parley.server.identity.Person;
import dev.parley.server.letters.Letters;
import dev.parley.server.letters.Reader;
import dev.parley.server.mail.Mail;
import dev.parley.server.mail.Outbox;
import dev.parley.server.workspace.ListMembers;
import dev.parley.server.workspace.MemberView;
import dev.parley.server.workspace.WorkspaceRole;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Mails members of the workspace what they are to be told. */
@Component
class TellPeople {

    private final ListMembers members;
    private final KnownPeople people;
    private final Letters letters;
    private final Outbox outbox;

    TellPeople(ListMembers members, KnownPeople people, Letters letters, Outbox outbox) {
        this.members = members;
        this.people = people;
        this.letters = letters;
        this.outbox = outbox;
    }

    void tell(WorkspaceId workspace, List<Ruled> told) {
        if (!outbox.isOpen()) {
            return;
        }
        var team = members.of(workspace).stream()
                .filter(member -> !member.disabled())
                .toList();
        var known = people.of(team.stream().map(MemberView::userId).toList());
        outbox.put(told.stream().flatMap(one -> mails(one, team, known)).toList());
    }

    private Stream<Mail> mails(Ruled told, List<MemberView> team, Map<UserId, Person> known) {
        var letter = letter(told);
        return team.stream()
                .filter(member -> isTold(member, told.rule()))
                .flatMap(member -> Stream.ofNullable(known.get(member.userId())))
                .map(person -> letters.alert(new Reader(person.username(), person.email()), letter));
    }

    private static boolean isTold(MemberView member, Rule rule) {
        return rule.mails(member.userId()) || (rule.mailOwners() && member.role() == WorkspaceRole.OWNER);
    }

    private static Letters.Alert letter(Ruled told) {
        var alert = told.alert();
        return new Letters.Alert(
                alert.event().words(),
                alert.account(),
                alert.code(),
                alert.repeats(),
                alert.path(),
                told.rule().name());
    }
}
