package dev.parley.server.tenancy;

import dev.parley.server.core.WorkspaceId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionException;

/**
 * Stores in one transaction what several threads have to store in one workspace at the same time, one transaction after the other.
 * Where that fails, each stores its own, so that the trouble of one stays its own; but not where the connection was lost.
 */
public final class StoredTogether<T, R> {

    private static final Logger LOG = LoggerFactory.getLogger(StoredTogether.class);

    /** So that nobody waits for very many. */
    private static final int MOST = 16;

    private final Comparator<T> order;
    private final Function<List<T>, List<R>> together;
    private final Function<T, R> alone;
    private final Map<WorkspaceId, Desk> desks = new ConcurrentHashMap<>();

    /**
     * @param order in which rows are locked, the same on all nodes, so that nobody waits for somebody who waits for them; what is
     *     equal by it is not stored together
     * @param together stores all or nothing, and gives a result for each, in the same order; the whole workspace waits for it
     * @param alone stores one of which nothing was stored
     */
    public StoredTogether(Comparator<T> order, Function<List<T>, List<R>> together, Function<T, R> alone) {
        this.order = order;
        this.together = together;
        this.alone = alone;
    }

    public R store(WorkspaceId workspace, T one) {
        return storeWithOthers(workspace, one).orElseGet(() -> alone.apply(one));
    }

    /** Empty if nothing was stored. */
    private Optional<R> storeWithOthers(WorkspaceId workspace, T one) {
        var desk = desks.compute(workspace, (id, known) -> (known == null ? new Desk() : known).entered());
        try {
            return desk.rounds.join(one).map(results -> Objects.requireNonNull(results.get(one)));
        } finally {
            desks.computeIfPresent(workspace, (id, known) -> known.left());
        }
    }

    /** Where those of one workspace meet. */
    private final class Desk {

        private final Rounds<T, Optional<Map<T, R>>> rounds =
                new Rounds<>(1, StoredTogether.this::mayJoin, StoredTogether.this::storeAll);
        private int present;

        Desk entered() {
            present++;
            return this;
        }

        @Nullable
        Desk left() {
            present--;
            return present == 0 ? null : this;
        }
    }

    private boolean mayJoin(List<T> all, T another) {
        return all.size() < MOST && all.stream().noneMatch(one -> order.compare(one, another) == 0);
    }

    /** The result of each, or empty if nothing was stored. */
    private Optional<Map<T, R>> storeAll(List<T> all) {
        try {
            var sorted = all.stream().sorted(order).toList();
            var stored = together.apply(sorted);
            var results = new TreeMap<T, R>(order);
            for (int n = 0; n < sorted.size(); n++) {
                results.put(sorted.get(n), stored.get(n));
            }
            return Optional.of(results);
        } catch (TransactionException | DataAccessResourceFailureException lost) {
            // Nobody knows whether it was stored, so it is not stored once more.
            throw lost;
        } catch (RuntimeException | Error trouble) {
            LOG.info(
                    "What {} had to store is stored one by one: {}",
                    all.size(),
                    trouble.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
