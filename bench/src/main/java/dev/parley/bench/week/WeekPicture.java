package dev.parley.bench.week;

import static java.util.stream.Collectors.groupingBy;

import dev.parley.bench.week.Worker.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Actions per hour, against what limits allow in the working hours; below, each account's hours in a line of its own. */
final class WeekPicture {

    private static final int HOURS = 168;
    private static final int HOUR = 6;
    private static final int LEFT = 64;
    private static final int WIDTH = LEFT + HOURS * HOUR + 16;
    private static final int PANEL = 110;
    private static final int GAP = 34;
    private static final int ROW = 2;
    private static final int SHADES = 4;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    private final StringBuilder svg = new StringBuilder();
    private final List<Worker> workers;
    private final Instant begin;
    private final Instant limitedFrom;
    private final Done done;

    WeekPicture(List<Worker> workers, Instant begin, Instant limitedFrom, Done done) {
        this.workers = workers.stream()
                .sorted(Comparator.comparing(worker -> worker.hours().zone().getId()))
                .toList();
        this.begin = begin;
        this.limitedFrom = limitedFrom;
        this.done = done;
    }

    String draw() {
        var height = GAP + Kind.values().length * (PANEL + GAP) + workers.size() * ROW + GAP;
        line("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">"
                .formatted(WIDTH, height, "Actions per hour of %d accounts in a week".formatted(workers.size())));
        line("""
                <style>
                  svg { font: 11px system-ui, sans-serif; --ink: #1f2937; --faint: #d1d5db; --bar: #2563eb; --most: #b45309; --open: #e5e7eb; }
                  @media (prefers-color-scheme: dark) { svg { --ink: #e5e7eb; --faint: #4b5563; --bar: #60a5fa; --most: #f59e0b; --open: #1f2937; } }
                  text { fill: var(--ink); } .bar { fill: var(--bar); } .most { fill: none; stroke: var(--most); stroke-width: 1.5; }
                  .faint { stroke: var(--faint); } .open { fill: var(--open); }
                </style>""");
        for (var kind : Kind.values()) {
            panel(kind, GAP + kind.ordinal() * (PANEL + GAP));
        }
        accounts(GAP + Kind.values().length * (PANEL + GAP));
        line("</svg>");
        return svg.toString();
    }

    private void panel(Kind kind, int top) {
        var counts =
                hours(done.deeds().stream().filter(deed -> deed.kind() == kind).toList());
        var most = IntStream.range(0, HOURS).map(hour -> allowed(kind, hour)).toArray();
        var scale = (double) PANEL / IntStream.of(most).max().orElse(1);
        text(
                LEFT,
                top - 6,
                "%s per hour; the line: what all accounts within their working hours may do in one"
                        .formatted(kind.words()));
        text(4, top + 10, Integer.toString(IntStream.of(most).max().orElse(0)));
        days(top, top + PANEL);
        for (int hour = 0; hour < HOURS; hour++) {
            if (counts[hour] > 0) {
                var tall = counts[hour] * scale;
                line("<rect class=\"bar\" x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\"/>"
                        .formatted(x(hour), top + PANEL - tall, HOUR - 1, tall));
            }
        }
        var path = new StringBuilder();
        for (int hour = 0; hour < HOURS; hour++) {
            path.append("%s%d %.1fh%d"
                    .formatted(path.isEmpty() ? "M" : "L", x(hour), top + PANEL - most[hour] * scale, HOUR));
        }
        line("<path class=\"most\" d=\"%s\"/>".formatted(path));
    }

    private int allowed(Kind kind, int hour) {
        var middle = at(hour).plus(Duration.ofMinutes(30));
        return workers.stream()
                .filter(worker -> worker.hours().isOpen(middle))
                .mapToInt(worker -> worker.limit(kind, middle, limitedFrom, false))
                .sum();
    }

    private void accounts(int top) {
        text(
                LEFT,
                top - 6,
                "Each line is an account; grey: its working hours; the stronger the blue, the more it did in that hour");
        var of = done.byAccount();
        for (int n = 0; n < workers.size(); n++) {
            var worker = workers.get(n);
            var y = top + n * ROW;
            row(
                    "open",
                    1,
                    y,
                    IntStream.range(0, HOURS)
                            .filter(hour -> worker.hours().isOpen(at(hour).plus(Duration.ofMinutes(30))))
                            .toArray());
            var counts = hours(of.getOrDefault(worker.name(), List.of()));
            var full = IntStream.of(counts).max().orElse(0);
            for (int shade = 1; shade <= SHADES; shade++) {
                var wanted = shade;
                row(
                        "bar",
                        (double) shade / SHADES,
                        y,
                        IntStream.range(0, HOURS)
                                .filter(hour -> counts[hour] > 0 && Math.ceilDiv(counts[hour] * SHADES, full) == wanted)
                                .toArray());
            }
        }
        days(top, top + workers.size() * ROW);
        names(top);
    }

    private void row(String style, double opacity, int y, int[] hours) {
        if (hours.length == 0) {
            return;
        }
        var path = new StringBuilder();
        for (var hour : hours) {
            path.append("M%d %dh%dv%dh-%dz".formatted(x(hour), y, HOUR, ROW, HOUR));
        }
        line("<path class=\"%s\" opacity=\"%.2f\" d=\"%s\"/>".formatted(style, opacity, path));
    }

    private void names(int top) {
        var zones = IntStream.range(0, workers.size())
                .boxed()
                .collect(groupingBy(n -> workers.get(n).hours().zone().getId()));
        zones.forEach((zone, rows) -> text(
                4,
                top + rows.getFirst() * ROW + 12,
                zone.substring(zone.indexOf('/') + 1).replace('_', ' ')));
    }

    private void days(int top, int bottom) {
        for (int hour = 0; hour < HOURS; hour += 24) {
            line("<path class=\"faint\" d=\"M%d %dV%d\"/>".formatted(x(hour), top, bottom));
            text(x(hour) + 2, bottom + 12, DAY.format(at(hour).atOffset(ZoneOffset.UTC)));
        }
    }

    private int[] hours(List<Done.Deed> deeds) {
        var counts = new int[HOURS];
        for (var deed : deeds) {
            var hour = (int) Duration.between(begin, deed.at()).toHours();
            if (hour >= 0 && hour < HOURS) {
                counts[hour]++;
            }
        }
        return counts;
    }

    private Instant at(int hour) {
        return begin.plus(Duration.ofHours(hour));
    }

    private static int x(int hour) {
        return LEFT + hour * HOUR;
    }

    private void text(int x, int y, String words) {
        line("<text x=\"%d\" y=\"%d\">%s</text>".formatted(x, y, words));
    }

    private void line(String line) {
        svg.append(line).append('\n');
    }
}
