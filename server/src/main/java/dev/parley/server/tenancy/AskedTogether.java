package dev.parley.server.tenancy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Asks the database once for all who want to know at the same moment. Nobody is told what was known before they asked: whoever comes
 * while an answer is under way waits for one that is asked for afterwards.
 */
public final class AskedTogether<K, V> {

    private static final int UNDER_WAY_AT_MOST = 2;

    private final Rounds<K, Map<K, V>> rounds;

    /** @param question answers each key that it knows anything of */
    public AskedTogether(Function<Set<K>, Map<K, V>> question) {
        this.rounds =
                new Rounds<>(UNDER_WAY_AT_MOST, (keys, another) -> true, keys -> question.apply(Set.copyOf(keys)));
    }

    public Optional<V> ask(K key) {
        return Optional.ofNullable(rounds.join(key).get(key));
    }
}
