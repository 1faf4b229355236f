package dev.parley.server.bot;

import dev.parley.instagram.Instagram;
import dev.parley.server.account.Account;
import dev.parley.server.core.BotException;

/** One try of an action, with what it needs for it. */
public interface Attempt {

    Action action();

    Account account();

    /**
     * Instagram as the account sees it.
     *
     * @throws BotException SESSION_INVALID if the account has no session that works
     */
    Instagram instagram();

    /** The action's secret, in clear. */
    String secret();
}
