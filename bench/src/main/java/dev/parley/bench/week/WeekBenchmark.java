package dev.parley.bench.week;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.bench.BenchInstance;
import dev.parley.bench.Benchmark;
import dev.parley.bench.JsonCalls;
import dev.parley.bench.Report;
import dev.parley.bench.SignedUpPeople;
import dev.parley.bench.week.Worker.Kind;
import dev.parley.cli.instance.Home;
import java.nio.file.Files;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A week of accounts that follow, like and watch stories within limits and working hours, with the clock set; drawn into {@code docs/week.svg}. */
public final class WeekBenchmark implements Benchmark {

    private static final int ACCOUNTS = Integer.getInteger("accounts", 200);
    private static final int OWNERS = 4;
    private static final int AT_ONCE = 8;
    private static final int SHOWN = 20;
    private static final int DAYS = 7;
    private static final Duration STEP = Duration.ofMinutes(1);
    private static final Duration NOON = Duration.ofHours(12);
    private static final int BLOCKED_ON = 2;
    private static final int LIMITED_ON = 3;
    private static final int BLOCKED_EACH = 20;
    private static final List<String> HASHTAGS =
            List.of("travel", "food", "coffee", "sunset", "cats", "hiking", "books", "vegan", "yoga", "jazz");

    @Override
    public void run() throws Exception {
        var time = new SimulatedTime();
        try (var instance = BenchInstance.start(
                Map.of(),
                time.withZone(ZoneOffset.UTC),
                "--parley.bot.divisor=1",
                "--parley.bot.person=100ms",
                "--parley.inbox.polling=false",
                "--parley.rate.signed-in=1000000",
                "--parley.account.session-lifetime=30d")) {
            new Week(instance, time).pass();
        }
    }

    private static final class Week {

        private final BenchInstance instance;
        private final SimulatedTime time;
        private final JdbcClient owner;
        private final JsonCalls sandbox;
        private final Instant begin = LocalDate.now(ZoneOffset.UTC)
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        private final Instant limitedFrom =
                begin.plus(Duration.ofDays(LIMITED_ON)).plus(NOON);

        Week(BenchInstance instance, SimulatedTime time) {
            this.instance = instance;
            this.time = time;
            this.owner = instance.superuser();
            this.sandbox = JsonCalls.to(instance.sandbox());
        }

        void pass() throws Exception {
            Report.title("A week of %,d accounts".formatted(ACCOUNTS));
            var workers = connect();
            try (var crank = new TurnTheCrank(instance.server(), owner)) {
                time.rule(owner);
                instance.server()
                        .getBean(HikariDataSource.class)
                        .getHikariPoolMXBean()
                        .softEvictConnections();
                jumpTo(begin);
                var began = System.nanoTime();
                for (int day = 0; day < DAYS; day++) {
                    pass(day, workers, crank);
                }
                Report.line(
                        "%,d ticks in %d s, of which %d lost their lease because the time had jumped",
                        crank.ticks(),
                        Duration.ofNanos(System.nanoTime() - began).toSeconds(),
                        crank.broken());
            }
            report(workers, Done.at(instance.sandbox()));
        }

        private List<Worker> connect() throws Exception {
            limitEverybody();
            var people = new SignedUpPeople(instance, "week", OWNERS);
            var owners = IntStream.range(0, OWNERS)
                    .mapToObj(n -> JsonCalls.to(instance.address()).withToken(people.token()))
                    .toList();
            var made =
                    sandbox.post("/_sandbox/accounts", Map.of("prefix", "week", "count", ACCOUNTS, "signed_in", false));
            var workers = new ArrayList<Callable<Worker>>();
            for (JsonNode account : made) {
                var number = workers.size();
                workers.add(() -> connect(number, account.path("username").asString(), owners.get(number % OWNERS)));
            }
            try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
                var all = new ArrayList<Worker>();
                for (var connected : threads.invokeAll(workers)) {
                    all.add(connected.get());
                }
                return all;
            }
        }

        private void limitEverybody() {
            for (var kind : Kind.values()) {
                owner.sql("update daily_limits set per_hour = :hour, per_day = :day where action = :action")
                        .param("hour", kind.hour())
                        .param("day", kind.day())
                        .param("action", kind.limit())
                        .update();
            }
        }

        private static Worker connect(int number, String name, JsonCalls api) {
            var id = api.post("/api/bot/login", Map.of("username", name, "password", "sandbox-pass"))
                    .path("account_id")
                    .asString();
            var kind = number / OWNERS;
            var worker = new Worker(
                    name, id, api, Hours.ofNumber(kind), kind / Hours.kinds() % 2 == 0, number % BLOCKED_EACH == 0);
            api.call(
                    "PATCH",
                    "/api/accounts/" + id,
                    Map.of(
                            "working_hours",
                            worker.hours().byDay(),
                            "time_zone",
                            worker.hours().zone().getId()));
            api.post("/api/bot/start", Map.of("account_id", id));
            return worker;
        }

        private void pass(int day, List<Worker> workers, TurnTheCrank crank) throws Exception {
            var morning = begin.plus(Duration.ofDays(day));
            for (int n = 0; n < workers.size(); n++) {
                workers.get(n).order(HASHTAGS.get((day + n) % HASHTAGS.size()));
            }
            goOnUntil(morning.plus(NOON), crank);
            if (day == BLOCKED_ON) {
                workers.stream().filter(Worker::isBlocked).forEach(this::block);
            }
            if (day == LIMITED_ON) {
                workers.stream().filter(Worker::isLimited).forEach(WeekBenchmark::halveLimits);
            }
            goOnUntil(morning.plus(Duration.ofDays(1)), crank);
            Report.line("day %d of %d has passed", day + 1, DAYS);
        }

        private void block(Worker worker) {
            sandbox.post(
                    "/_sandbox/script",
                    Map.of("account", worker.name(), "call", "follow", "fault", "feedback_required", "times", 1));
        }

        private void goOnUntil(Instant end, TurnTheCrank crank) throws Exception {
            while (true) {
                crank.runAllDue();
                var step = time.instant().plus(STEP);
                var next = crank.nextDue().filter(due -> due.isAfter(step)).orElse(step);
                if (!next.isBefore(end)) {
                    jumpTo(end);
                    return;
                }
                jumpTo(next);
            }
        }

        private void jumpTo(Instant then) {
            time.jumpTo(then, owner, sandbox);
        }

        private void report(List<Worker> workers, Done done) throws Exception {
            for (var kind : Kind.values()) {
                Report.line(
                        "%s: %,d",
                        kind.limit(),
                        done.deeds().stream()
                                .filter(deed -> deed.kind() == kind)
                                .count());
            }
            var file = Home.find().root().resolve("docs/week.svg");
            Files.writeString(file, new WeekPicture(workers, begin, limitedFrom, done).draw());
            Report.line("drawn into %s", file);
            var wrong = done.wrong(workers, limitedFrom);
            wrong.stream().limit(SHOWN).forEach(what -> Report.line("WRONG %s", what));
            Report.line("outside of working hours, or beyond a limit: %d", wrong.size());
        }
    }

    private static void halveLimits(Worker worker) {
        var limits = Stream.of(Kind.values())
                .map(kind -> Map.of("action", kind.limit(), "per_hour", kind.hour() / 2, "per_day", kind.day() / 2))
                .toList();
        worker.owner().call("PUT", "/api/bot/limits", Map.of("account_id", worker.id(), "limits", limits));
    }
}
