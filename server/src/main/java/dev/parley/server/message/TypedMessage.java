package dev.parley.server.message;

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

    TypedMessage withKey() {
        return key == null
                ? new TypedMessage(
                        account, recipient, content, sendAt, UUID.randomUUID().toString())
                : this;
    }
}
