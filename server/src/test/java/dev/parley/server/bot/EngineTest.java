package dev.parley.server.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import dev.parley.instagram.Refusal;
import dev.parley.server.account.Account;
import dev.parley.server.account.Rhythm;
import dev.parley.server.account.Rhythms;
import dev.parley.server.account.WorkingHours;
import dev.parley.server.account.WorkingHoursText;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.node.Nodes;
import dev.parley.server.node.ThisNode;
import dev.parley.server.quota.LimitedBy;
import dev.parley.server.quota.LimitsChanged;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.testing.TestingParley;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class EngineTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration A_MOMENT = Duration.ofMillis(600);

    private static final TestingHandler handler = new TestingHandler();

    @RegisterExtension
    static final TestingParley parley = TestingParley.start(
            Map.of(
                    "parley.bot.divisor", "0",
                    "parley.account.call-deadline", "1s",
                    "parley.bot.ticks", "4",
                    "parley.bot.ticks-per-workspace", "2"),
            context -> {
                context.registerBean(TestingHandler.class, () -> handler);
                context.registerBean(UnequippedDriver.class, UnequippedDriver::new);
            });

    private static final TestingEngine engine = new TestingEngine(parley);
    private static int people;

    private final Caller caller = parley.database().person("person" + people++);
    private Account account;

    @BeforeEach
    void an_account_with_a_started_bot() {
        handler.forget();
        limitTo(1000);
        account = engine.startedBot(caller, "alma.plain");
    }

    @Test
    void does_what_is_queued_once_and_tells_whoever_waits() {
        var ended = ended(add("maria"));
        assertThat(ended.state()).isEqualTo("succeeded");
        assertThat(ended.result()).containsEntry("value", "done");
        assertThat(handler.performed).containsExactly("maria");
    }

    @Test
    void loses_no_wake_up_when_many_add_at_once() throws InterruptedException {
        List<Callable<EndedAction>> adding = IntStream.range(0, 50)
                .<Callable<EndedAction>>mapToObj(n -> () -> ended(add("person" + n)))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(adding)).allMatch(added -> added.state() == Future.State.SUCCESS);
        }
        assertThat(handler.performed).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void looks_after_what_has_no_answer_instead_of_doing_it_again() {
        handler.willPerform(new Performed.Refused<>(new Refusal.Unanswered("no answer")));
        handler.willSee(new Looked.TookEffect<>("seen"));
        var ended = ended(add("maria"));
        assertThat(ended.result()).containsEntry("value", "seen");
        assertThat(handler.performed).containsExactly("maria");
        assertThat(handler.looked).containsExactly("maria");
    }

    @Test
    void does_again_what_looking_shows_to_have_had_no_effect() {
        handler.willPerform(new Performed.Refused<>(new Refusal.Unanswered("no answer")));
        handler.willSee(new Looked.HadNoEffect<>());
        assertThat(ended(add("maria")).state()).isEqualTo("succeeded");
        assertThat(handler.performed).containsExactly("maria", "maria");
    }

    @Test
    void leaves_to_a_person_what_nobody_can_tell() {
        handler.willPerform(new Performed.Refused<>(new Refusal.BadResponse("html")));
        handler.willSee(new Looked.CannotTell<>("the thread is gone"));
        var ended = ended(add("maria"));
        assertThat(ended.state()).isEqualTo("unconfirmed");
        assertThat(ended.code()).isEqualTo(ErrorCode.ACTION_UNCONFIRMED);
    }

    @Test
    void gives_quota_back_only_for_what_was_proven_not_sent() {
        handler.willPerform(new Performed.Refused<>(new Refusal.NotSent("no connection")));
        ended(add("maria"));
        assertThat(handler.performed).hasSize(2);
        assertThat(used()).isEqualTo(1);
        handler.willPerform(new Performed.Refused<>(new Refusal.Unanswered("no answer")));
        handler.willSee(new Looked.HadNoEffect<>());
        ended(add("jonas"));
        assertThat(used()).isEqualTo(3);
    }

    @Test
    void waits_at_the_limit_and_goes_on_when_it_is_raised() {
        limitTo(2);
        var first = add("one");
        var second = add("two");
        var third = add("three");
        ended(first);
        ended(second);
        assertThat(awaited(third, A_MOMENT)).isNull();
        assertThat(status().state()).isEqualTo(BotStatus.State.WAITING);
        assertThat(status().reason()).isEqualTo("QUOTA");
        assertThat(status().opensAt()).isNotNull();
        assertThat(status().limitedBy()).isEqualTo(LimitedBy.INSTANCE);
        limitTo(3);
        parley.bean(ReleaseQuota.class).limitsChanged(new LimitsChanged(null));
        assertThat(ended(third).state()).isEqualTo("succeeded");
    }

    @Test
    void a_limit_that_is_raised_while_a_tick_stores_waits_for_it_and_not_it_for_the_limit() {
        limitTo(1);
        ended(add("one"));
        var second = add("two");
        await().until(() -> "QUOTA".equals(status().reason()));
        limitTo(2);
        parley.bean(Tenancy.class).run(caller.workspace(), () -> {
            parley.bean(Tenancy.class).ask(BotInstances.holding(account.id()));
            parley.bean(ReleaseQuota.class).limitsChanged(new LimitsChanged(caller.workspace()));
            await().until(EngineTest::somebodyWaits);
            parley.bean(JdbcClient.class)
                    .sql("update bot_actions set attempts = attempts where id = :id")
                    .param("id", second)
                    .update();
        });
        assertThat(ended(second).state()).isEqualTo("succeeded");
    }

    private static boolean somebodyWaits() {
        return parley.database().owner().sql("""
                        select exists (
                            select from pg_locks join pg_stat_activity using (pid)
                            where not granted and datname = current_database())
                        """).query(Boolean.class).single();
    }

    @Test
    void stops_the_account_when_instagram_blocks_and_keeps_the_work() {
        handler.willPerform(new Performed.Refused<>(new Refusal.ActionBlocked("feedback_required")));
        var blocked = add("maria");
        var behind = add("jonas");
        assertThat(awaited(blocked, A_MOMENT)).isNull();
        assertThat(awaited(behind, A_MOMENT)).isNull();
        assertThat(handler.performed).containsExactly("maria");
        assertThat(status().state()).isEqualTo(BotStatus.State.COOLING_DOWN);
        assertThat(status().resumesAt()).isNotNull();
        assertThat(status().lastError()).isNotNull();
        assertThat(status().queued()).isEqualTo(2);
    }

    @Test
    void rests_where_a_yes_had_no_effect_and_longer_each_time_until_a_person_must_look() {
        for (var rest : List.of("1 day", "2 days", "3 days")) {
            handler.willPerform(new Performed.Ineffective<>("not in force"));
            assertThat(ended(add("maria")).code()).isEqualTo(ErrorCode.NO_EFFECT);
            assertThat(status().state()).isEqualTo(BotStatus.State.COOLING_DOWN);
            assertThat(resting()).isEqualTo(rest);
            over();
        }
        handler.willPerform(new Performed.Ineffective<>("not in force"));
        ended(add("maria"));
        assertThat(status().state()).isEqualTo(BotStatus.State.NEEDS_ATTENTION);
    }

    private String resting() {
        return parley.database()
                .owner()
                .sql("select (cooldown_until - error_at)::text from bot_instances where account_id = :id")
                .param("id", account.id().value())
                .query(String.class)
                .single();
    }

    private void over() {
        parley.database()
                .owner()
                .sql("update bot_instances set cooldown_until = now() where account_id = :id")
                .param("id", account.id().value())
                .update();
    }

    @Test
    void begins_nothing_of_a_job_while_stopped() {
        switchTo(false);
        var waiting = add("maria");
        assertThat(awaited(waiting, A_MOMENT)).isNull();
        assertThat(status().state()).isEqualTo(BotStatus.State.STOPPED);
        switchTo(true);
        assertThat(ended(waiting).state()).isEqualTo("succeeded");
    }

    @Test
    void begins_nothing_of_a_job_outside_the_working_hours_until_they_are_changed() {
        var inThreeDays = LocalDate.now(ZoneOffset.UTC).plusDays(3);
        var day = WorkingHoursText.name(inThreeDays.getDayOfWeek());
        work(new Rhythm(WorkingHoursText.parse(Map.of(day, List.of("09:00-10:00"))), ZoneId.of("UTC"), 1));
        var waiting = add("maria");
        assertThat(awaited(waiting, A_MOMENT)).isNull();
        assertThat(status().state()).isEqualTo(BotStatus.State.WAITING);
        assertThat(status().reason()).isEqualTo("WORKING_HOURS");
        var opensAt = Objects.requireNonNull(status().nextActionAt());
        assertThat(opensAt.atZone(ZoneOffset.UTC))
                .satisfies(opens -> assertThat(opens.getDayOfWeek()).isEqualTo(inThreeDays.getDayOfWeek()))
                .satisfies(opens -> assertThat(opens.toLocalTime()).isEqualTo(LocalTime.of(9, 0)));
        assertThat(status().opensAt()).isEqualTo(opensAt);
        assertThat(restingUntil()).isEqualTo(opensAt);
        work(Rhythm.USUAL);
        assertThat(ended(waiting).state()).isEqualTo("succeeded");
    }

    /** Of the scheduler's row: until then nothing polls. */
    private Instant restingUntil() {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> parley.database()
                                .owner()
                                .sql(
                                        "select execution_time from scheduled_tasks where task_instance = :account and not picked")
                                .param("account", account.id().toString())
                                .query(OffsetDateTime.class)
                                .optional()
                                .map(OffsetDateTime::toInstant)
                                .orElse(Instant.MIN),
                        time -> time.isAfter(Instant.now().plus(Duration.ofDays(1))));
    }

    private void work(Rhythm rhythm) {
        in(() -> {
            parley.bean(Rhythms.class).change(caller, account, rhythm);
            return rhythm;
        });
    }

    @Test
    void waits_longer_between_two_actions_of_a_job_at_a_slower_pace() {
        switchTo(false);
        work(new Rhythm(WorkingHours.ALWAYS, ZoneId.of("UTC"), 4));
        var owner = new Owner(caller.workspace(), account.id(), Long.MAX_VALUE);
        var settled = in(() -> {
            var tenancy = parley.bean(Tenancy.class);
            tenancy.ask(BotInstances.fence(owner));
            return tenancy.ask(BotInstances.settle(
                            owner, Lane.AUTOMATION, Duration.ofSeconds(30), BotInstances.Consequence.NONE))
                    .getFirst();
        });
        assertThat(Duration.between(settled.readAt(), settled.automationDueAt()))
                .isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void refuses_every_write_of_a_tick_that_is_not_the_owner_any_more() {
        ended(add("maria"));
        var zombie = zombie();
        var tick = parley.bean(Attempts.class).forTick(zombie);
        assertThat(parley.bean(Turns.class).first(zombie, tick, true)).isInstanceOf(Turn.Stale.class);
        assertThat(status().lastActionAt()).isNotNull();
    }

    @Test
    void keeps_nothing_of_an_outcome_that_comes_from_a_tick_that_is_not_the_owner_any_more() {
        ended(add("maria"));
        switchTo(false);
        add("nina");
        var zombie = zombie();
        var executing = in(() -> parley.bean(Actions.class)
                        .heads(account.id(), Settlement.NONE)
                        .rows())
                .getFirst()
                .intended("token");
        var hasty = new HastyHandler(parley.bean(Tenancy.class));
        var turn = parley.bean(Turns.class)
                .afterPerforming(
                        zombie,
                        parley.bean(Attempts.class).forTick(zombie),
                        new Turn.Perform<>(executing, hasty, 0, List.of()),
                        new Performed.Succeeded<>("done"),
                        true);
        assertThat(turn).isInstanceOf(Turn.Stale.class);
        assertThat(hasty.written()).containsExactly("hasty");
        assertThat(in(hasty::kept)).isEmpty();
    }

    @Test
    void administrators_see_which_nodes_run_what_they_do_and_which_are_silent() throws Exception {
        parley.database().owner().sql("""
                insert into nodes (id, name, host, version, schema_version, sealing_key, heartbeat, processors, cpu, heap,
                    most_heap, browsers, lacks)
                values (gen_random_uuid(), 'the dead one', 'far-away', '0.1', 1, 1, now() - interval '20 seconds', 2, 0.5,
                    1048576, 2097152, 0, '{browser}')
                """).update();
        var latch = handler.hold("maria");
        var action = add("maria");
        await().atMost(PATIENCE).until(() -> handler.performed.contains("maria"));

        await().atMost(PATIENCE)
                .until(() -> node(nodes(), "1").path("calls").path("mobile").asInt() > 0);
        var seen = nodes();
        assertThat(management("/actuator/prometheus").body())
                .containsPattern("parley_calls_seconds_count\\{driver=\"mobile\"} [1-9]");
        latch.countDown();

        var dead = node(seen, "the dead one");
        assertThat(dead.path("state").asString()).isEqualTo("SILENT");
        assertThat(dead.path("bots").asInt()).isZero();
        var own = node(seen, "1");
        assertThat(own.path("state").asString()).isEqualTo("RUNNING");
        assertThat(own.path("bots").asInt()).isPositive();
        assertThat(own.path("heap").asLong()).isPositive();
        assertThat(own.path("schema_version").asInt()).isGreaterThanOrEqualTo(58);
        assertThat(seen.path("busy").asInt()).isPositive();
        assertThat(seen.path("bots").asInt()).isPositive();
        ended(action);

        var browser = parley.visitor();
        browser.get("/login");
        browser.submit("/login", "username", "admin", "password", TestingParley.PASSWORD);
        assertThat(browser.get("/admin/nodes").words())
                .contains(
                        "Nodes that run1",
                        "the dead one far-away Silent last heard",
                        "has no browser",
                        "One node does all the work");
    }

    @Test
    void a_huge_workspace_whose_calls_hang_and_of_which_thousands_are_due_for_longer_leaves_room_to_a_small_one() {
        var small = account;
        var huge = parley.database().person("huge");
        var hanging = IntStream.range(0, 3).mapToObj(n -> "hanging" + n).toList();
        var latches = hanging.stream().map(handler::hold).toList();
        var actions = hanging.stream()
                .map(target -> add(huge, engine.startedBot(huge, target), target))
                .toList();
        await().atMost(PATIENCE).until(() -> handler.performed.size() == 2);
        try {
            manyAreDue(huge);
            assertThat(ended(add(caller, small, "maria")).state()).isEqualTo("succeeded");
            assertThat(handler.performed).hasSize(3).contains("maria");
            assertThat(heldBy(parley.bean(ThisNode.class))).isLessThanOrEqualTo(3);
        } finally {
            parley.database()
                    .owner()
                    .sql("delete from scheduled_tasks where task_instance like 'many%'")
                    .update();
            latches.forEach(CountDownLatch::countDown);
        }
        assertThat(actions)
                .allSatisfy(action -> assertThat(ended(huge, action).state()).isEqualTo("succeeded"));
    }

    /** Of bots that nobody has, which must never be picked. */
    private static void manyAreDue(Caller caller) {
        parley.database()
                .owner()
                .sql("""
                insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)
                select 'bot', 'many' || n, convert_to(:workspace, 'UTF8'), now() - interval '1 hour', false, 1
                from generate_series(1, 5000) as n
                """)
                .param("workspace", caller.workspace().toString())
                .update();
    }

    @Test
    void leaves_tasks_that_only_a_newer_version_knows_to_the_nodes_that_do() {
        parley.database().owner().sql("""
                insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)
                values ('task-of-a-newer-version', 'one', decode('00ff', 'hex'), now() - interval '1 hour', false, 1)
                """).update();

        assertThat(ended(add("maria")).state()).isEqualTo("succeeded");

        assertThat(parley.database()
                        .owner()
                        .sql(
                                "select version from scheduled_tasks where task_name = 'task-of-a-newer-version' and not picked")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void leaves_an_action_that_only_a_newer_version_knows_to_the_nodes_that_do() {
        var picks = parley.database()
                .owner()
                .sql("select version from scheduled_tasks where task_instance = :account")
                .param("account", account.id().toString())
                .query(Long.class)
                .single();
        var unknown = add(caller, account, "kind-of-a-newer-version", "maria");
        var left = """
                select count(*) from scheduled_tasks t join bot_actions a on a.account_id::text = t.task_instance
                where a.id = :id and a.state = 'queued' and a.attempts = 0 and not t.picked and t.consecutive_failures = 0
                    and t.execution_time <= now() and t.version > :picks
                """;
        await().atMost(PATIENCE)
                .until(
                        () -> parley.database()
                                .owner()
                                .sql(left)
                                .param("id", unknown)
                                .param("picks", picks)
                                .query(Integer.class)
                                .single(),
                        count -> count == 1);

        parley.database()
                .owner()
                .sql("update bot_actions set kind = :known where id = :id")
                .param("known", TestingHandler.KIND)
                .param("id", unknown)
                .update();
        assertThat(ended(unknown).state()).isEqualTo("succeeded");
    }

    @Test
    void leaves_an_account_for_whose_driver_it_lacks_something_to_a_node_that_has_it_and_tries_it_alone() {
        parley.database()
                .owner()
                .sql("update instagram_accounts set driver = :driver where id = :id")
                .param("driver", UnequippedDriver.NAME)
                .param("id", account.id().value())
                .update();
        anotherTellsThatItLives();
        try {
            var action = add("maria");
            assertThat(awaited(action, A_MOMENT)).isNull();
            assertThat(handler.performed).isEmpty();
            assertThat(status().state()).isNotEqualTo(BotStatus.State.NEEDS_ATTENTION);
            assertThat(node(nodes(), "1").path("lacks").toString()).contains(UnequippedDriver.NAME);

            theOtherOneIsForgotten();
            assertThat(ended(action).state()).isEqualTo("succeeded");
        } finally {
            theOtherOneIsForgotten();
        }
    }

    @Test
    void a_node_that_is_being_stopped_says_so_begins_nothing_more_and_leaves_its_bots_to_another_at_once()
            throws Exception {
        var draining = parley.bean(Draining.class);
        var other = another();
        var letGo = handler.hold("maria");
        var begun = add("maria");
        var behind = add("jonas");
        await().atMost(PATIENCE).until(() -> handler.performed.contains("maria"));
        engine.lookNow(begun);
        try {
            draining.leave(Duration.ZERO);
            assertThat(node(nodes(), "1").path("state").asString()).isEqualTo("DRAINING");
            assertThat(health()).isEqualTo(503);
            assertThat(heldBy(parley.bean(ThisNode.class))).isZero();

            other.start();
            assertThat(ended(begun).result()).containsEntry("value", "seen");
            assertThat(ended(behind).state()).isEqualTo("succeeded");
            assertThat(handler.looked).containsExactly("maria");
        } finally {
            letGo.countDown();
            other.stop();
            theOtherOneIsForgotten();
            draining.start();
        }
        assertThat(health()).isEqualTo(200);
        assertThat(ended(add("nina")).state()).isEqualTo("succeeded");
        assertThat(handler.performed).containsExactly("maria", "jonas", "nina");
    }

    @Test
    void a_node_that_is_being_stopped_ends_the_call_under_way_and_gives_the_rest_of_its_queue_away() throws Exception {
        var draining = parley.bean(Draining.class);
        var other = another();
        var letGo = handler.hold("maria");
        var begun = add("maria");
        var behind = add("jonas");
        await().atMost(PATIENCE).until(() -> handler.performed.contains("maria"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var left = threads.submit(() -> draining.leave(PATIENCE));
            await().atMost(PATIENCE)
                    .until(() ->
                            parley.bean(Scheduler.class).getSchedulerState().isPaused());
            letGo.countDown();
            left.get();

            assertThat(ended(begun).result()).containsEntry("value", "done");
            assertThat(handler.performed).containsExactly("maria");
            other.start();
            assertThat(ended(behind).state()).isEqualTo("succeeded");
            assertThat(handler.looked).isEmpty();
        } finally {
            other.stop();
            theOtherOneIsForgotten();
            draining.start();
        }
    }

    @Test
    void a_node_that_is_alone_goes_on_while_it_is_being_stopped_because_requests_wait_for_bots() {
        var draining = parley.bean(Draining.class);
        try {
            draining.stop();
            assertThat(ended(add("maria")).state()).isEqualTo("succeeded");
        } finally {
            draining.start();
        }
    }

    private static UUID anotherTellsThatItLives() {
        var id = UUID.randomUUID();
        parley.database().owner().sql("""
                insert into nodes (id, name, host, version, schema_version, sealing_key, heartbeat, processors, cpu, heap,
                    most_heap, browsers)
                values (:id, 'the other one', 'near', '0.1', 1, 1, now() + interval '1 hour', 2, 0, 1, 1, 0)
                """).param("id", id).update();
        return id;
    }

    private static void theOtherOneIsForgotten() {
        parley.database()
                .owner()
                .sql("delete from nodes where name = 'the other one'")
                .update();
    }

    /** The engine of a second node on the same database, which has told that it lives. */
    private static Scheduler another() {
        var other = new ThisNode(anotherTellsThatItLives(), "the other one", "near", "0.1", 1, 1, Set.of());
        List<CustomTask<?>> tasks = new ArrayList<>();
        parley.beans(CustomTask.class).forEach(tasks::add);
        return new Engine()
                .scheduler(
                        parley.bean(DataSource.class),
                        tasks,
                        List.of(),
                        parley.bean(DatabaseClock.class),
                        parley.bean(Pace.class),
                        parley.bean(Places.class),
                        new Elsewhere(other, parley.bean(Nodes.class)),
                        parley.bean(WakeUp.class),
                        other);
    }

    /** As if the call under way had reached its deadline. */
    private static int heldBy(ThisNode node) {
        return parley.bean(Workload.class).heldByNode().getOrDefault(node.id(), 0);
    }

    private static JsonNode nodes() {
        return parley.admin().get("/api/admin/nodes").body();
    }

    private static int health() throws Exception {
        return management("/actuator/health").statusCode();
    }

    private static HttpResponse<String> management(String path) throws Exception {
        var address = "http://127.0.0.1:%s%s".formatted(parley.setting("local.management.port"), path);
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
        }
    }

    private static JsonNode node(JsonNode seen, String name) {
        return seen.path("nodes")
                .valueStream()
                .filter(node -> node.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Owner zombie() {
        var newest = parley.database()
                .owner()
                .sql("select epoch from bot_instances where account_id = :id")
                .param("id", account.id().value())
                .query(Long.class)
                .single();
        return new Owner(caller.workspace(), account.id(), newest - 1);
    }

    private UUID add(String target) {
        return add(caller, account, target);
    }

    private static UUID add(Caller caller, Account account, String target) {
        return add(caller, account, TestingHandler.KIND, target);
    }

    private static UUID add(Caller caller, Account account, String kind, String target) {
        return engine.add(caller, account.id(), kind, target);
    }

    private EndedAction ended(UUID action) {
        return ended(caller, action);
    }

    private static EndedAction ended(Caller caller, UUID action) {
        return engine.ended(caller, action);
    }

    private @Nullable EndedAction awaited(UUID action, Duration patience) {
        return parley.bean(Awaiting.class)
                .await(caller.workspace(), action, patience)
                .orElse(null);
    }

    private BotStatus status() {
        return in(() -> parley.bean(ReadStatus.class).of(account));
    }

    private void switchTo(boolean started) {
        in(() -> {
            parley.bean(BotInstances.class).switchTo(account.id(), started);
            parley.bean(Schedule.class).runNow(account.id());
            return started;
        });
    }

    private int used() {
        return parley.database()
                .owner()
                .sql("select coalesce(sum(used), 0) from quota_ledger where account_id = :id")
                .param("id", account.id().value())
                .query(Integer.class)
                .single();
    }

    private static void limitTo(int perHour) {
        parley.database()
                .owner()
                .sql("update daily_limits set per_hour = :limit, per_day = :limit where action = 'follow'")
                .param("limit", perHour)
                .update();
    }

    private <T> T in(Supplier<T> work) {
        return parley.bean(Tenancy.class).in(caller.workspace(), work);
    }
}
