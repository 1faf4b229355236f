package dev.parley.server.automation;

import dev.parley.server.web.Wrong;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** From the one to the other, both included; null where it is open. */
public record Ratio(
        @Nullable @DecimalMin("0") @DecimalMax(MOST) @Digits(integer = 7, fraction = 3)
        BigDecimal min,

        @Nullable @DecimalMin("0") @DecimalMax(MOST) @Digits(integer = 7, fraction = 3)
        BigDecimal max) {

    private static final String MOST = "1000000";

    boolean isOpen() {
        return min == null && max == null;
    }

    /** Refuses with VALIDATION_FAILED what nothing lies in. */
    void demandOrder(String field) {
        if (min != null && max != null && min.compareTo(max) > 0) {
            throw Wrong.refusal(field + ".max", "must not be less than min");
        }
    }

    /** Without dividing: whoever follows nobody has an endless ratio, unless nobody follows them either. */
    boolean isAbove(int followers, int following) {
        return max != null && BigDecimal.valueOf(followers).compareTo(max.multiply(BigDecimal.valueOf(following))) > 0;
    }

    boolean isBelow(int followers, int following) {
        return min != null && BigDecimal.valueOf(followers).compareTo(min.multiply(BigDecimal.valueOf(following))) < 0;
    }
}
