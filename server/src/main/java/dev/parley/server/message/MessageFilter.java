package dev.parley.server.message;

import dev.parley.server.core.AccountId;
import dev.parley.server.tenancy.SearchWords;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which messages of a history; what is null does not matter.
 *
 * @param recipient in lower case, without @
 * @param from not before
 * @param to before
 * @param words that the text holds, or words that begin so
 */
record MessageFilter(
        @Nullable AccountId account,
        @Nullable MessageStatus status,
        @Nullable String recipient,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String words) {

    static @Nullable String username(@Nullable String typed) {
        return typed == null || typed.isBlank()
                ? null
                : typed.strip().replaceFirst("^@", "").toLowerCase(Locale.ROOT);
    }

    /** As PostgreSQL asks for words that begin so; empty where the text has no words at all, null where none was asked for. */
    @Nullable
    String wordsBeginning() {
        return words == null ? null : SearchWords.beginning(words);
    }
}
