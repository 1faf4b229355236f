package dev.parley.server.conversation;

import static java.util.stream.Collectors.groupingBy;

import dev.parley.instagram.Person;
import dev.parley.instagram.ThreadId;
import dev.parley.instagram.graph.GraphDriver;
import dev.parley.server.account.Account;
import dev.parley.server.activity.Activity;
import dev.parley.server.activity.ActivityLog;
import dev.parley.server.activity.Status;
import dev.parley.server.contact.Contacts;
import dev.parley.server.contact.OptOut;
import dev.parley.server.conversation.HeardMessages.Arrived;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Stores what was heard, and tells who wants to know. Joins the caller's transaction. */
@Component
class KeepNews {

    static final String RECEIVED = "message-received";

    private final HeardConversations conversations;
    private final HeardMessages messages;
    private final Contacts contacts;
    private final OptOut optOut;
    private final LeaveOutErased leaveOutErased;
    private final ActivityLog log;

    KeepNews(
            HeardConversations conversations,
            HeardMessages messages,
            Contacts contacts,
            OptOut optOut,
            LeaveOutErased leaveOutErased,
            ActivityLog log) {
        this.conversations = conversations;
        this.messages = messages;
        this.contacts = contacts;
        this.optOut = optOut;
        this.leaveOutErased = leaveOutErased;
        this.log = log;
    }

    /** Somebody has written to the account, as Instagram told by itself. */
    void heard(Account account, Heard heard, Arrived message) {
        var person = heard.conversation().people().getFirst();
        if (message.own()) {
            contacts.written(account.id(), person, message.at());
            return;
        }
        contacts.wrote(account.id(), person, message.at());
        tell(account, message, List.of(heard));
    }

    /** @param isNews whether what is not known yet was said lately: it is not, where an inbox is read for the first time */
    void keep(Account account, List<Heard> allHeard, boolean isNews) {
        var heard = leaveOutErased.from(allHeard);
        if (heard.isEmpty()) {
            return;
        }
        var ids = conversations.keep(account, heard);
        var arrived = messages.add(account.id(), ids, heard);
        if (!account.driver().equals(GraphDriver.NAME)) {
            heard.forEach(one -> messages.unsend(
                    Objects.requireNonNull(ids.get(one.conversation().id())), one.messages()));
        }
        var people = heard.stream()
                .flatMap(one -> one.conversation().people().stream())
                .collect(Collectors.toMap(Person::id, Function.identity(), (first, again) -> first));
        arrived.stream()
                .filter(message -> !message.own() && message.sender() != null)
                .collect(groupingBy(message -> Objects.requireNonNull(message.sender())))
                .forEach((sender, said) -> {
                    var person = people.get(sender);
                    if (person != null) {
                        contacts.wrote(account.id(), person, newest(said));
                    }
                });
        written(account, heard, arrived);
        if (isNews) {
            arrived.stream().filter(message -> !message.own()).forEach(message -> tell(account, message, heard));
        }
    }

    /** What the account's owner wrote by themselves counts as well. */
    private void written(Account account, List<Heard> heard, List<Arrived> arrived) {
        Map<ThreadId, List<Arrived>> own = arrived.stream().filter(Arrived::own).collect(groupingBy(Arrived::thread));
        heard.stream().map(Heard::conversation).forEach(conversation -> {
            var messages = own.get(conversation.id());
            if (messages != null && conversation.people().size() == 1) {
                contacts.written(account.id(), conversation.people().getFirst(), newest(messages));
            }
        });
    }

    private void tell(Account account, Arrived message, List<Heard> heard) {
        var from = heard.stream()
                .flatMap(one -> one.conversation().people().stream())
                .filter(person -> person.id().equals(message.sender()))
                .findFirst()
                .orElse(null);
        log.record(Activity.of(RECEIVED, Status.INFO)
                .in(account.workspace())
                .on(account.id(), account.username())
                .about(from == null ? null : from.username())
                .with("conversation_id", message.conversation().toString())
                .with("message_id", message.message().toString())
                .build());
        if (from != null) {
            optOut.hear(account, from, message.text());
        }
    }

    private static Instant newest(List<Arrived> messages) {
        return messages.stream().map(Arrived::at).max(Comparator.naturalOrder()).orElseThrow();
    }
}
