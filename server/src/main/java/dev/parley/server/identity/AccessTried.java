package dev.parley.server.identity;

import dev.parley.server.core.BotException;
import dev.parley.server.core.UserId;
import org.jspecify.annotations.Nullable;

/** Somebody tried to get in, or changed how they do: a sign-in, another password. The refusal is null where it worked. */
public record AccessTried(
        UserId user,
        String username,
        String action,
        @Nullable BotException refused) {}
