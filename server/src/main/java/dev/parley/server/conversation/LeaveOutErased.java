package dev.parley.server.conversation;

import static java.util.stream.Collectors.toSet;

import dev.parley.instagram.Conversation;
import dev.parley.instagram.Message;
import dev.parley.instagram.Person;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.ThreadId;
import dev.parley.server.contact.ErasedPeople;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Of whoever was erased nothing comes back that was said before, and nothing at all until they write anew. Joins the caller's transaction. */
@Component
class LeaveOutErased {

    private final ErasedPeople erasedPeople;

    LeaveOutErased(ErasedPeople erasedPeople) {
        this.erasedPeople = erasedPeople;
    }

    /** Those of the conversations that need not be looked into: they are with somebody who was erased, and rest since. */
    Set<ThreadId> resting(Collection<Conversation> conversations) {
        var erased = erasedPeople.among(people(conversations.stream()));
        return conversations.stream()
                .filter(conversation -> conversation.people().size() == 1)
                .filter(conversation -> rests(
                        conversation,
                        erased.get(conversation.people().getFirst().id())))
                .map(Conversation::id)
                .collect(toSet());
    }

    private static boolean rests(Conversation conversation, @Nullable Instant erasedAt) {
        var lastAt = conversation.lastActivity();
        if (erasedAt == null) {
            return false;
        }
        return lastAt == null
                ? !conversation.latest().isEmpty()
                        && conversation.latest().stream().allMatch(message -> isBefore(erasedAt, message, conversation))
                : !lastAt.isAfter(erasedAt);
    }

    List<Heard> from(List<Heard> heard) {
        var erased = erasedPeople.among(people(heard.stream().map(Heard::conversation)));
        return erased.isEmpty()
                ? heard
                : heard.stream().flatMap(one -> left(one, erased)).toList();
    }

    /** Whether it was said by somebody, or to them, before they were erased. */
    boolean isForgotten(Person person, Instant at) {
        var erasedAt = erasedPeople.among(List.of(person)).get(person.id());
        return erasedAt != null && !at.isAfter(erasedAt);
    }

    private static Stream<Heard> left(Heard heard, Map<PersonId, Instant> erased) {
        var conversation = heard.conversation();
        var people = conversation.people().stream()
                .filter(person -> isThere(person.id(), heard, erased))
                .toList();
        if (people.isEmpty() && !conversation.people().isEmpty()) {
            return Stream.empty();
        }
        var alone =
                conversation.people().size() == 1 ? erased.get(people.getFirst().id()) : null;
        var messages = heard.messages().stream()
                .filter(message -> {
                    var sender = message.sender();
                    var erasedAt = alone != null || sender == null ? alone : erased.get(sender);
                    return erasedAt == null || !isBefore(erasedAt, message, conversation);
                })
                .toList();
        return Stream.of(new Heard(
                new Conversation(
                        conversation.id(),
                        people,
                        conversation.request(),
                        conversation.unread(),
                        conversation.lastActivity(),
                        conversation.latest()),
                messages));
    }

    private static boolean isThere(PersonId person, Heard heard, Map<PersonId, Instant> erased) {
        var erasedAt = erased.get(person);
        return erasedAt == null
                || heard.messages().stream()
                        .filter(message -> person.equals(message.sender()))
                        .anyMatch(message -> !isBefore(erasedAt, message, heard.conversation()));
    }

    /** Where it is not told when something was said, the newest was said when something last happened; the others may be old. */
    private static boolean isBefore(Instant erasedAt, Message message, Conversation conversation) {
        var isNewest = conversation.latest().stream()
                .findFirst()
                .filter(newest -> newest.id().equals(message.id()))
                .isPresent();
        var at = message.at() == null && isNewest ? conversation.lastActivity() : message.at();
        return at == null || !at.isAfter(erasedAt);
    }

    private static List<Person> people(Stream<Conversation> conversations) {
        return conversations
                .flatMap(conversation -> conversation.people().stream())
                .distinct()
                .toList();
    }
}
