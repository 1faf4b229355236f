package dev.parley.server.message;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.server.core.AccountId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as people and programs see it.
 *
 * @param username of the Instagram account that sends it
 * @param recipient username, without @
 * @param content its text; empty for a picture
 * @param reason why it waits, where it does
 * @param resumesAt when it goes on by itself, as far as is known
 * @param attempts how often it was tried, or looked for
 * @param sendAt when it is to be sent at the earliest; null for at once
 * @param endedAt when it became what it now is
 * @param user who asked for it
 * @param screenshots the addresses of what the browser saw where something failed
 */
public record MessageView(
        MessageId id,
        AccountId accountId,
        String username,
        String recipient,
        String content,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable URI imageUrl,
        MessageStatus status,
        @Nullable String reason,
        @Nullable Instant resumesAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Why error,
        String driver,
        boolean firstContact,
        int attempts,
        @Nullable String user,
        Instant createdAt,
        @Nullable Instant sendAt,
        @Nullable Instant sentAt,
        @Nullable Instant endedAt,
        @Nullable String instagramId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID mailingId,
        String correlationId,
        List<String> screenshots) {

    /** @param page where the code is explained */
    public record Why(String error, String errorCode, String message, String page) {

        static Why of(Trouble trouble) {
            var code = trouble.code();
            return new Why(code.name(), code.code(), trouble.detail(), "/errors/" + code.code());
        }
    }

    static MessageView of(Message message, Waiting waiting, List<String> screenshots) {
        var trouble = message.trouble();
        var instagramId = message.instagramId();
        return new MessageView(
                message.id(),
                message.sender().account(),
                message.sender().accountName(),
                message.recipient().username(),
                message.writing().text(),
                message.writing().image(),
                waiting.executing() ? MessageStatus.SENDING : message.status(),
                waiting.reason(),
                waiting.until(),
                trouble == null ? null : Why.of(trouble),
                message.sender().driver(),
                message.firstContact(),
                message.attempts(),
                message.sender().userName(),
                message.times().createdAt(),
                message.times().sendAt(),
                message.times().sentAt(),
                message.times().endedAt(),
                instagramId == null ? null : instagramId.value(),
                message.mailing(),
                message.correlationId(),
                screenshots);
    }

    /** Whether it is a picture. */
    @JsonIgnore
    public boolean isPicture() {
        return imageUrl != null;
    }
}
