package dev.parley.server.quota;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.server.account.Account;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.Installation;
import dev.parley.server.quota.Consumed.Exhausted;
import dev.parley.server.quota.Consumed.Granted;
import dev.parley.server.quota.Consumed.Shut;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Reach;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.tenancy.TestingDatabase;
import dev.parley.server.testing.TestingAccounts;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.DefaultApplicationArguments;

class QuotaTest {

    private static final String FOLLOW = "follow";
    private static final Whose EVERYBODY = new Whose.Everybody();
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    @RegisterExtension
    static final TestingDatabase database = TestingDatabase.create();

    private static int people;

    private final Tenancy tenancy = database.tenancy();
    private final Quota quota = new Quota(
            new QuotaLedger(database.tenancy(), database.client(), new Allowances(database.client())),
            new Allowances(database.client()));
    private final Limits limits = new Limits(database.client());
    private final WarmUps warmUps = new WarmUps(database.client());
    private final Caller alma = database.person("alma" + people++);
    private final AccountId account = TestingAccounts.add(database, alma, "alma.plain");

    @BeforeEach
    void defaults_as_delivered() {
        setLimits(EVERYBODY, 10, 50);
        warmUp(List.of());
    }

    @Test
    void an_hour_takes_as_many_as_its_limit_says() {
        assertThat(consume(12))
                .hasSize(12)
                .filteredOn(Granted.class::isInstance)
                .hasSize(10);
    }

    @Test
    void hundred_at_once_get_exactly_what_is_there() throws InterruptedException {
        setLimits(EVERYBODY, 37, 1000);
        Callable<Consumed> consumer = this::consume;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var consumed = threads
                    .invokeAll(Stream.generate(() -> consumer).limit(100).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(consumed).filteredOn(Granted.class::isInstance).hasSize(37);
        }
        assertThat(left().hour().used()).isEqualTo(37);
    }

    @Test
    void hundred_at_once_get_what_is_there_while_a_minute_of_another_hour_still_counts() throws InterruptedException {
        setLimits(EVERYBODY, 1000, 40);
        consume(5);
        age(Duration.ofHours(3));
        Callable<Consumed> consumer = this::consume;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var consumed = threads
                    .invokeAll(Stream.generate(() -> consumer).limit(100).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(consumed).filteredOn(Granted.class::isInstance).hasSize(35);
        }
    }

    @Test
    void an_exhausted_hour_opens_when_its_first_minute_is_an_hour_past() {
        consume(1);
        age(Duration.ofMinutes(20));
        consume(9);
        assertThat(consume()).isEqualTo(new Exhausted(oldestMinute().plus(61, ChronoUnit.MINUTES)));
    }

    @Test
    void a_minute_counts_until_an_hour_after_its_end() {
        consume(10);
        age(Duration.ofMinutes(60).plus(HALF_A_MINUTE));
        assertThat(consume()).isInstanceOf(Exhausted.class);
        age(Duration.ofMinutes(61).plus(HALF_A_MINUTE));
        assertThat(consume()).isInstanceOf(Granted.class);
    }

    @Test
    void a_minute_counts_until_a_day_after_its_end() {
        setLimits(EVERYBODY, 100, 10);
        consume(10);
        age(Duration.ofMinutes(1440).plus(HALF_A_MINUTE));
        assertThat(consume()).isEqualTo(new Exhausted(oldestMinute().plus(1441, ChronoUnit.MINUTES)));
        age(Duration.ofMinutes(1441).plus(HALF_A_MINUTE));
        assertThat(consume()).isInstanceOf(Granted.class);
    }

    @Test
    void the_later_of_both_windows_says_when_it_opens() {
        setLimits(EVERYBODY, 10, 10);
        consume(10);
        assertThat(consume()).isEqualTo(new Exhausted(oldestMinute().plus(1441, ChronoUnit.MINUTES)));
    }

    @Test
    void a_limit_that_was_lowered_opens_only_when_enough_is_past() {
        consume(4);
        age(Duration.ofMinutes(10));
        consume(6);
        setLimits(EVERYBODY, 3, 50);
        assertThat(consume()).isEqualTo(new Exhausted(newestMinute().plus(61, ChronoUnit.MINUTES)));
    }

    @Test
    void minutes_ahead_of_a_clock_that_was_set_back_go_on_counting() {
        consume(10);
        age(Duration.ofHours(-1));
        assertThat(consume()).isInstanceOf(Exhausted.class);
    }

