package dev.parley.server.message;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** How far a message is. */
public enum MessageStatus {
    /** It waits for its time, or its turn. */
    QUEUED,
    /** Instagram is being asked, or it is being looked after. */
    SENDING,
    SENT,
    /** It was not sent. */
    FAILED,
    /** Nobody can tell whether it was sent. */
    UNCONFIRMED,
    CANCELLED;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is none of that name */
    static MessageStatus of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no status of a message: " + word));
    }
}
