package dev.parley.server.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.account.Account;
import dev.parley.server.core.AccountId;
import dev.parley.server.quota.Consumed.Exhausted;
import dev.parley.server.quota.Consumed.Granted;
import dev.parley.server.quota.Consumed.Shut;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.tenancy.TestingDatabase;
import dev.parley.server.testing.TestingAccounts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever happens, and in whatever order, is compared with a {@link LimitsModel}. The clock is the database's; so that time passes, all that
 * it has counted is made older.
 */
class LimitsModelTest {

    private static final String FOLLOW = "follow";
    private static final Whose EVERYBODY = new Whose.Everybody();
    private static final int EVENTS = 150;

    @RegisterExtension
    static final TestingDatabase database = TestingDatabase.create();

    private static int people;

    private final Tenancy tenancy = database.tenancy();
    private final Allowances allowances = new Allowances(database.client());
    private final QuotaLedger ledger = new QuotaLedger(database.tenancy(), database.client(), allowances);
    private final Limits limits = new Limits(database.client());
    private final WarmUps warmUps = new WarmUps(database.client());

    private final LimitsModel model = new LimitsModel();
    private final List<String> story = new ArrayList<>();
    private final Caller alma = database.person("alma" + people++);
    private final List<AccountId> accounts = List.of(
            TestingAccounts.add(database, alma, "alma.plain"), TestingAccounts.add(database, alma, "alma.second"));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void no_limit_is_exceeded_and_nobody_starves(long seed) {
        var random = new Random(seed);
        story.add("seed " + seed);
        begin();
        for (var n = 0; n < EVENTS; n++) {
            next(random);
        }
        assertThat(model.granted()).as("what was granted at all").isGreaterThan(EVENTS / 10);
    }

    private void begin() {
        set(LimitedBy.INSTANCE, 0, EVERYBODY, 5, 12);
        warmUp(List.of());
        accounts.forEach(account -> tenancy.run(alma.workspace(), () -> warmUps.begin(account)));
        model.connected(now());
    }