    @Test
    void nothing_is_granted_where_the_limit_is_zero() {
        setLimits(EVERYBODY, 0, 50);
        assertThat(consume()).isInstanceOf(Shut.class);
        setLimits(EVERYBODY, 10, 0);
        assertThat(consume()).isInstanceOf(Shut.class);
        assertThat(left().day().used()).isZero();
    }

    @Test
    void a_limit_changes_only_when_it_is_known_who_waits_for_it() {
        setLimits(EVERYBODY, 0, 0);
        tenancy.run(alma.workspace(), () -> {
            assertThat(consume()).isInstanceOf(Shut.class);
            assertThatThrownBy(this::takeTheLimits).hasMessageContaining("could not obtain lock");
        });
        takeTheLimits();
    }

    @Test
    void the_accounts_own_limit_changes_only_when_it_is_known_who_waits_for_it() {
        setLimits(ofAccount(account), 0, null);
        tenancy.run(alma.workspace(), () -> {
            assertThat(consume()).isInstanceOf(Shut.class);
            assertThatThrownBy(() -> database.owner()
                            .sql("select action from workspace_limits where account_id = :account for update nowait")
                            .param("account", account.value())
                            .query(String.class)
                            .list())
                    .hasMessageContaining("could not obtain lock");
        });
    }

    private void takeTheLimits() {
        database.owner()
                .sql("select action from daily_limits where action = :action for update nowait")
                .param("action", FOLLOW)
                .query(String.class)
                .list();
    }

    @Test
    void the_lowest_of_the_default_and_the_persons_own_is_in_force() {
        setLimits(new Whose.Person(alma.user()), 2, 100);
        assertThat(left().hour().limit()).isEqualTo(2);
        assertThat(left().day().limit()).isEqualTo(50);
        assertThat(consume(3)).filteredOn(Granted.class::isInstance).hasSize(2);
    }

    @Test
    void the_lowest_of_all_is_in_force_and_it_is_known_whose_it_is() {
        assertThat(limitedBy()).containsExactly(LimitedBy.INSTANCE, LimitedBy.INSTANCE);
        setLimits(new Whose.Person(alma.user()), 9, 50);
        assertThat(limitedBy()).containsExactly(LimitedBy.USER, LimitedBy.INSTANCE);
        setLimits(new Whose.AllAccounts(alma.workspace()), 9, 40);
        assertThat(limitedBy()).containsExactly(LimitedBy.USER, LimitedBy.WORKSPACE);
        setLimits(ofAccount(account), 3, null);
        assertThat(limitedBy()).containsExactly(LimitedBy.ACCOUNT, LimitedBy.WORKSPACE);
        assertThat(left().day().limit()).isEqualTo(40);
        assertThat(consume(4)).filteredOn(Granted.class::isInstance).hasSize(3);
    }

    @Test
    void what_a_workspace_sets_counts_for_all_of_its_accounts_and_no_others() {
        setLimits(new Whose.AllAccounts(alma.workspace()), 1, null);
        setLimits(ofAccount(account), 0, null);
        var other = TestingAccounts.add(database, alma, "alma.second");
        var tomas = database.person("tomas" + people++);
        var foreign = TestingAccounts.add(database, tomas, "tomas.totp");
        assertThat(consume()).isInstanceOf(Shut.class);
        tenancy.run(alma.workspace(), () -> {
            assertThat(quota.consuming(other, alma.user(), FOLLOW).get()).isInstanceOf(Granted.class);
            assertThat(quota.consuming(other, alma.user(), FOLLOW).get()).isInstanceOf(Exhausted.class);
        });
        tenancy.run(tomas.workspace(), () -> {
            assertThat(quota.consuming(foreign, tomas.user(), FOLLOW).get()).isInstanceOf(Granted.class);
            assertThat(quota.consuming(foreign, tomas.user(), FOLLOW).get()).isInstanceOf(Granted.class);
        });
    }

    @Test
    void what_is_set_for_all_accounts_binds_whoever_may_know_of_one_only() {
        setLimits(new Whose.AllAccounts(alma.workspace()), 4, null);
        setLimits(ofAccount(TestingAccounts.add(database, alma, "alma.second")), 3, null);
        try (var _ = Reach.of(List.of(account)).bind()) {
            assertThat(left().hour().limit()).isEqualTo(4);
            assertThat(limits(new Whose.AllAccounts(alma.workspace()))).hasSize(1);
        }
    }

