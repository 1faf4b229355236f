package dev.parley.server.automation;

import dev.parley.server.web.Wrong;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** From the one to the other, both included; null where it is open. */
public record Range(
        @Nullable @Min(0) @Max(MOST) Integer min,
        @Nullable @Min(0) @Max(MOST) Integer max) {

    static final int MOST = 1_000_000_000;

    boolean isOpen() {
        return min == null && max == null;
    }

    /** Refuses with VALIDATION_FAILED what nothing lies in. */
    void demandOrder(String field) {
        if (min != null && max != null && min > max) {
            throw Wrong.refusal(field + ".max", "must not be less than min");
        }
    }
}
