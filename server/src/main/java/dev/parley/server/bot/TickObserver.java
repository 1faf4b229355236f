package dev.parley.server.bot;

import java.time.Duration;

/** Is told of each step of a tick, right after it: for measuring where time goes, and for stopping a process just there. */
interface TickObserver {

    enum Step {
        /** The scheduler has picked the bot; nothing is read yet. */
        PICKED,
        /** What was done last is stored, and what comes next is decided: its intent, if it has one, is committed. */
        DECIDED,
        /** Instagram has been asked, and what it answered is not yet stored. */
        CALLED,
        /** The bot has been given back to the scheduler. */
        RESTED
    }

    /** @param took the time since the step before, in the same tick */
    void after(Step step, Duration took);
}
