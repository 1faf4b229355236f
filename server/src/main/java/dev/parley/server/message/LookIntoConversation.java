package dev.parley.server.message;

import dev.parley.instagram.Conversation;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.Message.Body;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.Page;
import dev.parley.instagram.ThreadId;
import dev.parley.server.bot.Looked;
import dev.parley.server.message.Messages.Arrival;
import dev.parley.server.tenancy.Tenancy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds out whether a message has arrived: the conversation shows it, by its token where the driver gives tokens, else by its text and time.
 * Talks to Instagram; outside of any transaction.
 */
@Component
class LookIntoConversation {

    private static final int MOST_PAGES = 10;

    /** How far Instagram's clock may be behind. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final Tenancy tenancy;
    private final Messages messages;

    LookIntoConversation(Tenancy tenancy, Messages messages) {
        this.tenancy = tenancy;
        this.messages = messages;
    }

    Looked<Delivered> look(Message message, Instagram instagram) {
        var arrivals = tenancy.in(message.sender().workspace(), () -> messages.arrivals(message));
        return new Search(message, instagram, arrivals).look();
    }

    private static final class Search {

        private final Message message;
        private final Instagram instagram;
        private final List<Arrival> arrivals;
        private final Instant since;

        Search(Message message, Instagram instagram, List<Arrival> arrivals) {
            this.message = message;
            this.instagram = instagram;
            this.arrivals = arrivals;
            this.since = beginning(message).minus(SKEW);
        }

        private static Instant beginning(Message message) {
            var sendAt = message.times().sendAt();
            return sendAt == null ? message.times().createdAt() : sendAt;
        }

        Looked<Delivered> look() {
            var thread = message.recipient().thread();
            return thread == null ? findConversation() : lookInto(thread);
        }

        /** Whatever was sent lately, is in a conversation of which something was heard lately. */
        private Looked<Delivered> findConversation() {
            return paging(
                    instagram::inbox,
                    page -> page.items().stream().filter(this::isWithRecipient).findFirst(),
                    page -> page.items().stream()
                            .map(Conversation::lastActivity)
                            .filter(Objects::nonNull)
                            .anyMatch(since::isAfter),
                    conversation -> lookInto(conversation.id()));
        }

        private boolean isWithRecipient(Conversation conversation) {
            return conversation.people().size() == 1
                    && conversation.people().stream()
                            .anyMatch(person ->
                                    person.username().equals(message.recipient().username()));
        }

        private Looked<Delivered> lookInto(ThreadId thread) {
            var nameless = arrivals.stream()
                    .filter(arrival ->
                            arrival.instagramId() == null && !arrival.at().isBefore(since))
                    .count();
            return paging(
                    cursor -> instagram.messages(thread, cursor),
                    page -> page.items().stream()
                            .filter(this::isIt)
                            .skip(nameless)
                            .findFirst(),
                    page -> page.items().stream()
                            .map(dev.parley.instagram.Message::at)
                            .filter(Objects::nonNull)
                            .anyMatch(since::isAfter),
                    found -> new Looked.TookEffect<>(new Delivered(
                            found.id(),
                            thread,
                            message.recipient().id(),
                            found.at(),
                            message.writing().text())));
        }

        private boolean isIt(dev.parley.instagram.Message seen) {
            if (!seen.own() || isKnown(seen)) {
                return false;
            }
            return seen.token() == null ? looksLikeIt(seen) : seen.token().equals(message.token());
        }

        private boolean isKnown(dev.parley.instagram.Message seen) {
            return arrivals.stream().anyMatch(arrival -> seen.id().value().equals(arrival.instagramId()));
        }

        private boolean looksLikeIt(dev.parley.instagram.Message seen) {
            var recent = seen.at() == null || !seen.at().isBefore(since);
            return recent
                    && switch (seen.body()) {
                        case Body.Text(String text) ->
                            message.writing().image() == null
                                    && plain(text)
                                            .equals(plain(message.writing().text()));
                        case Body.Attachment picture -> message.writing().image() != null;
                        case Body.Other other -> false;
                    };
        }

        /** Pages show spaces and line breaks in their own way. */
        private static String plain(String text) {
            return text.strip().replaceAll("\\s+", " ");
        }

        /** Page after page until it is found, or what is older than the message begins. */
        private <T, F> Looked<Delivered> paging(
                Function<@Nullable String, Outcome<Page<T>>> read,
                Function<Page<T>, Optional<F>> found,
                Function<Page<T>, Boolean> isBefore,
                Function<F, Looked<Delivered>> then) {
            String cursor = null;
            for (var pages = 0; pages < MOST_PAGES; pages++) {
                switch (read.apply(cursor)) {
                    case Outcome.Refused<Page<T>>(var refusal) -> {
                        return new Looked.Refused<>(refusal);
                    }
                    case Outcome.Done<Page<T>>(Page<T> page) -> {
                        var hit = found.apply(page);
                        if (hit.isPresent()) {
                            return then.apply(hit.get());
                        }
                        if (page.next() == null || isBefore.apply(page)) {
                            return new Looked.HadNoEffect<>();
                        }
                        cursor = page.next();
                    }
                }
            }
            return new Looked.CannotTell<>("It was not found among the newest messages with @"
                    + message.recipient().username() + ".");
        }
    }
}
