package dev.parley.server.tenancy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does together what several threads want at the same moment. Who comes while others are being served waits with those who come
 * meanwhile, until one of them acts for all; who is alone waits for nobody.
 */
final class Rounds<T, R> {

    private final BiPredicate<List<T>, T> mayJoin;
    private final Function<List<T>, R> act;
    private final Semaphore turns;
    private @Nullable Round<T, R> gathering;

    /**
     * @param atOnce how many rounds act at the same time
     * @param mayJoin whether another may join those who are in a round; if not, another round begins
     * @param act for all of a round
     */
    Rounds(int atOnce, BiPredicate<List<T>, T> mayJoin, Function<List<T>, R> act) {
        this.turns = new Semaphore(atOnce, true);
        this.mayJoin = mayJoin;
        this.act = act;
    }

    private static final class Round<T, R> {

        private final List<T> all = new ArrayList<>();
        private final CompletableFuture<R> result = new CompletableFuture<>();
    }

    /** What came of the whole round that it was in; also what went wrong comes to all. */
    R join(T one) {
        Round<T, R> begun = null;
        Round<T, R> round;
        synchronized (this) {
            if (gathering == null || !mayJoin.test(gathering.all, one)) {
                begun = new Round<>();
                gathering = begun;
            }
            round = gathering;
            round.all.add(one);
        }
        if (round == begun) {
            actFor(round);
        }
        return result(round);
    }

    private void actFor(Round<T, R> round) {
        turns.acquireUninterruptibly();
        try {
            close(round);
            round.result.complete(act.apply(round.all));
        } catch (RuntimeException | Error failed) {
            round.result.completeExceptionally(failed);
        } finally {
            turns.release();
        }
    }

    private synchronized void close(Round<T, R> round) {
        if (gathering == round) {
            gathering = null;
        }
    }

    private static <R> R result(Round<?, R> round) {
        try {
            return round.result.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }
}
