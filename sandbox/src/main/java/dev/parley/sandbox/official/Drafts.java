package dev.parley.sandbox.official;

import dev.parley.sandbox.journal.Event;
import dev.parley.sandbox.journal.Journal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** What accounts want to publish, and what they have published. Thread-safe; survives a restart. */
public final class Drafts {
    /** Published posts come behind all that hashtags list. */
    public static final long FIRST_POST = 3_100_000_000_000_000_000L + (1L << 45);

    private static final long FIRST_ID = 17_889_000_000_000_001L;
    private static final Duration QUOTA_WINDOW = Duration.ofHours(24);

    private final Map<Long, Draft> byId = new ConcurrentSkipListMap<>();
    private final Map<Long, Published> byPost = new ConcurrentSkipListMap<>();

    /** A post of an account's own, and when it appeared, in epoch milliseconds. */
    public record Published(Draft draft, long at) {}

    public synchronized Draft make(
            long account,
            String type,
            String url,
            String caption,
            boolean item,
            List<Long> children,
            long now,
            Journal journal) {
        var event = new Event.DraftMade(
                FIRST_ID + byId.size(), account, type, url, caption, item, Lists.numbers(children), now);
        journal.write(event);
        return apply(event);
    }

    /** The pk of the new post. */
    public synchronized long publish(Draft draft, long now, Journal journal) {
        var event = new Event.DraftPublished(draft.id(), FIRST_POST + byPost.size(), now);
        apply(event);
        journal.write(event);
        return event.post();
    }

    public Optional<Draft> find(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<Published> post(long pk) {
        return Optional.ofNullable(byPost.get(pk));
    }

    /** The newest first; stories are no posts. */
    public List<Published> posts(long account) {
        return byPost.values().stream()
                .filter(post -> post.draft().account() == account)
                .filter(post -> !post.draft().type().equals("STORIES"))
                .sorted(Comparator.comparing((Published post) -> post.draft().post())
                        .reversed())
                .toList();
    }

    /** How much was published in the last 24 hours. */
    public int used(long account, long now) {
        return (int) byPost.values().stream()
                .filter(post -> post.draft().account() == account)
                .filter(post -> now - post.at() < QUOTA_WINDOW.toMillis())
                .count();
    }

    Draft apply(Event.DraftMade event) {
        var draft = new Draft(
                event.id(),
                event.account(),
                event.type(),
                event.url(),
                event.caption(),
                event.item(),
                Lists.numbers(event.children()),
                event.at(),
                0);
        byId.put(draft.id(), draft);
        return draft;
    }

    void apply(Event.DraftPublished event) {
        byId.computeIfPresent(event.id(), (id, draft) -> {
            Draft published = draft.publish(event.post());
            byPost.put(event.post(), new Published(published, event.at()));
            return published;
        });
    }
}
