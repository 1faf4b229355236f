package dev.parley.server.tenancy;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks the database once for all who want to know at the same moment. Nobody is told what was known before they asked: whoever comes
 * while an answer is under way waits for one that is asked for afterwards.
 */
public final class AskedTogether<K, V> {

    private static final int UNDER_WAY_AT_MOST = 2;

    private final Function<Set<K>, Map<K, V>> question;
    private final Semaphore turns = new Semaphore(UNDER_WAY_AT_MOST, true);
    private @Nullable Round<K, V> gathering;

    /** @param question answers each key that it knows anything of */
    public AskedTogether(Function<Set<K>, Map<K, V>> question) {
        this.question = question;
    }

    private static final class Round<K, V> {

        private final Set<K> keys = new HashSet<>();
        private final CompletableFuture<Map<K, V>> answer = new CompletableFuture<>();
    }

    public Optional<V> ask(K key) {
        Round<K, V> round;
        var isFirst = false;
        synchronized (this) {
            if (gathering == null) {
                gathering = new Round<>();
                isFirst = true;
            }
            round = gathering;
            round.keys.add(key);
        }
        if (isFirst) {
            askFor(round);
        }
        return Optional.ofNullable(answer(round).get(key));
    }

    /** Until it is this round's turn, others join it. */
    private void askFor(Round<K, V> round) {
        turns.acquireUninterruptibly();
        try {
            synchronized (this) {
                gathering = null;
            }
            round.answer.complete(question.apply(round.keys));
        } catch (RuntimeException | Error failed) {
            round.answer.completeExceptionally(failed);
        } finally {
            turns.release();
        }
    }

    private static <K, V> Map<K, V> answer(Round<K, V> round) {
        try {
            return round.answer.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }
}
