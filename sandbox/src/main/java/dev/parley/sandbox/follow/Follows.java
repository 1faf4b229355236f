package dev.parley.sandbox.follow;

import dev.parley.sandbox.journal.Event;
import dev.parley.sandbox.journal.Journal;
import dev.parley.sandbox.world.Person;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The follows that accounts asked for. One lock per sender, none across senders. Thread-safe; survives a restart. */
public final class Follows {
    private final Map<Long, Map<Long, Follow>> bySender = new ConcurrentHashMap<>();
    private final Map<Long, LongAdder> gainedFollowers = new ConcurrentHashMap<>();

    /** Follows, unless this is already so or {@code takesEffect} is false; counts the asking in any case. */
    public Friendship follow(long sender, Person target, boolean takesEffect, long now, Journal journal) {
        Map<Long, Follow> own = of(sender);
        synchronized (own) {
            Follow before = own.getOrDefault(target.id(), Follow.none(sender, target.id()));
            change(own, before, followEffect(before, target, takesEffect), now, journal);
        }
        return friendship(sender, target);
    }

    public Friendship unfollow(long sender, Person target, boolean takesEffect, long now, Journal journal) {
        Map<Long, Follow> own = of(sender);
        synchronized (own) {
            Follow before = own.get(target.id());
            if (takesEffect && before != null && before.isOn()) {
                change(own, before, FollowEffect.ENDED, now, journal);
            }
        }
        // Outside the lock: it looks at both sides, and two people may follow each other at once.
        return friendship(sender, target);
    }

    public Friendship friendship(long viewer, Person target) {
        Follow follow = find(viewer, target.id());
        Follow back = find(target.id(), viewer);
        return new Friendship(
                follow != null && follow.following(),
                follow != null && follow.requested(),
                back != null && back.following(),
                target.isPrivate());
    }

    public boolean follows(long sender, long target) {
        Follow follow = find(sender, target);
        return follow != null && follow.following();
    }

    /** Who follows this person beyond the seeded followers. */
    public List<Long> followers(long person) {
        return bySender.keySet().stream()
                .filter(sender -> follows(sender, person))
                .sorted()
                .toList();
    }

    /** Whom this sender follows, the first asked for first. */
    public List<Long> following(long sender) {
        return asked(sender).filter(Follow::following).map(Follow::target).toList();
    }

    /** Followers of this person beyond the seeded ones. */
    public long gainedFollowers(long person) {
        LongAdder gained = gainedFollowers.get(person);
        return gained == null ? 0 : gained.sum();
    }

    public long followingCount(long sender) {
        return asked(sender).filter(Follow::following).count();
    }

    /** Everything that one sender asked for, or anybody when none is named, oldest first. */
    public List<FollowTruth> truth(@Nullable Long sender, LongFunction<String> usernames) {
        Stream<Long> senders = sender == null ? bySender.keySet().stream() : Stream.of(sender);
        return senders.flatMap(this::asked)
                .sorted(Comparator.comparingLong(Follow::at))
                .map(follow -> follow.truth(usernames))
                .toList();
    }

    public void apply(Event.FollowAsked event) {
        Map<Long, Follow> own = of(event.sender());
        synchronized (own) {
            put(
                    own,
                    own.getOrDefault(event.target(), Follow.none(event.sender(), event.target())),
                    FollowEffect.valueOf(event.effect()),
                    event.at());
        }
    }

    private static FollowEffect followEffect(Follow before, Person target, boolean takesEffect) {
        if (!takesEffect || before.isOn()) {
            return FollowEffect.NONE;
        }
        return target.isPrivate() ? FollowEffect.REQUESTED : FollowEffect.FOLLOWED;
    }

    private void change(Map<Long, Follow> own, Follow before, FollowEffect effect, long now, Journal journal) {
        put(own, before, effect, now);
        journal.write(new Event.FollowAsked(before.sender(), before.target(), effect.name(), now));
    }

    private void put(Map<Long, Follow> own, Follow before, FollowEffect effect, long now) {
        Follow after = before.after(effect, now);
        own.put(after.target(), after);
        int gained = Boolean.compare(after.following(), before.following());
        if (gained != 0) {
            gainedFollowers
                    .computeIfAbsent(after.target(), id -> new LongAdder())
                    .add(gained);
        }
    }

    private Map<Long, Follow> of(long sender) {
        return bySender.computeIfAbsent(sender, id -> new LinkedHashMap<>());
    }

    private Stream<Follow> asked(long sender) {
        Map<Long, Follow> own = bySender.get(sender);
        if (own == null) {
            return Stream.empty();
        }
        synchronized (own) {
            return List.copyOf(own.values()).stream();
        }
    }

    private @Nullable Follow find(long sender, long target) {
        Map<Long, Follow> own = bySender.get(sender);
        if (own == null) {
            return null;
        }
        synchronized (own) {
            return own.get(target);
        }
    }
}
