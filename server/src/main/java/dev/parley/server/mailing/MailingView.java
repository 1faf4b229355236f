package dev.parley.server.mailing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.parley.server.core.AccountId;
import dev.parley.server.message.Counts;
import dev.parley.server.message.MessageStatus;
import java.time.Instant;
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

    /** @param skipped were left out from the beginning, or may not be written to since */
    public record Progress(
            int named, int skipped, int queued, int sent, int failed, int unconfirmed, int cancelled, int percent) {

        static Progress of(Mailings.Named named, Counts counts) {
            var queued = counts.in(MessageStatus.QUEUED);
            var skipped = named.leftOut() + counts.silenced();
            var messages = named.all() - skipped;
            return new Progress(
                    named.all(),
                    skipped,
                    queued,
                    counts.in(MessageStatus.SENT),
                    counts.in(MessageStatus.FAILED),
                    counts.in(MessageStatus.UNCONFIRMED),
                    counts.in(MessageStatus.CANCELLED) - counts.silenced(),
                    messages == 0 ? 100 : (messages - queued) * 100 / messages);
        }
    }

    @JsonIgnore
    public boolean isOver() {
        return progress.queued() == 0;
    }
}
