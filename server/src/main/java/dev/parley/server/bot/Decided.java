package dev.parley.server.bot;

/** A tick has said what it does next, if there is room for it; when that is known, this is its turn. */
@FunctionalInterface
interface Decided {

    Turn turn();

    static Decided on(Turn turn) {
        return () -> turn;
    }
}
