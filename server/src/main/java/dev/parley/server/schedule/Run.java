package dev.parley.server.schedule;

import dev.parley.server.automation.JobId;
import dev.parley.server.core.ErrorCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One time at which a schedule came.
 *
 * @param jobId what was ordered, or null
 * @param errorCode why nothing was
 */
public record Run(
        Instant dueAt,
        Instant ranAt,
        @Nullable JobId jobId,
        @Nullable String errorCode,
        @Nullable String detail) {

    public @Nullable ErrorCode error() {
        return errorCode == null ? null : ErrorCode.ofCode(errorCode).orElse(null);
    }
}
