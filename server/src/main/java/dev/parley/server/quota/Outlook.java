package dev.parley.server.quota;

import dev.parley.server.quota.Allowance.Left;
import dev.parley.server.quota.Allowance.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** When an account may do something again and again: by what it has done, minute by minute, under the limits that are in force now. */
public final class Outlook {

    /** As the ledger counts them. */
    private static final Duration AN_HOUR = Duration.ofMinutes(61);

    private static final Duration A_DAY = Duration.ofMinutes(1441);

    private final Left left;
    private final List<Instant> uses;

    /** @param uses the minute of each, oldest first */
    public Outlook(Left left, List<Instant> uses) {
        this.left = left;
        this.uses = new ArrayList<>(uses);
    }

    /** Whether it may never, because a limit is zero. */
    public boolean isShut() {
        return left.hour().limit() == 0 || left.day().limit() == 0;
    }

    public Window hour() {
        return left.hour();
    }

    public Window day() {
        return left.day();
    }

    /** The first moment at which the hour has room for another. */
    public Instant hourOpens() {
        return opens(left.hour(), AN_HOUR);
    }

    public Instant dayOpens() {
        return opens(left.day(), A_DAY);
    }

    private Instant opens(Window window, Duration span) {
        var enough = uses.size() - window.limit();
        return enough < 0 ? Instant.MIN : uses.get(enough).plus(span);
    }

    /** From now on as if it had been done then, after all others. */
    public void count(Instant at) {
        uses.add(at.truncatedTo(ChronoUnit.MINUTES));
    }
}
