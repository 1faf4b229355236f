package dev.parley.server.message;

import dev.parley.server.web.Wrong;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the form for a message, right or wrong.
 *
 * @param key of this form, so that sending it twice sends one message
 */
public record TypedMessage(
        @Nullable String account,
        @Nullable String recipient,
        @Nullable String content,
        @Nullable String sendAt,
        @Nullable String key) {

    /** The message as the form shows it: of a picture no text. */
    static TypedMessage of(MessageView message) {
        var sendAt = message.sendAt();
        return new TypedMessage(
                null,
                message.recipient(),
                message.content(),
                sendAt == null
                        ? null
                        : LocalDateTime.ofInstant(sendAt, ZoneOffset.UTC)
                                .truncatedTo(ChronoUnit.MINUTES)
                                .toString(),
                null);
    }

    /** As the browser's field for a moment writes it, in UTC; null where none is typed. Refuses with VALIDATION_FAILED what is none. */
    @Nullable
    Instant moment() {
        try {
            return sendAt == null || sendAt.isBlank()
                    ? null
                    : LocalDateTime.parse(sendAt).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException none) {
            throw Wrong.refusal("sendAt", "must be a day and a time");
        }
    }

    TypedMessage withKey() {
        return key == null
                ? new TypedMessage(
                        account, recipient, content, sendAt, UUID.randomUUID().toString())
                : this;
    }
}
