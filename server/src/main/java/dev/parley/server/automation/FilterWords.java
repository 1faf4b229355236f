package dev.parley.server.automation;

import dev.parley.server.web.Words;
import java.util.ArrayList;
import java.util.List;

/** Filters as people read them. */
public final class FilterWords {

    /** The names of the fields of a form with filters. */
    private static final List<String> FIELDS =
            List.of("filters.skip_private", "filters.verified", "filters.posted_within_days");

    /** One filter, and what it asks for. */
    public record Asked(String name, String what) {}

    private FilterWords() {}

    /** Those that matter. */
    public static List<Asked> of(Filters filters) {
        var asked = new ArrayList<Asked>();
        if (Boolean.TRUE.equals(filters.skipPrivate())) {
            asked.add(new Asked("Private accounts", "Left out"));
        }
        if (filters.verified() != null) {
            asked.add(new Asked("Verified people", either(filters.verified())));
        }
        if (filters.postedWithinDays() != null) {
            asked.add(new Asked("Posted within", Words.count(filters.postedWithinDays(), "day")));
        }
        return asked;
    }

    private static String either(boolean wanted) {
        return wanted ? "Only they" : "Left out";
    }

    /** All fields of a form with filters, after others. */
    public static String[] fields(String... others) {
        var fields = new ArrayList<>(List.of(others));
        fields.addAll(FIELDS);
        return fields.toArray(String[]::new);
    }
}
