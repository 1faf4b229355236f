package dev.parley.server.bot;

import dev.parley.server.core.AccountId;

/** A tick that is not its bot's owner any more tried to write; the database refused. */
class StaleTickException extends RuntimeException {

    StaleTickException(AccountId account) {
        super("another tick owns the bot of account " + account);
    }
}
