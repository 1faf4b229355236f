package dev.parley.server.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was said in a conversation.
 *
 * @param own whether the account said it
 * @param kind {@code text}, {@code attachment} or {@code other}
 * @param content the text, or Instagram's word for what it is
 * @param address where an attachment can be fetched for a while
 * @param editedAt when it was noticed that it says something else now
 * @param unsentAt when it was noticed that it was taken back
 * @param reaction what they reacted with
 */
public record SpokenView(
        UUID id,
        String instagramId,
        boolean own,
        Instant at,
        String kind,
        String content,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String address,
        @Nullable Instant editedAt,
        @Nullable Instant unsentAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reaction) {}
