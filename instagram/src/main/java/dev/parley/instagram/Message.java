package dev.parley.instagram;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message in a conversation, as Instagram shows it.
 *
 * @param own whether the signed-in account wrote it
 * @param sender null where the driver cannot tell more than {@code own}
 * @param at null where the driver cannot tell
 * @param token what it was sent with, where Instagram gives it back
 */
public record Message(
        MessageId id,
        boolean own,
        @Nullable PersonId sender,
        @Nullable Instant at,
        Body body,
        @Nullable MessageToken token) {

    /** What a message holds. */
    public sealed interface Body {

        record Text(String text) implements Body {}

        /**
         * A picture, film, recording or file.
         *
         * @param address where it can be fetched for a while; null where Instagram gave none
         */
        record Attachment(String type, @Nullable URI address) implements Body {}

        /** Something else; {@code type} is Instagram's word for it. */
        record Other(String type) implements Body {}
    }
}
