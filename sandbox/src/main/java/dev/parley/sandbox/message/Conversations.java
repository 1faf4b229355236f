package dev.parley.sandbox.message;

import dev.parley.sandbox.journal.Event;
import dev.parley.sandbox.journal.Journal;
import dev.parley.sandbox.world.Person;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All conversations. A message that its sender names with a token arrives once, whatever is sent with that token later. Whoever is
 * neither followed nor has been answered asks first: the conversation waits among the recipient's requests. Thread-safe; survives a
 * restart.
 */
public final class Conversations {
    private final Trust trust;
    private final MessageWatcher watcher;
    private final MessageIds ids = new MessageIds();
    private final Map<Long, Sendings> bySender = new ConcurrentHashMap<>();
    private final Map<ThreadId, Correspondence> threads = new ConcurrentHashMap<>();
    private final Map<Long, Set<ThreadId>> byPerson = new ConcurrentHashMap<>();

    public Conversations(Trust trust, MessageWatcher watcher) {
        this.trust = trust;
        this.watcher = watcher;
    }

    /** Sends, unless it has arrived already, the recipient refuses, or {@code takesEffect} is false; counts the asking in any case. */
    public Delivery send(
            long sender, Person recipient, Body body, String token, boolean takesEffect, long now, Journal journal) {
        boolean refused = refuses(recipient, sender);
        Sendings own = of(sender);
        Sending before;
        Sending after;
        synchronized (own) {
            Sending known = own.withToken(token);
            before = known != null
                    ? known
                    : Sending.of(new Message(ids.next(now), sender, recipient.id(), body, token, now));
            after = ask(own, before, takesEffect && !refused, now, journal);
        }
        if (after.arrived() && !before.arrived()) {
            watcher.arrived(after.message());
        }
        return refused ? new Delivery.Refused() : new Delivery.Accepted(after.message());
    }

    /** Whether somebody takes no messages from this sender. */
    public boolean refuses(Person recipient, long sender) {
        return !recipient.takesMessages()
                && !trust.trusts(recipient.id(), sender)
                && !hasWritten(recipient.id(), ThreadId.between(recipient.id(), sender));
    }

    /** The inbox or the requests of one person, with at most so many messages each; the one with the newest message first. */
    public List<Conversation> of(long viewer, boolean requests, int mostMessages) {
        return byPerson.getOrDefault(viewer, Set.of()).stream()
                .flatMap(id -> find(id, viewer, mostMessages).stream())
                .filter(conversation -> conversation.request() == requests)
                .sorted(Comparator.comparing((Conversation conversation) ->
                                conversation.last().id())
                        .reversed())
                .toList();
    }

    /** Nothing when the viewer is not in it, or sees no message. */
    public Optional<Conversation> find(ThreadId id, long viewer, int mostMessages) {
        Correspondence thread = threads.get(id);
        return thread == null || !id.includes(viewer)
                ? Optional.empty()
                : thread.seenBy(viewer, trust.trusts(viewer, id.other(viewer)), mostMessages);
    }

    /** Its sender says something else with a message that has arrived; nothing happens when there is no such message. */
    public void edit(long sender, String id, String text, Journal journal) {
        change(new Event.MessageEdited(sender, id, text), sender, id, this::apply, journal);
    }

    /** Its sender takes a message back; it stays in the truth. Nothing happens when there is no such message. */
    public void unsend(long sender, String id, Journal journal) {
        change(new Event.MessageUnsent(sender, id), sender, id, this::apply, journal);
    }

    private <E extends Event> void change(E event, long sender, String id, Consumer<E> apply, Journal journal) {
        Sending known = of(sender).withId(id);
        if (known != null && known.arrived()) {
            apply.accept(event);
            journal.write(event);
        }
    }

    public void answer(ThreadId id, long viewer, Standing standing, long now, Journal journal) {
        var event = new Event.ThreadAnswered(viewer, id.other(viewer), standing.name(), now);
        apply(event);
        journal.write(event);
    }