    private void next(Random random) {
        var which = random.nextInt(accounts.size());
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> use(which, 1 + random.nextInt(4));
            case 3 -> useAsSoonAsItOpens(which);
            case 4 -> giveBack(random);
            case 5, 6 -> pass(Duration.ofMinutes(1 + random.nextInt(70)));
            case 7 -> pass(Duration.ofHours(1 + random.nextInt(30)));
            case 8 -> pass(Duration.ofDays(1 + random.nextInt(6)));
            case 9 -> change(random, which);
            case 10 -> warmUp(random.nextBoolean() ? List.of() : percents(random));
            default -> waive(which, random.nextInt(3) == 0);
        }
    }

    private void use(int which, int times) {
        for (var n = 0; n < times; n++) {
            consume(which);
        }
    }

    /** What is said to be left is there, and what is not said to be left is refused until it is said to open. */
    private Consumed consume(int which) {
        var before = now();
        var left = left(which);
        var consumed = tenancy.in(
                alma.workspace(),
                () -> ledger.consuming(accounts.get(which), alma.user(), FOLLOW).get());
        story.add("account %d at %s: %s, was said: %s".formatted(which, before, consumed, left));
        assertThat(left.hour().limitedBy()).as(this::told).isIn(model.hourLimitedBy(which, before, now()));
        assertThat(left.day().limitedBy()).as(this::told).isIn(model.dayLimitedBy(which, before, now()));
        switch (consumed) {
            case Granted granted -> {
                model.used(which, granted.at());
                assertThat(model.exceeded(which, granted.at())).as(this::told).isEmpty();
                assertThat(left.now() > 0 || opensBy(left, granted.at()))
                        .as(this::told)
                        .isTrue();
            }
            case Exhausted(Instant opensAt) -> {
                assertThat(model.isExhausted(which, before)).as(this::told).isTrue();
                assertThat(left.now()).as(this::told).isZero();
                assertThat(opensAt).as(this::told).isAfter(before);
            }
            case Shut shut -> {
                assertThat(model.isShut(which, before)).as(this::told).isTrue();
                assertThat(left.opensAt()).as(this::told).isNull();
            }
        }
        return consumed;
    }

    private static boolean opensBy(Allowance.Left left, Instant at) {
        var opensAt = left.opensAt();
        return opensAt != null && !opensAt.isAfter(at);
    }

    /** Nobody waits for longer than they were told. */
    private void useAsSoonAsItOpens(int which) {
        for (var n = 0; n < EVENTS; n++) {
            if (consume(which) instanceof Exhausted(Instant opensAt)) {
                pass(minutesUp(Duration.between(now(), opensAt)));
                assertThat(consume(which)).as(this::told).isInstanceOf(Granted.class);
                return;
            }
            if (model.isShut(which, now())) {
                return;
            }
        }
    }

    private static Duration minutesUp(Duration length) {
        return Duration.ofMinutes(Math.max(0, length.toMinutes()) + 1);
    }

    private void giveBack(Random random) {
        model.anyUse(random).ifPresent(use -> {
            story.add("gives back " + use);
            tenancy.run(
                    alma.workspace(),
                    () -> ledger.giveBack(accounts.get(use.account()), FOLLOW, use.storedAt(model.passed())));
            model.givenBack(use);
        });
    }

    private void pass(Duration length) {
        story.add("passes " + length);
        tenancy.run(alma.workspace(), () -> {
            // Away first, for what would meet where another minute still stands.
            for (var by : List.of(length.plusDays(10_000), Duration.ofDays(-10_000))) {
                database.client()
                        .sql("update quota_ledger set minute = minute - make_interval(mins => :minutes)")
                        .param("minutes", (int) by.toMinutes())
                        .update();
            }
            database.client()
                    .sql("update warm_ups set began_at = began_at - make_interval(mins => :minutes)")
                    .param("minutes", (int) length.toMinutes())
                    .update();
        });
        model.pass(length);
    }

    private void change(Random random, int which) {
        var account = new Whose.OneAccount(new Account(
                accounts.get(which), alma.workspace(), alma.user(), "alma.plain", null, "mobile", null, Instant.EPOCH));
        switch (random.nextInt(4)) {
            case 0 -> set(LimitedBy.INSTANCE, which, EVERYBODY, 1 + random.nextInt(8), 1 + random.nextInt(20));
            case 1 -> set(LimitedBy.USER, which, new Whose.Person(alma.user()), any(random, 8), any(random, 20));
            case 2 ->
                set(
                        LimitedBy.WORKSPACE,
                        which,
                        new Whose.AllAccounts(alma.workspace()),
                        any(random, 8),
                        any(random, 20));
            default -> set(LimitedBy.ACCOUNT, which, account, any(random, 8), any(random, 20));
        }
    }

    private static @Nullable Integer any(Random random, int below) {
        return random.nextInt(3) == 0 ? null : Integer.valueOf(random.nextInt(below));
    }

    private void set(LimitedBy by, int which, Whose whose, @Nullable Integer perHour, @Nullable Integer perDay) {
        story.add("%s of account %d: %d an hour, %d a day".formatted(by, which, perHour, perDay));
        var limit = new Limit(FOLLOW, perHour, perDay);
        tenancy.run(alma.workspace(), () -> {
            if (limit.limitsSomething()) {
                limits.set(whose, List.of(limit));
            } else {
                limits.clear(whose, List.of(FOLLOW));
            }
        });
        model.limit(by, which, limit);
    }

    private static List<Integer> percents(Random random) {
        return random.ints(1 + random.nextInt(3), 1, 101).sorted().boxed().toList();
    }

    private void warmUp(List<Integer> percents) {
        story.add("warm-up " + percents);
        warmUps.set(percents);
        model.warmUp(percents);
    }

    private void waive(int which, boolean waived) {
        story.add("account %d used for long: %s".formatted(which, waived));
        tenancy.run(alma.workspace(), () -> warmUps.waive(accounts.get(which), waived));
        model.waive(which, waived);
    }

    private Allowance.Left left(int which) {
        return tenancy.in(alma.workspace(), () -> allowances.of(accounts.get(which), alma.user(), FOLLOW));
    }

    private static Instant now() {
        return database.client()
                .sql("select clock_timestamp()")
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private String told() {
        return String.join("\n", story);
    }
}
