package dev.parley.server.conversation;

import dev.parley.instagram.Conversation;
import dev.parley.instagram.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a conversation.
 *
 * @param request whether it waited among the requests
 * @param lastAt when something last happened in it
 * @param newest its newest messages that are not unsent, by Instagram's id
 */
record Known(boolean request, boolean unread, Instant lastAt, Map<String, Told> newest) {

    /** Within this time more can happen at the same moment, as Instagram tells time. */
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    record Told(String content, Instant at) {}

    boolean has(Message message) {
        return newest.containsKey(message.id().value());
    }

    /** Whether Instagram tells the same as was known. */
    boolean isSame(Conversation now, Instant time) {
        return now.request() == request
                && (now.unread() == null || now.unread() == unread)
                && (!now.latest().isEmpty() || isQuiet(now.lastActivity(), time))
                && now.latest().stream().allMatch(this::saysTheSame)
                && nothingIsMissing(now.latest());
    }

    /** Where the list of conversations shows no messages. */
    private boolean isQuiet(@Nullable Instant lastActivity, Instant time) {
        return lastActivity != null && !lastActivity.isAfter(lastAt) && lastActivity.isBefore(time.minus(A_WHILE));
    }

    private boolean saysTheSame(Message message) {
        var told = newest.get(message.id().value());
        return told != null && told.content().equals(Said.of(message).content());
    }

    private boolean nothingIsMissing(List<Message> latest) {
        var oldest = oldest(latest);
        Set<String> ids = latest.stream().map(message -> message.id().value()).collect(Collectors.toSet());
        return oldest.isEmpty()
                || newest.entrySet().stream()
                        .filter(told -> told.getValue().at().isAfter(oldest.get()))
                        .allMatch(told -> ids.contains(told.getKey()));
    }

    static Optional<Instant> oldest(List<Message> messages) {
        return messages.stream().map(Message::at).filter(Objects::nonNull).min(Instant::compareTo);
    }
}
