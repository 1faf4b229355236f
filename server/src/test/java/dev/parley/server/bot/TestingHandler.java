package dev.parley.server.bot;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Performs actions as it was told to, and remembers them. Without orders, everything succeeds. */
final class TestingHandler implements ActionHandler<String> {

    static final String KIND = "testing";

    private final Queue<Performed<String>> performs = new ArrayDeque<>();
    private final Queue<Looked<String>> looks = new ArrayDeque<>();
    final List<String> performed = new CopyOnWriteArrayList<>();
    final List<String> looked = new CopyOnWriteArrayList<>();

    synchronized void willPerform(Performed<String> outcome) {
        performs.add(outcome);
    }

    synchronized void willSee(Looked<String> outcome) {
        looks.add(outcome);
    }

    synchronized void forget() {
        performs.clear();
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
    public synchronized Performed<String> perform(Attempt attempt) {
        performed.add(attempt.action().requireTargetId());
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
        return () -> Settled.telling(settled(ending));
    }

    private Map<String, String> settled(Ending<String> ending) {
        return ending instanceof Ending.Succeeded<String>(String value) ? Map.of("value", value) : Map.of();
    }
}
