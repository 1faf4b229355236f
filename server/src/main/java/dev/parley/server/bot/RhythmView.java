package dev.parley.server.bot;

import dev.parley.server.account.Rhythm;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account's rhythm, and how it stands now.
 *
 * @param opensAt null where jobs may go on now
 */
public record RhythmView(Rhythm rhythm, @Nullable Instant opensAt) {}
