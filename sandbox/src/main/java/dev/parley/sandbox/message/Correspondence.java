package dev.parley.sandbox.message;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The messages between two, and how each of them stands to it. Thread-safe. */
final class Correspondence {
    private final ThreadId id;
    private final List<Message> messages = new ArrayList<>();
    private final Map<Long, Side> sides = new HashMap<>();

    Correspondence(ThreadId id) {
        this.id = id;
    }

    synchronized void add(Message message) {
        messages.add(message);
        sides.put(message.sender(), side(message.sender()).writing(message.id()));
    }

    synchronized void edit(Message edited) {
        messages.replaceAll(message -> message.id().equals(edited.id()) ? edited : message);
    }

    synchronized void unsend(String message) {
        messages.removeIf(each -> each.id().equals(message));
    }

    synchronized void answer(long viewer, Standing standing) {
        sides.put(viewer, side(viewer).answering(standing, messages.size()));
    }

    /** Reading goes only forward. */
    synchronized void read(long viewer, String upTo) {
        String before = side(viewer).readUpTo();
        if (before == null || upTo.compareTo(before) > 0) {
            sides.put(viewer, side(viewer).reading(upTo));
        }
    }

    synchronized boolean hasWritten(long person) {
        return side(person).wrote();
    }

    synchronized Optional<Message> find(String message) {
        return messages.stream().filter(each -> each.id().equals(message)).findFirst();
    }

    /** As one of the two sees it; nothing when there is no message for this side. */
    synchronized Optional<Conversation> seenBy(long viewer, boolean trusted, int mostMessages) {
        Side own = side(viewer);
        List<Message> visible = messages.subList(own.gone(), messages.size());
        if (visible.isEmpty()) {
            return Optional.empty();
        }
        long other = id.other(viewer);
        return Optional.of(new Conversation(
                id,
                other,
                !trusted && !own.wrote() && !own.accepted(),
                visible.reversed().stream().limit(mostMessages).toList(),
                unread(viewer, own, visible),
                own.readUpTo(),
                side(other).readUpTo()));
    }

    private static int unread(long viewer, Side own, List<Message> visible) {
        String upTo = own.readUpTo();
        return (int) visible.reversed().stream()
                .takeWhile(message -> upTo == null || message.id().compareTo(upTo) > 0)
                .filter(message -> message.sender() != viewer)
                .count();
    }

    private Side side(long person) {
        return sides.getOrDefault(person, Side.NEW);
    }
}
