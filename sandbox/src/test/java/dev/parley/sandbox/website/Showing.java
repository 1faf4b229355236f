package dev.parley.sandbox.website;

import dev.parley.sandbox.website.variant.Variant;
import java.util.List;

/** What a variant is known by: who sees it, on which page, and what the page has and lacks. */
record Showing(Variant variant, Who who, String page, List<String> has, List<String> lacks) {

    static Showing of(Variant variant, Who who, String page, String... has) {
        return new Showing(variant, who, page, List.of(has), List.of());
    }

    Showing without(String... parts) {
        return new Showing(variant, who, page, has, List.of(parts));
    }

    @Override
    public String toString() {
        return variant.name();
    }

    /** Who looks. */
    enum Who {
        STRANGER,
        SOMEBODY_KNOWN,
        SOMEBODY_WITH_A_CODE,
        SOMEBODY_CHALLENGED,
        MEMBER
    }
}
