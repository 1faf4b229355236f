package dev.parley.server.alerts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An address that is told of what happens.
 *
 * @param failingSince since when nothing has come through; null while all does
 * @param disabledAt null while it is on
 */
public record Webhook(
        WebhookId id,
        URI url,
        Instant createdAt,
        @Nullable Instant failingSince,
        @Nullable Instant disabledAt,
        @Nullable Because disabledBecause) {

    /** Why a webhook is off. */
    public enum Because {
        PERSON,
        FAILING,
        GONE;

        @JsonValue
        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Because of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT));
        }
    }

    public boolean listens() {
        return disabledAt == null;
    }

    /** Whether somebody must look after it: it was switched off by itself, or is about to be. */
    public boolean needsSomebody() {
        return listens() ? failingSince != null : disabledBecause != Because.PERSON;
    }

    /** Without what may be secret in an address. */
    public String host() {
        return url.getAuthority();
    }
}