    @Test
    void an_account_that_is_new_has_a_share_that_grows_from_week_to_week() {
        warmUp(List.of(20, 40, 70));
        assertThat(left().hour().limit()).isEqualTo(10);
        connectedAgo(Duration.ofDays(1));
        assertThat(limitedBy()).containsExactly(LimitedBy.WARM_UP, LimitedBy.WARM_UP);
        assertThat(consume(3)).filteredOn(Granted.class::isInstance).hasSize(2);
        assertThat(hourAndDay()).containsExactly(2, 10);
        connectedAgo(Duration.ofDays(8));
        assertThat(hourAndDay()).containsExactly(4, 20);
        connectedAgo(Duration.ofDays(15));
        assertThat(hourAndDay()).containsExactly(7, 35);
        connectedAgo(Duration.ofDays(22));
        assertThat(hourAndDay()).containsExactly(10, 50);
        assertThat(limitedBy()).containsExactly(LimitedBy.INSTANCE, LimitedBy.INSTANCE);
        assertThat(consume(9)).filteredOn(Granted.class::isInstance).hasSize(8);
    }

    @Test
    void a_warm_up_leaves_one_and_makes_nothing_of_nothing() {
        warmUp(List.of(1));
        connectedAgo(Duration.ofDays(1));
        assertThat(hourAndDay()).containsExactly(1, 1);
        assertThat(consume(2)).filteredOn(Granted.class::isInstance).hasSize(1);
        setLimits(ofAccount(account), 0, null);
        assertThat(consume()).isInstanceOf(Shut.class);
        assertThat(limitedBy().getFirst()).isEqualTo(LimitedBy.ACCOUNT);
    }

    @Test
    void what_a_warm_up_exhausts_opens_when_it_grows() {
        warmUp(List.of(10, 100));
        connectedAgo(Duration.ofDays(7).minusMinutes(20));
        assertThat(consume()).isInstanceOf(Granted.class);
        var growsAt = requireNonNull(allowance().warmUp()).growsAt();
        assertThat(consume()).isEqualTo(new Exhausted(growsAt));
        assertThat(left().hour().opensAt()).isEqualTo(growsAt);
        connectedAgo(Duration.ofDays(7));
        assertThat(allowance().warmUp()).isNull();
        assertThat(consume()).isInstanceOf(Granted.class);
    }

    @Test
    void an_account_that_was_used_for_long_needs_no_warm_up() {
        warmUp(List.of(10));
        connectedAgo(Duration.ofDays(1));
        tenancy.run(alma.workspace(), () -> warmUps.waive(account, true));
        assertThat(hourAndDay()).containsExactly(10, 50);
        assertThat(consume(2)).hasOnlyElementsOfType(Granted.class);
        tenancy.run(alma.workspace(), () -> warmUps.waive(account, false));
        assertThat(consume()).isInstanceOf(Exhausted.class);
    }

    @Test
    void its_weeks_are_counted_from_the_first_connection() {
        warmUp(List.of(20, 40));
        connectedAgo(Duration.ofDays(8));
        tenancy.run(alma.workspace(), () -> warmUps.begin(account));
        assertThat(requireNonNull(allowance().warmUp()).week()).isEqualTo(2);
    }

    @Test
    void at_the_real_instagram_accounts_warm_up_and_at_the_sandbox_they_do_not() {
        for (var mode : Installation.Mode.values()) {
            database.owner().sql("delete from warm_up_policy").update();
            var beginning = new BeginWarmUp(
                    warmUps, new Installation("1", Path.of("data"), mode, URI.create("http://127.0.0.1"), null));
            beginning.run(new DefaultApplicationArguments());
            assertThat(warmUps.percents()).isEqualTo(mode == Installation.Mode.LIVE ? List.of(20, 40, 70) : List.of());
            warmUps.set(List.of(50));
            beginning.run(new DefaultApplicationArguments());
            assertThat(warmUps.percents()).containsExactly(50);
        }
    }

    @Test
    void a_window_opens_when_it_is_said_to() {
        assertThat(left().opensAt()).isNull();
        consume(10);
        var opensAt = oldestMinute().plus(61, ChronoUnit.MINUTES);
        assertThat(left().hour().opensAt()).isEqualTo(opensAt);
        assertThat(left().day().opensAt()).isNull();
        assertThat(left().opensAt()).isEqualTo(opensAt);
        setLimits(ofAccount(account), null, 0);
        assertThat(left().opensAt()).isNull();
        assertThat(left().now()).isZero();
    }

    @Test
    void a_changed_limit_counts_for_the_next_action() {
        assertThat(consume(11)).filteredOn(Granted.class::isInstance).hasSize(10);
        setLimits(EVERYBODY, 11, 50);
        assertThat(consume()).isInstanceOf(Granted.class);
        assertThat(consume()).isInstanceOf(Exhausted.class);
    }

