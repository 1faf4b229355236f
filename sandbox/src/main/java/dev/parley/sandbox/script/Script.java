package dev.parley.sandbox.script;

import dev.parley.sandbox.journal.Event;
import dev.parley.sandbox.journal.Journal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The faults that are on, oldest first; the oldest one that concerns a call hits it. Thread-safe; survives a restart. */
public final class Script {
    private static final int ALWAYS = -1;

    private volatile List<Line> lines = List.of();
    private long nextId = 1;

    public synchronized ScriptedFault add(ScriptedFault fault, Journal journal) {
        var event = new Event.FaultScripted(
                nextId,
                fault.account() == null ? "" : fault.account(),
                fault.call().name(),
                fault.fault().name(),
                fault.times() == null ? ALWAYS : fault.times(),
                fault.afterEffect(),
                fault.delay().toMillis(),
                fault.error() == null ? "" : fault.error());
        apply(event);
        journal.write(event);
        return fault;
    }

    /** Whether no call can be hit. */
    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** The fault that hits this call, if any; a limited one is used up by one. */
    public Optional<ScriptedFault> next(Call call, @Nullable String account, Journal journal) {
        return isEmpty() ? Optional.empty() : use(call, account, false, journal);
    }

    /** The same for a call of the official API, which errors of its own hit too. */
    public Optional<ScriptedFault> nextOfficial(Call call, @Nullable String account, Journal journal) {
        return isEmpty() ? Optional.empty() : use(call, account, true, journal);
    }

    public synchronized void clear(Journal journal) {
        var event = new Event.FaultsCleared();
        apply(event);
        journal.write(event);
    }

    /** What is on, with the times that are left. */
    public synchronized List<ScriptedFault> active() {
        return lines.stream().map(Line::fault).toList();
    }

    public synchronized void apply(Event.FaultScripted event) {
        nextId = event.id() + 1;
        lines = Stream.concat(lines.stream(), Stream.of(new Line(event.id(), read(event))))
                .toList();
    }

    public synchronized void apply(Event.FaultUsed event) {
        lines = lines.stream()
                .flatMap(line -> line.id() == event.id() ? line.afterUse() : Stream.of(line))
                .toList();
    }

    public synchronized void apply(Event.FaultsCleared ignored) {
        lines = List.of();
    }

    private synchronized Optional<ScriptedFault> use(
            Call call, @Nullable String account, boolean official, Journal journal) {
        Optional<Line> hit = lines.stream()
                .filter(line -> line.fault().concerns(call, account))
                .filter(line -> official || line.fault().fault() != Fault.GRAPH_ERROR)
                .findFirst();
        hit.filter(line -> line.fault().times() != null).ifPresent(line -> {
            var event = new Event.FaultUsed(line.id());
            apply(event);
            journal.write(event);
        });
        return hit.map(Line::fault);
    }

    private static ScriptedFault read(Event.FaultScripted event) {
        return new ScriptedFault(
                event.account().isEmpty() ? null : event.account(),
                Call.valueOf(event.call()),
                Fault.valueOf(event.fault()),
                event.times() == ALWAYS ? null : event.times(),
                event.afterEffect(),
                Duration.ofMillis(event.delayMillis()),
                event.error().isEmpty() ? null : event.error());
    }

    private record Line(long id, ScriptedFault fault) {

        Stream<Line> afterUse() {
            Integer times = fault.times();
            if (times == null) {
                return Stream.of(this);
            }
            return times == 1 ? Stream.empty() : Stream.of(new Line(id, fault.times(times - 1)));
        }
    }
}
