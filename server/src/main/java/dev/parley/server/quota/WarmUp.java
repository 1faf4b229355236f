package dev.parley.server.quota;

import java.time.Instant;

/**
 * An account that was connected lately has a share of its limits only.
 *
 * @param week the first is 1
 * @param percent the share in this week, of each limit; of one that is not zero, at least 1
 * @param growsAt when the next week begins
 * @param nextPercent the share from then on
 */
public record WarmUp(int week, int percent, Instant growsAt, int nextPercent) {}
