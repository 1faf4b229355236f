package dev.parley.server.tenancy;

import dev.parley.server.core.AccountId;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of a workspace that are there for somebody; the database hides all others. What a thread does has the reach that is
 * bound to it; without one, as in the work of a bot, all accounts.
 *
 * @param only null for all
 */
public record Reach(@Nullable Set<AccountId> only) {

    public static final Reach ALL = new Reach(null);

    private static final ThreadLocal<Reach> BOUND = ThreadLocal.withInitial(() -> ALL);

    public static Reach of(Collection<AccountId> only) {
        return new Reach(Set.copyOf(only));
    }

    public static Reach current() {
        return BOUND.get();
    }

    public boolean isAll() {
        return only == null;
    }

    /** Until it is closed. */
    public Bound bind() {
        var before = BOUND.get();
        BOUND.set(this);
        return () -> BOUND.set(before);
    }

    public interface Bound extends AutoCloseable {
        @Override
        void close();
    }

    /** As the database takes it; empty for all. */
    String setting() {
        return only == null ? "" : only.stream().map(AccountId::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
