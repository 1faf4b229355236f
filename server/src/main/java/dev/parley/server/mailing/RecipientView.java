package dev.parley.server.mailing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.parley.server.message.MessageId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was named in a mailing.
 *
 * @param messageId the message to them; null where they were left out
 * @param reason why they were left out
 */
public record RecipientView(
        @JsonIgnore int position,
        String username,
        @Nullable MessageId messageId,
        @Nullable String reason,
        @Nullable String errorCode,
        @Nullable String detail) {}
