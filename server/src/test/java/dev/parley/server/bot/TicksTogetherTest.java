package dev.parley.server.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.server.core.AccountId;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.StoredTogether;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.testing.TestingParley;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several bots of a workspace, whose ticks come to store what became of their actions at the same time. */
class TicksTogetherTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int BOTS = 6;

    private static final TestingHandler handler = new TestingHandler();

    @RegisterExtension
    static final TestingParley parley = TestingParley.start(
            Map.of("parley.bot.divisor", "0"), context -> context.registerBean(TestingHandler.class, () -> handler));

    private static final TestingEngine engine = new TestingEngine(parley);
    private static int people;

    private final Caller caller = parley.database().person("person" + people++);
    private List<Performing> all = List.of();

    /** What a bot is doing, until it is let go. */
    private record Performing(AccountId account, UUID action, CountDownLatch hold) {}

    @BeforeEach
    void each_bot_performs_an_action() {
        handler.forget();
        all = IntStream.range(0, BOTS).mapToObj(n -> performing("person" + n)).toList();
        await().atMost(PATIENCE).until(() -> handler.performed.size() == BOTS);
    }

    @Test
    void what_became_of_many_actions_is_one_transaction() {
        storedWhileTheFirstWaits(() -> {});
        assertThat(all).allSatisfy(one -> assertThat(ended(one).state()).isEqualTo("succeeded"));
        assertThat(transactionsOf(others())).isEqualTo(1);
    }

    @Test
    void what_cannot_be_stored_of_one_bot_is_no_trouble_of_the_others() {
        var owner = parley.database().owner();
        owner.sql("""
                create function refuse() returns trigger language plpgsql as
                $$ begin if new.target = 'person3' then raise exception 'refused'; end if; return new; end $$
                """).update();
        owner.sql("create trigger refuse before insert on ended_actions for each row execute function refuse()")
                .update();
        try {
            storedWhileTheFirstWaits(() -> {});
            assertThat(others().filter(one -> one != all.get(3)))
                    .allSatisfy(one -> assertThat(ended(one).state()).isEqualTo("succeeded"));
            assertThat(stateOf(all.get(3))).isEqualTo("executing");
        } finally {
            owner.sql("drop function refuse cascade").update();
        }
        engine.lookNow(all.get(3).action());
        parley.bean(Tenancy.class)
                .run(
                        caller.workspace(),
                        () -> parley.bean(ActionQueue.class).wake(all.get(3).account()));
        assertThat(ended(all.get(3)).result()).containsEntry("value", "seen");
        assertThat(handler.performed).hasSize(BOTS);
    }

    @Test
    void one_that_a_newer_tick_owns_stores_nothing_and_the_others_do() {
        storedWhileTheFirstWaits(() -> parley.database()
                .owner()
                .sql("update bot_instances set epoch = epoch + 1 where account_id = :account")
                .param("account", all.get(3).account().value())
                .update());
        assertThat(others().filter(one -> one != all.get(3)))
                .allSatisfy(one -> assertThat(ended(one).state()).isEqualTo("succeeded"));
        assertThat(stateOf(all.get(3))).isEqualTo("executing");
    }

    @Test
    void a_bot_whose_row_somebody_holds_keeps_no_other_waiting() {
        parley.bean(Tenancy.class).run(caller.workspace(), () -> {
            parley.bean(Tenancy.class).ask(BotInstances.holding(all.get(3).account()));
            storedWhileTheFirstWaits(() -> {});
            assertThat(others().filter(one -> one != all.get(3)))
                    .allSatisfy(one -> assertThat(ended(one).state()).isEqualTo("succeeded"));
            assertThat(stateOf(all.get(3))).isEqualTo("executing");
        });
        assertThat(ended(all.get(3)).state()).isEqualTo("succeeded");
    }

    /** The others wait for their turn until what became of the first one is stored. */
    private void storedWhileTheFirstWaits(Runnable meanwhile) {
        var storingTheFirst = handler.holdWhenStored("person0");
        all.getFirst().hold().countDown();
        await().atMost(PATIENCE).until(() -> storing() == 1);
        others().forEach(one -> one.hold().countDown());
        await().atMost(PATIENCE).until(() -> storing() == BOTS);
        meanwhile.run();
        storingTheFirst.countDown();
    }

    private static long storing() {
        return Thread.getAllStackTraces().values().stream()
                .filter(stack ->
                        Stream.of(stack).anyMatch(frame -> frame.getClassName().equals(StoredTogether.class.getName())))
                .count();
    }

    private Stream<Performing> others() {
        return all.stream().skip(1);
    }

    private Performing performing(String target) {
        var hold = handler.hold(target);
        var account = engine.startedBot(caller, target).id();
        return new Performing(account, engine.add(caller, account, TestingHandler.KIND, target), hold);
    }

    private EndedAction ended(Performing one) {
        return engine.ended(caller, one.action());
    }

    private static long transactionsOf(Stream<Performing> bots) {
        return owner().sql("select count(distinct xmin::text) from bot_instances where account_id = any(:accounts)")
                .param("accounts", bots.map(one -> one.account().value()).toArray(UUID[]::new))
                .query(Long.class)
                .single();
    }

    private static String stateOf(Performing one) {
        return owner().sql("select state from bot_actions where id = :id")
                .param("id", one.action())
                .query(String.class)
                .single();
    }

    private static JdbcClient owner() {
        return parley.database().owner();
    }
}
