package dev.parley.sandbox.comment;

import dev.parley.sandbox.journal.Event;
import dev.parley.sandbox.journal.Journal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Comments that were made through the sandbox, on posts of whomever. Thread-safe; survives a restart. */
public final class Comments {
    private static final long FIRST_ID = 17_900_000_000_000_001L;
    private static final long NO_PARENT = 0;

    private final Consumer<Comment> watcher;
    private final Map<Long, Comment> byId = new ConcurrentSkipListMap<>();
    private long nextId = FIRST_ID;

    /** The watcher is told of each new comment before its author gets an answer; never at a replay. It must be quick. */
    public Comments(Consumer<Comment> watcher) {
        this.watcher = watcher;
    }

    /** An answer to an answer answers the comment above both. */
    public Comment add(
            long post, long owner, @Nullable Comment parent, long author, String text, long now, Journal journal) {
        Comment made;
        synchronized (this) {
            var event = new Event.CommentMade(nextId, post, owner, topOf(parent), author, text, now);
            made = apply(event);
            journal.write(event);
        }
        watcher.accept(made);
        return made;
    }

    public synchronized void hide(Comment comment, boolean hidden, Journal journal) {
        var event = new Event.CommentHidden(comment.id(), hidden);
        apply(event);
        journal.write(event);
    }

    /** Its answers go with it. */
    public synchronized void delete(Comment comment, Journal journal) {
        var event = new Event.CommentDeleted(comment.id());
        apply(event);
        journal.write(event);
    }

    /** A comment that was not deleted. */
    public Optional<Comment> find(long id) {
        return Optional.ofNullable(byId.get(id)).filter(comment -> !comment.deleted());
    }

    /** The comments under a post, answers left out, oldest first. */
    public List<Comment> of(long post) {
        return present()
                .filter(comment -> comment.post() == post && comment.parent() == null)
                .toList();
    }

    /** The answers to a comment, oldest first. */
    public List<Comment> answersTo(Comment comment) {
        return present()
                .filter(answer -> Objects.equals(answer.parent(), comment.id()))
                .toList();
    }

    /** How many comments a post has gained, answers included. */
    public long count(long post) {
        return present().filter(comment -> comment.post() == post).count();
    }

    /** Every comment, deleted ones included, oldest first. */
    public List<CommentTruth> truth(LongFunction<String> usernames) {
        return byId.values().stream().map(comment -> truth(comment, usernames)).toList();
    }

    public synchronized Comment apply(Event.CommentMade event) {
        var comment = new Comment(
                event.id(),
                event.post(),
                event.owner(),
                event.parent() == NO_PARENT ? null : event.parent(),
                event.author(),
                event.text(),
                false,
                false,
                event.at());
        byId.put(comment.id(), comment);
        nextId = comment.id() + 1;
        return comment;
    }

    public void apply(Event.CommentHidden event) {
        change(event.id(), comment -> comment.hide(event.hidden()));
    }

    public void apply(Event.CommentDeleted event) {
        byId.values().stream()
                .filter(comment -> comment.id() == event.id() || Objects.equals(comment.parent(), event.id()))
                .map(Comment::id)
                .forEach(id -> change(id, Comment::delete));
    }

    private void change(long id, UnaryOperator<Comment> change) {
        byId.computeIfPresent(id, (same, comment) -> change.apply(comment));
    }

    private Stream<Comment> present() {
        return byId.values().stream().filter(comment -> !comment.deleted());
    }

    private static long topOf(@Nullable Comment parent) {
        if (parent == null) {
            return NO_PARENT;
        }
        Long above = parent.parent();
        return above == null ? parent.id() : above;
    }

    private static CommentTruth truth(Comment comment, LongFunction<String> usernames) {
        Long parent = comment.parent();
        return new CommentTruth(
                Long.toString(comment.id()),
                comment.post() + "_" + comment.owner(),
                parent == null ? null : Long.toString(parent),
                usernames.apply(comment.author()),
                comment.text(),
                comment.hidden(),
                comment.deleted(),
                Instant.ofEpochMilli(comment.at()));
    }
}
