package dev.parley.server.automation;

import dev.parley.server.bot.ActionHandler;

/**
 * Finds something out for a job, as the account and without changing anything. What came of it stands with the people of the job,
 * so that the activity log is not told of each page that was turned.
 */
interface Reading<T> extends ActionHandler<T> {

    @Override
    default boolean needsSession() {
        return true;
    }

    @Override
    default boolean changes() {
        return false;
    }

    @Override
    default boolean writesItsOwnActivity() {
        return true;
    }
}
