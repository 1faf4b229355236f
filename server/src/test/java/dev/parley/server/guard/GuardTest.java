package dev.parley.server.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.core.UserId;
import dev.parley.server.tenancy.TestingDatabase;
import dev.parley.server.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GuardTest {

    @RegisterExtension
    static final TestingDatabase database = TestingDatabase.create();

    private static final int TRIES = 5;
    private static final int ADDRESS_TRIES = 8;
    private static final GuardSettings SETTINGS = new GuardSettings(
            TRIES,
            ADDRESS_TRIES,
            Duration.ofSeconds(2),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofDays(365));

    private static final Iterator<String> ADDRESSES = IntStream.range(0, 60_000)
            .mapToObj(n -> "198.18." + n / 250 + "." + n % 250)
            .iterator();

    private final SettableClock clock = new SettableClock();
    private final Guard guard = node();
    private final String alma = UserId.create().toString();

    GuardTest() {
        clock.set(Instant.parse("2026-11-26T12:00:00Z"));
    }

    private Guard node() {
        return new Guard(new FailedAttempts(database.client(), clock, SETTINGS), SETTINGS);
    }

    /** From an address that nobody has used. */
    private Attempt password(String account) {
        return new Attempt(What.PASSWORD, account, new From(ADDRESSES.next(), null), null);
    }

    private void fail(int times) {
        IntStream.range(0, times).forEach(n -> guard.failed(password(alma)));
    }

    @Test
    void a_few_failures_cost_nothing_then_the_wait_doubles_up_to_a_quarter_of_an_hour() {
        fail(TRIES);
        assertThat(guard.isOpen(password(alma))).isTrue();
        for (var seconds : List.of(2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900)) {
            fail(1);
            clock.advance(Duration.ofSeconds(seconds).minusMillis(1));
            assertThat(guard.isOpen(password(alma))).as("before " + seconds).isFalse();
            clock.advance(Duration.ofMillis(1));
            assertThat(guard.isOpen(password(alma))).as("after " + seconds).isTrue();
        }
    }

    @Test
    void failures_while_one_waits_make_it_no_longer() {
        fail(TRIES + 1);
        fail(20);
        clock.advance(Duration.ofSeconds(2));
        assertThat(guard.isOpen(password(alma))).isTrue();
    }

    @Test
    void time_forgets_one_failure_after_the_other() {
        fail(TRIES);
        clock.advance(Duration.ofHours(2));
        fail(2);
        assertThat(guard.isOpen(password(alma))).isTrue();
        fail(1);
        assertThat(guard.isOpen(password(alma))).isFalse();
    }

    @Test
    void every_node_counts_the_same() {
        var other = node();
        IntStream.range(0, TRIES + 1).forEach(n -> (n % 2 == 0 ? guard : other).failed(password(alma)));
        assertThat(guard.isOpen(password(alma))).isFalse();
        assertThat(other.isOpen(password(alma))).isFalse();
    }

    @Test
    void what_is_known_gives_no_fresh_tries_at_what_is_not() {
        fail(TRIES + 1);
        var code = new Attempt(What.CODE, alma, new From("203.0.113.1", null), null);
        assertThat(guard.mayTry(code)).isTrue();
        guard.wasRight(code);
        assertThat(guard.isOpen(password(alma))).isFalse();
    }

    @Test
    void of_many_codes_at_once_no_more_than_the_free_ones_are_looked_at() throws Exception {
        var code = new Attempt(What.CODE, alma, new From("203.0.113.1", null), null);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var looked = threads.invokeAll(Stream.generate(() -> (Callable<Boolean>) () -> guard.mayTry(code))
                    .limit(50)
                    .toList());
            var count = 0;
            for (var one : looked) {
                count += one.get() ? 1 : 0;
            }
            assertThat(count).isEqualTo(TRIES + 1);
        }
    }

    @Test
    void a_right_code_takes_back_itself_and_nothing_else() {
        var code = new Attempt(What.CODE, alma, new From("203.0.113.1", null), null);
        IntStream.range(0, TRIES).forEach(n -> assertThat(guard.mayTry(code)).isTrue());
        IntStream.range(0, 3).forEach(n -> {
            assertThat(guard.mayTry(code)).isTrue();
            guard.wasRight(code);
        });
        assertThat(guard.mayTry(code)).isTrue();
        assertThat(guard.mayTry(code)).isFalse();
    }

    @Test
    void a_known_device_is_counted_apart() {
        fail(TRIES + 1);
        var own = new Attempt(What.PASSWORD, alma, new From("203.0.113.1", null), "kitchen");
        assertThat(guard.isOpen(own)).isTrue();
        IntStream.range(0, TRIES + 1).forEach(n -> guard.failed(own));
        assertThat(guard.isOpen(own)).isFalse();
        clock.advance(Duration.ofSeconds(2));
        assertThat(guard.isOpen(own)).isTrue();
    }

    @Test
    void an_address_that_is_spent_locks_nobody_out() {
        var from = new From(ADDRESSES.next(), null);
        IntStream.rangeClosed(0, ADDRESS_TRIES)
                .forEach(n -> guard.failed(new Attempt(What.PASSWORD, "somebody" + n, from, null)));
        var fromThere = new Attempt(What.PASSWORD, alma, from, null);
        assertThat(guard.isOpen(fromThere)).isFalse();
        IntStream.range(0, 2 * TRIES).forEach(n -> guard.failed(fromThere));
        assertThat(guard.isOpen(password(alma))).isTrue();
    }

    @Test
    void a_customer_of_ipv6_is_one_address_and_this_machine_is_none() {
        assertThat(new From("2001:db8:1:2::1", null).network())
                .isEqualTo(new From("2001:db8:1:2:ffff::9", null).network());
        assertThat(new From("2001:db8:1:3::1", null).network())
                .isNotEqualTo(new From("2001:db8:1:2::1", null).network());
        for (var own : List.of("127.0.0.1", "::1", "127.8.9.10")) {
            assertThat(new From(own, null).isThisMachine()).as(own).isTrue();
        }
        assertThat(new From("192.168.1.7", null).isThisMachine()).isFalse();
    }

    @Test
    void a_person_is_told_what_was_tried_until_they_have_seen_it() {
        var warnings = new Warnings(database.client());
        var user = UserId.of(alma);
        assertThat(warnings.of(user)).isEmpty();
        IntStream.range(0, 3)
                .forEach(n -> guard.failed(new Attempt(What.PASSWORD, alma, new From("192.0.2." + n, null), null)));
        assertThat(warnings.of(user))
                .containsExactly(new Warnings.Warning(What.PASSWORD, 3, clock.instant(), "192.0.2.2"));
        warnings.seen(user);
        assertThat(warnings.of(user)).isEmpty();
        fail(TRIES - 2);
        assertThat(guard.isOpen(password(alma))).isFalse();
    }
}
