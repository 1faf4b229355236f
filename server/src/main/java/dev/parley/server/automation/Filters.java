package dev.parley.server.automation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.server.web.TypedFilters;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who the people of a job have to be. What is null does not matter.
 *
 * @param skipPrivate leaves out private accounts
 * @param verified true for verified people alone, false for nobody who is verified
 * @param postedWithinDays they have posted within so many days, as far as Instagram shows it where they are found
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Filters(
        @Nullable Boolean skipPrivate,
        @Nullable Boolean verified,
        @Nullable @Min(1) @Max(MOST_DAYS) Integer postedWithinDays) {

    static final int MOST_DAYS = 3_650;

    private static final String IN_A_FORM = "filters.";

    static final Filters NONE = new Filters(null, null, null);
    static final Filters PUBLIC_ONLY = new Filters(true, null, null);

    public Filters {
        skipPrivate = Boolean.TRUE.equals(skipPrivate);
    }

    /** As they stand in a form. */
    static TypedFilters typed(Map<String, String> form) {
        var typed = new TypedFilters();
        form.forEach((name, value) -> {
            if (name.startsWith(IN_A_FORM)) {
                typed.with(name, value);
            }
        });
        return typed;
    }

    static Filters orNone(@Nullable Filters given) {
        return given == null ? NONE : given;
    }
}
