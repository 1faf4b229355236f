package dev.parley.server.automation;

import dev.parley.instagram.PersonId;
import dev.parley.instagram.Post;
import dev.parley.server.core.ErrorCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a job has seen.
 *
 * @param post what of the person the job acts upon; null where it is the person
 * @param code why nothing came of it, where nothing did
 */
record Target(
        PersonId person,
        String username,
        TargetState state,
        @Nullable Post post,
        @Nullable ErrorCode code,
        @Nullable String detail,
        Instant updatedAt) {}
