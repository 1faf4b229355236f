package dev.parley.server.activity;

import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A place in the order of activities: the transaction, and the row's number within. */
public record Position(String tx, long seq) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,19})-(\\d{1,18})");

    public static Optional<Position> parse(String written) {
        var parts = WRITTEN.matcher(written);
        return parts.matches()
                ? Optional.of(new Position(parts.group(1), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    /** Null where a list begins; refuses what no list gave as its cursor. */
    static @Nullable Position ofNullable(@Nullable String cursor) {
        return cursor == null ? null : of(cursor);
    }

    private static Position of(String cursor) {
        return parse(cursor)
                .orElseThrow(() -> new BotException(
                        ErrorCode.VALIDATION_FAILED,
                        "cursor is not one that this list gave.",
                        Refusal.of(List.of(new BotException.Field("cursor", "is not one that this list gave")))));
    }

    boolean isBefore(Position other) {
        var byTransaction = Long.compareUnsigned(Long.parseUnsignedLong(tx), Long.parseUnsignedLong(other.tx));
        return byTransaction < 0 || (byTransaction == 0 && seq < other.seq);
    }

    @Override
    public String toString() {
        return tx + "-" + seq;
    }
}