    /** The viewer has read everything up to this message; nothing happens when there is no such message. */
    public void read(ThreadId id, long viewer, String upTo, long now, Journal journal) {
        Correspondence thread = threads.get(id);
        if (thread == null) {
            return;
        }
        thread.find(upTo).ifPresent(message -> {
            var event = new Event.ThreadRead(viewer, id.other(viewer), upTo, now);
            apply(event);
            journal.write(event);
            watcher.read(viewer, message);
        });
    }

    /** Messages between these two, each null for anybody, oldest first. */
    public List<MessageTruth> truth(@Nullable Long sender, @Nullable Long recipient, LongFunction<String> usernames) {
        Stream<Long> senders = sender == null ? bySender.keySet().stream() : Stream.of(sender);
        return senders.flatMap(id -> of(id).all().stream())
                .filter(sending -> recipient == null || sending.message().recipient() == recipient)
                .sorted(Comparator.comparing(sending -> sending.message().id()))
                .map(sending -> sending.truth(usernames))
                .toList();
    }

    public void apply(Event.MessageAsked event) {
        ids.used(event.id());
        Sendings own = of(event.sender());
        synchronized (own) {
            Sending known = own.withId(event.id());
            put(own, known == null ? Sending.of(message(event)) : known, event.takesEffect(), event.at());
        }
    }

    public void apply(Event.MessageEdited event) {
        Sendings own = of(event.sender());
        synchronized (own) {
            Sending before = own.withId(event.id());
            if (before != null) {
                Sending after = before.saying(Body.text(event.text()));
                own.put(after);
                thread(after.message().thread()).edit(after.message());
            }
        }
    }

    public void apply(Event.MessageUnsent event) {
        Sending sending = of(event.sender()).withId(event.id());
        if (sending != null) {
            thread(sending.message().thread()).unsend(event.id());
        }
    }

    public void apply(Event.ThreadAnswered event) {
        thread(ThreadId.between(event.viewer(), event.other()))
                .answer(event.viewer(), Standing.valueOf(event.standing()));
    }

    public void apply(Event.ThreadRead event) {
        thread(ThreadId.between(event.viewer(), event.other())).read(event.viewer(), event.message());
    }

    private Sending ask(Sendings own, Sending before, boolean takesEffect, long now, Journal journal) {
        Sending after = put(own, before, takesEffect, now);
        Message message = before.message();
        journal.write(new Event.MessageAsked(
                message.id(),
                message.sender(),
                message.recipient(),
                message.body().kind().name(),
                message.body().text(),
                message.body().detail(),
                message.token(),
                takesEffect,
                now));
        return after;
    }

    private Sending put(Sendings own, Sending before, boolean takesEffect, long now) {
        Sending after = before.after(takesEffect, now);
        own.put(after);
        if (after.arrived() && !before.arrived()) {
            thread(after.message().thread()).add(after.message());
        }
        return after;
    }

    private boolean hasWritten(long person, ThreadId id) {
        Correspondence thread = threads.get(id);
        return thread != null && thread.hasWritten(person);
    }

    private static Message message(Event.MessageAsked event) {
        var body = new Body(Body.Kind.valueOf(event.kind()), event.text(), event.detail());
        return new Message(event.id(), event.sender(), event.recipient(), body, event.token(), event.at());
    }

    private Sendings of(long sender) {
        return bySender.computeIfAbsent(sender, id -> new Sendings());
    }

    private Correspondence thread(ThreadId id) {
        return threads.computeIfAbsent(id, this::begin);
    }

    private Correspondence begin(ThreadId id) {
        for (long person : List.of(id.lower(), id.higher())) {
            byPerson.computeIfAbsent(person, any -> ConcurrentHashMap.newKeySet())
                    .add(id);
        }
        return new Correspondence(id);
    }
}
