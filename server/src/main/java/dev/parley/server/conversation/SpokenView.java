package dev.parley.server.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.server.message.MessageView;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was said in a conversation, or was to be.
 *
 * @param own whether the account said it
 * @param kind {@code text}, {@code attachment} or {@code other}
 * @param content the text, or Instagram's word for what it is
 * @param address where an attachment can be fetched for a while
 * @param editedAt when it was noticed that it says something else now
 * @param unsentAt when it was noticed that it was taken back
 * @param reaction what they reacted with
 * @param attempt the message, where it has not arrived: at the time at which it is to be sent, or was asked for; missing where it was said
 */
public record SpokenView(
        UUID id,
        @Nullable String instagramId,
        boolean own,
        Instant at,
        String kind,
        String content,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String address,
        @Nullable Instant editedAt,
        @Nullable Instant unsentAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reaction,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MessageView attempt) {

    static SpokenView of(MessageView attempt) {
        var sendAt = attempt.sendAt();
        var image = attempt.imageUrl();
        return new SpokenView(
                attempt.id().value(),
                null,
                true,
                sendAt == null ? attempt.createdAt() : sendAt,
                image == null ? "text" : "attachment",
                image == null ? attempt.content() : "image",
                image == null ? null : image.toString(),
                null,
                null,
                null,
                attempt);
    }
}
