package dev.parley.server.alerts;

import dev.parley.server.account.AccountState;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Something of which people may want to be told, in the bound workspace. It holds no text of anybody's.
 *
 * @param about what sets it apart from others of its kind and account, such as the job; empty where nothing does
 * @param path of the page that tells more
 */
record Happening(
        AlertEvent event,
        @Nullable AccountId account,
        @Nullable String accountName,
        @Nullable AccountState state,
        @Nullable ErrorCode code,
        String about,
        String path) {

    static Happening of(AlertEvent event, AccountId account, String accountName) {
        return new Happening(event, account, accountName, null, null, "", "/accounts/" + account);
    }

    Happening state(AccountState now) {
        return new Happening(event, account, accountName, now, code, about, path);
    }

    Happening code(@Nullable ErrorCode why) {
        return new Happening(event, account, accountName, state, why, about, path);
    }

    Happening about(String what) {
        return new Happening(event, account, accountName, state, code, what, path);
    }

    Happening at(String page) {
        return new Happening(event, account, accountName, state, code, about, page);
    }

    /** The same for all that is the same. */
    String topic() {
        return "%s|%s|%s".formatted(account == null ? "" : account, code == null ? "" : code.code(), about);
    }
}
