package dev.parley.server.identity;

import dev.parley.server.core.BotException;
import dev.parley.server.core.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody tried to get in, or changed how they do: a sign-in, another password, a token. Published inside the transaction that does it.
 *
 * @param refused null where it worked
 * @param about what it was done to, in words, where that is not the person's access as a whole
 * @param before what was the case, without secrets
 * @param after what is the case now, without secrets
 */
public record AccessTried(
        UserId user,
        String username,
        String action,
        @Nullable BotException refused,
        @Nullable String about,
        @Nullable Object before,
        @Nullable Object after) {

    public AccessTried(UserId user, String username, String action, @Nullable BotException refused) {
        this(user, username, action, refused, null, null, null);
    }

    public AccessTried(Person person, String action) {
        this(person.id(), person.username(), action, null);
    }

    AccessTried(Person person, String action, BotException refused) {
        this(person.id(), person.username(), action, refused);
    }

    public AccessTried about(String what) {
        return new AccessTried(user, username, action, refused, what, before, after);
    }

    public AccessTried changing(@Nullable Object former, @Nullable Object now) {
        return new AccessTried(user, username, action, refused, about, former, now);
    }
}
