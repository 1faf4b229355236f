package dev.parley.server.audit;

import dev.parley.server.web.TypedFilters;
import org.jspecify.annotations.Nullable;

/** The filters as they stand in the page's form. */
public record AuditSearch(
        @Nullable String action,
        @Nullable String refused,
        @Nullable String from,
        @Nullable String to,
        @Nullable String q) {

    public TypedFilters typed() {
        return new TypedFilters()
                .with("action", action)
                .with("refused", refused)
                .with("from", from)
                .with("to", to)
                .with("q", q);
    }

    /** Refuses with VALIDATION_FAILED what is no day. */
    AuditFilter filter() {
        var typed = typed();
        return new AuditFilter(
                typed.text("action"),
                typed.text("refused") == null ? null : true,
                typed.from("from"),
                typed.to("to"),
                typed.text("q"));
    }
}
