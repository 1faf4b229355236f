package dev.parley.sandbox.website.variant;

import dev.parley.sandbox.journal.Event;
import dev.parley.sandbox.journal.Journal;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The variants that were chosen, for everybody or for one account, which goes first. Thread-safe; survives a restart. */
public final class Variants {
    private static final String EVERYBODY = "";

    private final Map<String, Map<Dimension, Variant>> byAccount = new ConcurrentHashMap<>();

    /** How the website looks for this account, or for a stranger. */
    public Look of(@Nullable String account) {
        if (byAccount.isEmpty()) {
            return Look.PLAIN;
        }
        var chosen = new EnumMap<Dimension, Variant>(Dimension.class);
        chosen.putAll(byAccount.getOrDefault(EVERYBODY, Map.of()));
        chosen.putAll(account == null ? Map.of() : chosenFor(account));
        return new Look(chosen);
    }

    /** What was chosen for this account alone. */
    public Map<Dimension, Variant> chosenFor(String account) {
        return Collections.unmodifiableMap(byAccount.getOrDefault(account, Map.of()));
    }

    /** The accounts that something was chosen for, in alphabetical order. */
    public List<String> accounts() {
        return List.copyOf(new TreeMap<>(byAccount)
                .keySet().stream().filter(account -> !account.isEmpty()).toList());
    }

    /** Chooses for one account, or for everybody when none is given. */
    public void choose(@Nullable String account, Variant variant, Journal journal) {
        var event = new Event.VariantChosen(account == null ? EVERYBODY : account, variant.name());
        apply(event);
        journal.write(event);
    }

    /** Chooses one variant of each dimension but {@link Dimension#STANDING}: the same ones for the same seed. */
    public void chooseByChance(@Nullable String account, long seed, Journal journal) {
        var random = new Random(seed);
        Arrays.stream(Dimension.values())
                .filter(dimension -> dimension != Dimension.STANDING)
                .map(Dimension::variants)
                .map(variants -> variants.get(random.nextInt(variants.size())))
                .forEach(variant -> choose(account, variant, journal));
    }

    /** Back to the defaults, for everybody. */
    public void clear(Journal journal) {
        var event = new Event.VariantsCleared();
        apply(event);
        journal.write(event);
    }

    public synchronized void apply(Event.VariantChosen event) {
        Variant variant = Variant.valueOf(event.variant());
        var chosen = new EnumMap<Dimension, Variant>(Dimension.class);
        chosen.putAll(byAccount.getOrDefault(event.account(), Map.of()));
        chosen.put(variant.dimension(), variant);
        byAccount.put(event.account(), chosen);
    }

    public synchronized void apply(Event.VariantsCleared ignored) {
        byAccount.clear();
    }
}
