package dev.parley.server.message;

import dev.parley.server.core.AccountId;
import dev.parley.server.web.TypedFilters;
import org.jspecify.annotations.Nullable;

/** The filters as they stand in the page's form. */
public record MessageSearch(
        @Nullable String account,
        @Nullable String status,
        @Nullable String recipient,
        @Nullable String from,
        @Nullable String to,
        @Nullable String q) {

    public TypedFilters typed() {
        return new TypedFilters()
                .with("account", account)
                .with("status", status)
                .with("recipient", recipient)
                .with("from", from)
                .with("to", to)
                .with("q", q);
    }

    /** Refuses with VALIDATION_FAILED what is no account, no status or no day. */
    MessageFilter filter() {
        var typed = typed();
        return new MessageFilter(
                typed.value("account", AccountId::of),
                typed.value("status", MessageStatus::of),
                MessageFilter.username(typed.text("recipient")),
                typed.from("from"),
                typed.to("to"),
                typed.text("q"));
    }
}
