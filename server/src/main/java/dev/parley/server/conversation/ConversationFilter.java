package dev.parley.server.conversation;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations; what is null does not matter.
 *
 * @param assigned whether anybody looks after it
 * @param label that the person has with whom it is
 * @param q words of names or of what was said, or how they begin
 */
record ConversationFilter(
        @Nullable AccountId account,
        @Nullable Boolean unread,
        @Nullable Boolean request,
        @Nullable Boolean assigned,
        @Nullable UserId assignee,
        @Nullable String label,
        @Nullable String q) {}
