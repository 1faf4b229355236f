package dev.parley.server.automation;

import dev.parley.server.core.ErrorCode;
import org.jspecify.annotations.Nullable;

/** What a job's filters say of somebody. */
sealed interface Verdict {

    record Passes() implements Verdict {}

    /** The profile has to be read. */
    record NotYetKnown() implements Verdict {}

    /** @param detail what was found, where the reason alone does not say it */
    record LeftOut(ErrorCode reason, @Nullable String detail) implements Verdict {}
}
