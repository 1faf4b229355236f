package dev.parley.server.bot;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Performs actions as it was told to, and remembers them. Without orders, everything succeeds. */
final class TestingHandler implements ActionHandler<String> {

    static final String KIND = "testing";

    private final Queue<Performed<String>> performs = new ArrayDeque<>();
    private final Queue<Looked<String>> looks = new ArrayDeque<>();
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> heldWhenStored = new ConcurrentHashMap<>();
    final List<String> performed = new CopyOnWriteArrayList<>();
    final List<String> looked = new CopyOnWriteArrayList<>();

    /** Whoever does something to this target stands still until the latch is opened. */
    CountDownLatch hold(String target) {
        var latch = new CountDownLatch(1);
        held.put(target, latch);
        return latch;
    }

    /** Whoever stores what became of something done to this target stands still until the latch is opened. */
    CountDownLatch holdWhenStored(String target) {
        var latch = new CountDownLatch(1);
        heldWhenStored.put(target, latch);
        return latch;
    }

    synchronized void willPerform(Performed<String> outcome) {
        performs.add(outcome);
    }

    synchronized void willSee(Looked<String> outcome) {
        looks.add(outcome);
    }

    synchronized void forget() {
        performs.clear();
        held.values().forEach(CountDownLatch::countDown);
        held.clear();
        heldWhenStored.values().forEach(CountDownLatch::countDown);
        heldWhenStored.clear();
        looks.clear();
        performed.clear();
        looked.clear();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public List<String> counted(Action action) {
        return List.of("follow");
    }

    @Override
    public Performed<String> perform(Attempt attempt) {
        var target = attempt.action().requireTargetId();
        performed.add(target);
        standStill(held.get(target));
        return ordered();
    }

    private static void standStill(@Nullable CountDownLatch latch) {
        if (latch == null) {
            return;
        }
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Performed<String> ordered() {
        var ordered = performs.poll();
        return ordered == null ? new Performed.Succeeded<>("done") : ordered;
    }

    @Override
    public synchronized Looked<String> look(Attempt attempt) {
        looked.add(attempt.action().requireTargetId());
        var ordered = looks.poll();
        return ordered == null ? new Looked.TookEffect<>("seen") : ordered;
    }

    @Override
    public Supplier<Settled> settle(Action action, Ending<String> ending) {
        standStill(heldWhenStored.get(action.requireTargetId()));
        return () -> Settled.telling(settled(ending));
    }

    private Map<String, String> settled(Ending<String> ending) {
        return ending instanceof Ending.Succeeded<String>(String value) ? Map.of("value", value) : Map.of();
    }
}
