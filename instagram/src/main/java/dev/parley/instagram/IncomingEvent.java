package dev.parley.instagram;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that Instagram tells of by itself. Events come at least once, in any order, and perhaps hours late: tell repetitions by
 * {@link #key()}, and order by {@link #at()}. People are named by their number alone, as this account sees them.
 */
public sealed interface IncomingEvent {

    /** Whose event it is. */
    PersonId account();

    /** When it happened. */
    Instant at();

    /** What is the same for each delivery of one event, and of no other; at most about 400 characters. */
    String key();

    /** When, and by whom, the time for writing to somebody was opened or prolonged; most events do not. */
    default Optional<Opening> opening() {
        return Optional.empty();
    }

    /** Somebody wrote, or pressed something, at this time. */
    record Opening(PersonId person, Instant at) {}

    /** Somebody wrote to the account. */
    record MessageReceived(PersonId account, PersonId from, Instant at, MessageId message, Received received)
            implements IncomingEvent {

        @Override
        public String key() {
            return "message " + message;
        }

        @Override
        public Optional<Opening> opening() {
            return Optional.of(new Opening(from, at));
        }
    }

    /**
     * The account wrote to somebody, through whatever app.
     *
     * @param toItself whether it wrote to itself
     */
    record MessageSent(
            PersonId account, PersonId to, Instant at, MessageId message, Received received, boolean toItself)
            implements IncomingEvent {

        @Override
        public String key() {
            return "echo " + message;
        }
    }

    /** Whoever wrote a message has unsent it. */
    record MessageDeleted(PersonId account, PersonId person, Instant at, MessageId message) implements IncomingEvent {

        @Override
        public String key() {
            return "deleted " + message;
        }
    }

    /** @param edits how often it was edited so far */
    record MessageEdited(PersonId account, PersonId person, Instant at, MessageId message, String text, int edits)
            implements IncomingEvent {

        @Override
        public String key() {
            return "edited " + edits + " " + message;
        }
    }

    /**
     * @param reaction Instagram's word for it, such as {@code love}; null when it was taken back
     * @param emoji null when it was taken back, or where Instagram gives none
     */
    record Reacted(
            PersonId account,
            PersonId person,
            Instant at,
            MessageId message,
            boolean takenBack,
            @Nullable String reaction,
            @Nullable String emoji)
            implements IncomingEvent {

        @Override
        public String key() {
            return "reaction %s %d %s".formatted(person, at.toEpochMilli(), message);
        }
    }

    /** Somebody has read everything up to a message. */
    record MessageRead(PersonId account, PersonId person, Instant at, MessageId message) implements IncomingEvent {

        @Override
        public String key() {
            return "read " + message;
        }
    }

    /**
     * Somebody pressed a button, a menu entry or a question offered at the beginning.
     *
     * @param message null where Instagram gives no id
     * @param payload what was given for it when it was made
     * @param byItself whether the account pressed its own button
     */
    record Pressed(
            PersonId account,
            PersonId from,
            Instant at,
            @Nullable MessageId message,
            String title,
            String payload,
            boolean byItself)
            implements IncomingEvent {

        @Override
        public String key() {
            return message == null ? "pressed %s %d".formatted(from, at.toEpochMilli()) : "pressed " + message;
        }

        @Override
        public Optional<Opening> opening() {
            return byItself ? Optional.empty() : Optional.of(new Opening(from, at));
        }
    }

    /** Somebody came into the conversation by a link or an advertisement. */
    record Referred(PersonId account, PersonId from, Instant at, Referral referral) implements IncomingEvent {

        @Override
        public String key() {
            return "referral %s %d".formatted(from, at.toEpochMilli());
        }
    }

    /** @param app the other app's id; null where Instagram does not say */
    record HandedOver(
            PersonId account,
            PersonId person,
            Instant at,
            Handover handover,
            @Nullable String app) implements IncomingEvent {

        @Override
        public String key() {
            return "handover %s %s %d".formatted(handover, person, at.toEpochMilli());
        }
    }

    /** Another app controls the conversation; this is only overheard, and not to be answered. */
    record Overheard(IncomingEvent event) implements IncomingEvent {

        @Override
        public PersonId account() {
            return event.account();
        }

        @Override
        public Instant at() {
            return event.at();
        }

        @Override
        public String key() {
            return "overheard " + event.key();
        }

        @Override
        public Optional<Opening> opening() {
            return event.opening();
        }
    }

    /**
     * Somebody commented on one of the account's posts, or mentioned it.
     *
     * @param comment the author, where known; see {@link #byItself()}
     * @param media the post; null where Instagram does not say
     * @param live whether it was written during a live broadcast
     * @param byItself whether the account itself wrote it
     */
    record Commented(
            PersonId account,
            Instant at,
            Comment comment,
            @Nullable MediaId media,
            boolean live,
            boolean byItself) implements IncomingEvent {

        @Override
        public String key() {
            return "comment " + comment.id();
        }
    }

    /**
     * Somebody mentioned the account.
     *
     * @param comment null when it was the post's own text
     */
    record Mentioned(
            PersonId account,
            Instant at,
            MediaId media,
            @Nullable CommentId comment) implements IncomingEvent {

        @Override
        public String key() {
            return "mention %s %s".formatted(media, comment);
        }
    }

    /** @param numbers by Instagram's names; -1 for those below five */
    record StoryEnded(PersonId account, Instant at, MediaId story, Map<String, Integer> numbers)
            implements IncomingEvent {

        public StoryEnded {
            numbers = Map.copyOf(numbers);
        }

        @Override
        public String key() {
            return "story " + story;
        }
    }

    /**
     * Something that this version does not know.
     *
     * @param kind Instagram's word for it, shortened
     * @param key made of its bytes
     */
    record Unknown(PersonId account, Instant at, String kind, String key) implements IncomingEvent {}

    /** What becomes of the control over a conversation. */
    enum Handover {
        PASSED,
        TAKEN,
        REQUESTED
    }

    /**
     * What a message holds.
     *
     * @param quickReply the payload of the answer that was tapped; null if none was
     * @param unsupported Instagram does not show this kind of message to programs
     */
    record Received(
            @Nullable String text,
            List<Attached> attachments,
            @Nullable String quickReply,
            @Nullable Answered answered,
            @Nullable Referral referral,
            boolean unsupported) {

        public Received {
            attachments = List.copyOf(attachments);
        }
    }

    /**
     * @param type Instagram's word for it, such as {@code image} or {@code story_mention}
     * @param address where it can be fetched for a while; null where Instagram gave none
     * @param media the post or reel; null unless it is one
     */
    record Attached(
            String type,
            @Nullable URI address,
            @Nullable String title,
            @Nullable MediaId media) {}

    /** What a message answers. */
    sealed interface Answered {

        record AMessage(MessageId message) implements Answered {}

        record AStory(MediaId story, @Nullable URI address) implements Answered {}
    }

    /**
     * @param ref what was given in the link
     * @param source for example {@code ADS}
     * @param ad the advertisement's id
     */
    record Referral(
            @Nullable String ref,
            @Nullable String source,
            @Nullable String type,
            @Nullable String ad,
            @Nullable String adTitle) {}
}
