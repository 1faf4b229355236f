package dev.parley.server.factor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person has set up, as the API and the page show it.
 *
 * @param authenticatorSince null without one
 */
public record FactorsView(@Nullable Instant authenticatorSince, int recoveryCodesLeft) {

    /** Whether the password alone is not enough. */
    public boolean any() {
        return authenticatorSince != null;
    }
}
