package dev.parley.server.automation;

import dev.parley.instagram.Profile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of somebody to whom filters are put.
 *
 * @param isPrivate as far as anything tells it
 * @param lastPost when they posted last, as far as is shown; null where nothing shows it
 */
record Seen(Profile profile, boolean isPrivate, @Nullable Instant lastPost) {}