    @Test
    void the_action_that_reaches_eighty_percent_says_so_and_no_other() {
        var nearLimit = consume(10).stream()
                .map(Granted.class::cast)
                .map(Granted::nearLimit)
                .toList();
        assertThat(nearLimit).containsExactly(false, false, false, false, false, false, false, true, false, false);
    }

    @Test
    void what_is_given_back_can_be_used_again() {
        var granted = (Granted) consume(10).getLast();
        tenancy.run(alma.workspace(), () -> quota.giveBack(account, FOLLOW, granted.at()));
        assertThat(left().hour().left()).isEqualTo(1);
        assertThat(consume()).isInstanceOf(Granted.class);
        assertThat(consume()).isInstanceOf(Exhausted.class);
    }

    @Test
    void giving_back_what_was_never_used_gives_nothing() {
        tenancy.run(alma.workspace(), () -> quota.giveBack(account, FOLLOW, Instant.now()));
        assertThat(left().hour().left()).isEqualTo(10);
    }

    @Test
    void what_is_given_back_of_an_earlier_minute_is_missing_in_no_later_one() {
        var granted = (Granted) consume(4).getFirst();
        pass(30);
        consume(3);
        tenancy.run(
                alma.workspace(),
                () -> quota.giveBack(account, FOLLOW, granted.at().minus(30, ChronoUnit.MINUTES)));
        assertThat(left().hour().used()).isEqualTo(6);
        assertThat(consume(5)).filteredOn(Granted.class::isInstance).hasSize(4);
    }

    @Test
    void what_is_used_while_the_clock_is_set_back_counts_as_long_as_what_lies_ahead() {
        consume(3);
        pass(-20);
        var granted = (Granted) consume(7).getLast();
        assertThat(consume()).isInstanceOf(Exhausted.class);
        assertThat(oldestMinute()).isAfter(Instant.now().plus(15, ChronoUnit.MINUTES));
        tenancy.run(alma.workspace(), () -> quota.giveBack(account, FOLLOW, granted.at()));
        assertThat(consume(2)).filteredOn(Granted.class::isInstance).hasSize(1);
    }

    /** It tells no totals. */
    @Test
    void what_a_server_of_the_version_before_counts_is_counted_too() {
        consume(2);
        pass(30);
        consumeAsBefore(2);
        consume(1);
        consumeAsBefore(1);
        assertThat(left().hour().used()).isEqualTo(6);
        var stillOpen = consume(5).stream().filter(Granted.class::isInstance).map(Granted.class::cast);
        assertThat(stillOpen).extracting(granted -> granted.hour().used()).containsExactly(7, 8, 9, 10);
        giveBackAsBefore(oldestMinute());
        assertThat(consume(2)).filteredOn(Granted.class::isInstance).hasSize(1);
    }

    private void consumeAsBefore(int times) {
        tenancy.run(
                alma.workspace(),
                () -> IntStream.range(0, times)
                        .forEach(time -> database.client()
                                .sql("""
                        insert into quota_ledger as ledger (account_id, workspace_id, action, minute, used)
                        values (:account, current_workspace(), :action, date_trunc('minute', statement_timestamp()), 1)
                        on conflict (account_id, action, minute) do update set used = ledger.used + 1
                        """)
                                .param("account", account.value())
                                .param("action", FOLLOW)
                                .update()));
    }

    private void giveBackAsBefore(Instant minute) {
        tenancy.run(
                alma.workspace(),
                () -> database.client()
                        .sql("""
                        update quota_ledger set used = used - 1
                        where account_id = :account and action = :action and minute = :minute and used > 0
                        """)
                        .param("account", account.value())
                        .param("action", FOLLOW)
                        .param("minute", minute.atOffset(ZoneOffset.UTC))
                        .update());
    }

    @Test
    void what_a_transaction_consumed_is_there_again_when_it_fails() {
        assertThatThrownBy(() -> tenancy.run(alma.workspace(), () -> {
                    assertThat(quota.consuming(account, alma.user(), FOLLOW).get())
                            .isInstanceOf(Granted.class);
                    throw new IllegalStateException("crashed");
                }))
                .hasMessage("crashed");
        assertThat(left().hour().used()).isZero();
    }

