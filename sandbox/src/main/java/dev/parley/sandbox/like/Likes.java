package dev.parley.sandbox.like;

import dev.parley.sandbox.journal.Event;
import dev.parley.sandbox.journal.Journal;
import dev.parley.sandbox.world.Post;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The likes that accounts asked for. One lock per sender, none across senders. Thread-safe; survives a restart. */
public final class Likes {
    private final Map<Long, Map<Long, Like>> bySender = new ConcurrentHashMap<>();
    private final Map<Long, Set<Long>> likersByPost = new ConcurrentHashMap<>();

    /** Likes, unless this is already so or {@code takesEffect} is false; counts the asking in any case. */
    public void like(long sender, Post post, boolean takesEffect, long now, Journal journal) {
        Map<Long, Like> own = of(sender);
        synchronized (own) {
            Like before = own.getOrDefault(
                    post.pk(), Like.none(sender, post.pk(), post.owner().id()));
            change(own, before, takesEffect && !before.on() ? LikeEffect.LIKED : LikeEffect.NONE, now, journal);
        }
    }

    public void unlike(long sender, Post post, boolean takesEffect, long now, Journal journal) {
        Map<Long, Like> own = of(sender);
        synchronized (own) {
            Like before = own.get(post.pk());
            if (takesEffect && before != null && before.on()) {
                change(own, before, LikeEffect.ENDED, now, journal);
            }
        }
    }

    public boolean likes(long sender, long post) {
        return likersByPost.getOrDefault(post, Set.of()).contains(sender);
    }

    /** Who likes a post, beyond the number that the seed gave it. */
    public Set<Long> likers(long post) {
        return Set.copyOf(likersByPost.getOrDefault(post, Set.of()));
    }

    /** Everything that one sender asked for, or anybody when none is named, oldest first. */
    public List<LikeTruth> truth(@Nullable Long sender, LongFunction<String> usernames) {
        Stream<Long> senders = sender == null ? bySender.keySet().stream() : Stream.of(sender);
        return senders.flatMap(this::asked)
                .sorted(Comparator.comparingLong(Like::at))
                .map(like -> like.truth(usernames))
                .toList();
    }

    public void apply(Event.LikeAsked event) {
        Map<Long, Like> own = of(event.sender());
        synchronized (own) {
            Like before = own.getOrDefault(event.post(), Like.none(event.sender(), event.post(), event.owner()));
            put(own, before.after(LikeEffect.valueOf(event.effect()), event.at()));
        }
    }

    private void change(Map<Long, Like> own, Like before, LikeEffect effect, long now, Journal journal) {
        put(own, before.after(effect, now));
        journal.write(new Event.LikeAsked(before.sender(), before.post(), before.owner(), effect.name(), now));
    }

    private void put(Map<Long, Like> own, Like after) {
        own.put(after.post(), after);
        Set<Long> likers = likersByPost.computeIfAbsent(after.post(), post -> ConcurrentHashMap.newKeySet());
        if (after.on()) {
            likers.add(after.sender());
        } else {
            likers.remove(after.sender());
        }
    }

    private Map<Long, Like> of(long sender) {
        return bySender.computeIfAbsent(sender, id -> new LinkedHashMap<>());
    }

    private Stream<Like> asked(long sender) {
        Map<Long, Like> own = bySender.get(sender);
        if (own == null) {
            return Stream.empty();
        }
        synchronized (own) {
            return List.copyOf(own.values()).stream();
        }
    }
}
