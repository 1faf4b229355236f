package dev.parley.server.activity;

import dev.parley.server.core.AccountId;
import dev.parley.server.web.TypedFilters;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The filters as they stand in the page's form. */
public record ActivitySearch(
        @Nullable String account,
        @Nullable String job,
        @Nullable String action,
        @Nullable String status,
        @Nullable String code,
        @Nullable String from,
        @Nullable String to,
        @Nullable String q) {

    public TypedFilters typed() {
        return new TypedFilters()
                .with("account", account)
                .with("job", job)
                .with("action", action)
                .with("status", status)
                .with("code", code)
                .with("from", from)
                .with("to", to)
                .with("q", q);
    }

    /** Refuses with VALIDATION_FAILED what is no account, no job or no day. */
    ActivityFilter filter() {
        var typed = typed();
        return new ActivityFilter(
                typed.value("account", AccountId::of),
                typed.value("job", UUID::fromString),
                null,
                typed.text("action"),
                typed.text("status"),
                typed.text("code"),
                typed.from("from"),
                typed.to("to"),
                typed.text("q"));
    }
}
