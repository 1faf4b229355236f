package dev.parley.server.contact;

import dev.parley.server.core.AccountId;
import dev.parley.server.web.TypedFilters;
import org.jspecify.annotations.Nullable;

/** The filters as they stand in the page's form. */
public record ContactSearch(
        @Nullable String account,
        @Nullable String label,
        @Nullable String wrote,
        @Nullable String q) {

    public TypedFilters typed() {
        return new TypedFilters()
                .with("account", account)
                .with("label", label)
                .with("wrote", wrote)
                .with("q", q);
    }

    /** Refuses with VALIDATION_FAILED what is no account or no label. */
    ContactFilter filter() {
        var typed = typed();
        return new ContactFilter(
                typed.value("account", AccountId::of),
                typed.text("label"),
                typed.text("q"),
                typed.value("wrote", Boolean::valueOf));
    }
}
