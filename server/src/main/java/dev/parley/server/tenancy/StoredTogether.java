package dev.parley.server.tenancy;

import dev.parley.server.core.WorkspaceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionException;

/**
 * Stores in one transaction what several threads have to store in one workspace at the same time: whoever comes while others are
 * storing waits with those who come meanwhile, and one of them stores for all. Who is alone waits for nobody. Where that fails, each
 * stores its own, so that the trouble of one stays its own; but not where the connection was lost.
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
            return desk.store(new Waiting(one));
        } finally {
            desks.computeIfPresent(workspace, (id, known) -> known.left());
        }
    }

    /** Where those of one workspace meet. */
    private final class Desk {

        private final Semaphore turns = new Semaphore(1, true);
        private @Nullable Round gathering;
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

        Optional<R> store(Waiting waiting) {
            var round = join(waiting);
            if (round.first == waiting) {
                turns.acquireUninterruptibly();
                try {
                    storeAll(close(round));
                } finally {
                    turns.release();
                }
            }
            return waiting.result();
        }

        private synchronized Round join(Waiting waiting) {
            if (gathering == null || gathering.isFullFor(waiting)) {
                gathering = new Round(waiting);
            }
            gathering.all.add(waiting);
            return gathering;
        }

        /** Nobody joins it any more. */
        private synchronized List<Waiting> close(Round round) {
            if (gathering == round) {
                gathering = null;
            }
            return round.all.stream()
                    .sorted(Comparator.comparing(waiting -> waiting.one, order))
                    .toList();
        }
    }

    /** Those whom the first of them stores. */
    private final class Round {

        private final Waiting first;
        private final List<Waiting> all = new ArrayList<>();

        Round(Waiting first) {
            this.first = first;
        }

        boolean isFullFor(Waiting another) {
            return all.size() == MOST || all.stream().anyMatch(one -> order.compare(one.one, another.one) == 0);
        }
    }

    private void storeAll(List<Waiting> all) {
        try {
            var results =
                    together.apply(all.stream().map(waiting -> waiting.one).toList());
            for (var n = 0; n < all.size(); n++) {
                all.get(n).result.complete(Optional.of(results.get(n)));
            }
        } catch (TransactionException | DataAccessResourceFailureException lost) {
            // Nobody knows whether it was stored, so it is not stored once more.
            all.forEach(waiting -> waiting.result.completeExceptionally(lost));
        } catch (RuntimeException | Error trouble) {
            LOG.info(
                    "What {} had to store is stored one by one: {}",
                    all.size(),
                    trouble.getClass().getSimpleName());
            all.forEach(waiting -> waiting.result.complete(Optional.empty()));
        }
    }

    private final class Waiting {

        private final T one;
        private final CompletableFuture<Optional<R>> result = new CompletableFuture<>();

        Waiting(T one) {
            this.one = one;
        }

        Optional<R> result() {
            try {
                return result.join();
            } catch (CompletionException failed) {
                throw failed.getCause() instanceof RuntimeException trouble ? trouble : failed;
            }
        }
    }
}
