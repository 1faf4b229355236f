package dev.parley.server.message;

import dev.parley.instagram.MessageToken;
import dev.parley.server.bot.Lane;
import dev.parley.server.bot.NewAction;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that was asked for, as it is stored.
 *
 * @param token the same however often it is tried, so that Instagram takes it once
 * @param status never {@code SENDING}, which only the bot's queue knows
 * @param action the one that sends it, or last did
 * @param instagramId what Instagram calls it, once it is there and where the driver could tell
 */
record Message(
        MessageId id,
        Sender sender,
        Recipient recipient,
        Writing writing,
        Lane lane,
        boolean firstContact,
        MessageToken token,
        MessageStatus status,
        @Nullable Trouble trouble,
        int attempts,
        @Nullable UUID action,
        dev.parley.instagram.@Nullable MessageId instagramId,
        @Nullable UUID mailing,
        String correlationId,
        Times times) {

    /**
     * @param sendAt when it is to be sent at the earliest; null for at once
     * @param endedAt when it became what it now is; null as long as it waits
     */
    record Times(
            Instant createdAt,
            @Nullable Instant sendAt,
            @Nullable Instant sentAt,
            @Nullable Instant endedAt) {}

    boolean waits() {
        return status == MessageStatus.QUEUED;
    }

    /** What its account's bot has to do for it. */
    NewAction sending() {
        return new NewAction(
                sender.account(),
                lane,
                firstContact ? SendFirst.FIRST : Send.KIND,
                null,
                id.toString(),
                recipient.username(),
                Map.of(),
                null,
                sender.user(),
                times.sendAt());
    }

    /** The same, sent by this action. */
    Message by(UUID newAction) {
        return new Message(
                id,
                sender,
                recipient,
                writing,
                lane,
                firstContact,
                token,
                status,
                trouble,
                attempts,
                newAction,
                instagramId,
                mailing,
                correlationId,
                times);
    }
}
