package dev.parley.server.conversation;

import dev.parley.server.core.AccountId;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.web.TypedFilters;
import org.jspecify.annotations.Nullable;

/**
 * The filters as they stand in the page's form.
 *
 * @param show {@code unread}, {@code requests}, {@code mine} or {@code nobodys}; all without it
 */
public record InboxSearch(
        @Nullable String account,
        @Nullable String show,
        @Nullable String label,
        @Nullable String q) {

    public TypedFilters typed() {
        return new TypedFilters()
                .with("account", account)
                .with("show", show)
                .with("label", label)
                .with("q", q);
    }

    /** Refuses with VALIDATION_FAILED what is no account. */
    ConversationFilter filter(Caller caller) {
        var typed = typed();
        var wanted = typed.text("show");
        return new ConversationFilter(
                typed.value("account", AccountId::of),
                "unread".equals(wanted) ? true : null,
                "requests".equals(wanted) ? true : null,
                "nobodys".equals(wanted) ? false : null,
                "mine".equals(wanted) ? caller.user() : null,
                typed.text("label"),
                typed.text("q"));
    }
}
