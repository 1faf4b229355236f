package dev.parley.bench.week;

import static java.util.stream.Collectors.groupingBy;

import dev.parley.bench.JsonCalls;
import dev.parley.bench.week.Worker.Kind;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What really happened, by the fake Instagram's word. */
record Done(List<Deed> deeds) {

    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Duration A_DAY = Duration.ofDays(1);

    record Deed(String account, Kind kind, Instant at) {}

    static Done at(URI sandbox) {
        var truth = JsonCalls.to(sandbox);
        return new Done(Stream.of(
                        read(truth, "follows", "sender", Kind.FOLLOW),
                        read(truth, "likes", "sender", Kind.LIKE),
                        read(truth, "story-views", "viewer", Kind.STORY))
                .flatMap(List::stream)
                .toList());
    }

    private static List<Deed> read(JsonCalls truth, String what, String whose, Kind kind) {
        var rows = JsonMapper.shared().readTree(truth.get("/_sandbox/truth/" + what));
        var deeds = new ArrayList<Deed>();
        for (JsonNode row : rows) {
            deeds.add(new Deed(
                    row.path(whose).asString(),
                    kind,
                    Instant.parse(row.path("at").asString())));
        }
        return deeds;
    }

    Map<String, List<Deed>> byAccount() {
        return deeds.stream().collect(groupingBy(Deed::account));
    }

    /** Each deed outside of working hours, and each with which an hour or 24 hours hold more than is allowed at that time. */
    List<String> wrong(List<Worker> workers, Instant limitedFrom) {
        var wrong = new ArrayList<String>();
        var of = byAccount();
        for (var worker : workers) {
            for (var kind : Kind.values()) {
                var its = of.getOrDefault(worker.name(), List.of()).stream()
                        .filter(deed -> deed.kind() == kind)
                        .map(Deed::at)
                        .sorted()
                        .toList();
                its.stream()
                        .filter(at -> !worker.hours().isOpen(at))
                        .forEach(at ->
                                wrong.add("%s: %s at %s, outside of its hours".formatted(worker.name(), kind, at)));
                tooMany(worker, kind, its, limitedFrom, wrong);
            }
        }
        return wrong;
    }

    private static void tooMany(Worker worker, Kind kind, List<Instant> its, Instant limitedFrom, List<String> wrong) {
        for (int n = 0; n < its.size(); n++) {
            var at = its.get(n);
            if (within(AN_HOUR, its, n) > worker.limit(kind, at, limitedFrom, false)
                    || within(A_DAY, its, n) > worker.limit(kind, at, limitedFrom, true)) {
                wrong.add("%s: %s at %s, beyond its limit".formatted(worker.name(), kind, at));
            }
        }
    }

    /** How many there are in the span that ends with the n-th, that one among them. */
    private static int within(Duration span, List<Instant> its, int n) {
        var from = its.get(n).minus(span);
        return (int)
                its.subList(0, n + 1).stream().filter(at -> at.isAfter(from)).count();
    }
}