    @Test
    void accounts_and_actions_are_counted_apart() {
        consume(10);
        var other = TestingAccounts.add(database, alma, "alma.second");
        tenancy.run(alma.workspace(), () -> {
            assertThat(quota.consuming(other, alma.user(), FOLLOW).get()).isInstanceOf(Granted.class);
            assertThat(quota.consuming(account, alma.user(), "like").get()).isInstanceOf(Granted.class);
        });
    }

    @Test
    void minutes_of_the_day_before_are_forgotten() {
        consume(3);
        age(Duration.ofHours(26));
        consume(1);
        assertThat(tenancy.in(
                        alma.workspace(),
                        () -> database.client()
                                .sql("select count(*) from quota_ledger where account_id = :account")
                                .param("account", account.value())
                                .query((row, index) -> row.getInt(1))
                                .single()))
                .isEqualTo(1);
    }

    @Test
    void an_action_without_a_limit_is_a_bug() {
        assertThatThrownBy(() -> tenancy.in(
                        alma.workspace(),
                        () -> quota.consuming(account, alma.user(), "dance").get()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no limit for the action dance");
    }

    @Test
    void another_workspace_sees_nothing_of_it() {
        consume(1);
        var tomas = database.person("tomas" + people++);
        tenancy.run(
                tomas.workspace(),
                () -> assertThat(database.client()
                                .sql("select * from quota_ledger")
                                .query()
                                .listOfRows())
                        .isEmpty());
    }

    private List<Consumed> consume(int times) {
        return IntStream.range(0, times).mapToObj(time -> consume()).collect(Collectors.toList());
    }

    private Consumed consume() {
        return tenancy.in(
                alma.workspace(),
                () -> quota.consuming(account, alma.user(), FOLLOW).get());
    }

    private void warmUp(List<Integer> percents) {
        warmUps.set(percents);
    }

    private void connectedAgo(Duration ago) {
        tenancy.run(
                alma.workspace(),
                () -> database.client()
                        .sql("""
                        insert into warm_ups (account_id, began_at) values (:account, now() - make_interval(secs => :seconds))
                        on conflict (account_id) do update set began_at = excluded.began_at
                        """)
                        .param("account", account.value())
                        .param("seconds", ago.toSeconds())
                        .update());
    }

    private List<Integer> hourAndDay() {
        return List.of(left().hour().limit(), left().day().limit());
    }

    private Allowance allowance() {
        return tenancy.in(alma.workspace(), () -> quota.left(account, alma.user()));
    }

    private Allowance.Left left() {
        return allowance().actions().stream()
                .filter(action -> action.action().equals(FOLLOW))
                .findFirst()
                .orElseThrow();
    }

    private List<LimitedBy> limitedBy() {
        return Stream.of(left().hour(), left().day())
                .map(Allowance.Window::limitedBy)
                .toList();
    }

    private Whose ofAccount(AccountId id) {
        return new Whose.OneAccount(
                new Account(id, alma.workspace(), alma.user(), "alma.plain", null, "mobile", null, Instant.EPOCH));
    }

    private List<Limit> limits(Whose whose) {
        return tenancy.in(alma.workspace(), () -> limits.of(whose));
    }

    private void setLimits(Whose whose, @Nullable Integer perHour, @Nullable Integer perDay) {
        tenancy.run(alma.workspace(), () -> limits.set(whose, List.of(new Limit(FOLLOW, perHour, perDay))));
    }

    /** Makes everything that was counted as old as this. */
    private void age(Duration ago) {
        tenancy.run(
                alma.workspace(),
                () -> database.client()
                        .sql("""
                        update quota_ledger set minute = clock_timestamp() - make_interval(secs => :seconds)
                        where account_id = :account
                        """)
                        .param("seconds", ago.toSeconds())
                        .param("account", account.value())
                        .update());
    }

    /** Makes everything that was counted older by so many minutes. */
    private void pass(int minutes) {
        tenancy.run(
                alma.workspace(),
                () -> database.client()
                        .sql("""
                        update quota_ledger set minute = minute - make_interval(mins => :minutes) where account_id = :account
                        """)
                        .param("minutes", minutes)
                        .param("account", account.value())
                        .update());
    }

    private Instant oldestMinute() {
        return minute("select min(minute) from quota_ledger where account_id = :account");
    }

    private Instant newestMinute() {
        return minute("select max(minute) from quota_ledger where account_id = :account");
    }

    private Instant minute(String sql) {
        return tenancy.in(
                alma.workspace(),
                () -> database.client()
                        .sql(sql)
                        .param("account", account.value())
                        .query((row, index) -> row.getTimestamp(1).toInstant())
                        .single());
    }
}
