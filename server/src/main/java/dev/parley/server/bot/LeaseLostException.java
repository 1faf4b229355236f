package dev.parley.server.bot;

import dev.parley.server.core.AccountId;

/** A tick stood still for so long that other nodes may call it dead; it does nothing more. */
class LeaseLostException extends RuntimeException {

    LeaseLostException(AccountId account) {
        super("the tick of account " + account + " was paused beyond its lease");
    }
}
