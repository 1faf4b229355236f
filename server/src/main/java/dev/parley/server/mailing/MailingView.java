package dev.parley.server.mailing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.parley.server.core.AccountId;
import dev.parley.server.message.MessageStatus;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mailing as people and programs see it.
 *
 * @param state {@code running}, {@code waiting} as long as the bot is stopped or held back, {@code completed} or {@code cancelled}
 * @param reason why it waits
 */
public record MailingView(
        MailingId id,
        AccountId accountId,
        String username,
        String content,
        boolean firstContacts,
        int spreadMinutes,
        String state,
        @Nullable String reason,
        Progress progress,
        @Nullable String user,
        Instant createdAt,
        @Nullable Instant cancelledAt) {

    /** @param skipped were left out from the beginning */
    public record Progress(
            int named, int skipped, int queued, int sent, int failed, int unconfirmed, int cancelled, int percent) {

        static Progress of(Mailings.Named named, Map<MessageStatus, Integer> counts) {
            var queued = counts.getOrDefault(MessageStatus.QUEUED, 0);
            var messages = named.all() - named.leftOut();
            return new Progress(
                    named.all(),
                    named.leftOut(),
                    queued,
                    counts.getOrDefault(MessageStatus.SENT, 0),
                    counts.getOrDefault(MessageStatus.FAILED, 0),
                    counts.getOrDefault(MessageStatus.UNCONFIRMED, 0),
                    counts.getOrDefault(MessageStatus.CANCELLED, 0),
                    messages == 0 ? 100 : (messages - queued) * 100 / messages);
        }
    }

    @JsonIgnore
    public boolean isOver() {
        return progress.queued() == 0;
    }
}
