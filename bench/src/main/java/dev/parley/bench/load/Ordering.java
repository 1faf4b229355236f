package dev.parley.bench.load;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.parley.bench.BenchInstance;
import dev.parley.bench.Report;
import dev.parley.server.bot.ActionQueue;
import dev.parley.server.bot.NewAction;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.tenancy.Tenancy;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Actions put into queues one by one, each in a transaction of its own and for a bot that rests: waking it beside leaving it alone.
 * Nothing runs meanwhile, for what the woken do is not the cost of waking them.
 */
final class Ordering {

    private static final int AT_ONCE = 8;
    private static final int BOTS = 2_000;
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 20;

    private final JdbcClient owner;
    private final Tenancy tenancy;
    private final ActionQueue queue;
    private final Scheduler scheduler;
    private final List<Bot> bots;

    Ordering(BenchInstance instance) {
        this.owner = instance.superuser();
        this.tenancy = instance.server().getBean(Tenancy.class);
        this.queue = instance.server().getBean(ActionQueue.class);
        this.scheduler = instance.server().getBean(Scheduler.class);
        this.bots = owner.sql(
                        "select workspace_id, account_id, user_id from bot_instances order by created_at, id limit :bots")
                .param("bots", BOTS)
                .query((row, n) -> new Bot(
                        new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                        new AccountId(row.getObject("account_id", UUID.class)),
                        new UserId(row.getObject("user_id", UUID.class))))
                .list();
    }

    void report() throws InterruptedException, ExecutionException {
        scheduler.pause();
        BiConsumer<WorkspaceId, NewAction> waking = queue::add;
        BiConsumer<WorkspaceId, NewAction> quiet =
                (workspace, action) -> queue.addAll(workspace, List.of(action), "bench");
        rates(WARM_UP, waking, quiet);
        var rates = rates(ROUNDS, waking, quiet);
        owner.sql("truncate bot_actions").update();
        scheduler.resume();
        Report.title(
                "Actions ordered one by one for each of %,d resting bots, %d at once".formatted(bots.size(), AT_ONCE));
        Report.line(
                "per s %.0f; without waking the bot %.0f; ratio %.2f",
                rates.waking, rates.quiet, rates.waking / rates.quiet);
    }

    private record Rates(double waking, double quiet) {}

    private Rates rates(int rounds, BiConsumer<WorkspaceId, NewAction> waking, BiConsumer<WorkspaceId, NewAction> quiet)
            throws InterruptedException, ExecutionException {
        var wakingSeconds = 0.0;
        var quietSeconds = 0.0;
        for (var n = 0; n < rounds; n++) {
            wakingSeconds += seconds(waking);
            quietSeconds += seconds(quiet);
        }
        return new Rates(rounds * bots.size() / wakingSeconds, rounds * bots.size() / quietSeconds);
    }

    /** How long one round over all bots takes. */
    private double seconds(BiConsumer<WorkspaceId, NewAction> order) throws InterruptedException, ExecutionException {
        owner.sql("truncate bot_actions").update();
        owner.sql("update scheduled_tasks set execution_time = '3000-01-01' where task_name = 'bot'")
                .update();
        // no bot is woken every half second: between two of its orders autovacuum would have cleaned up
        owner.sql("vacuum scheduled_tasks").update();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var began = System.nanoTime();
            var ordered = bots.stream()
                    .map(bot -> threads.submit(
                            () -> tenancy.run(bot.workspace, () -> order.accept(bot.workspace, bot.action()))))
                    .toList();
            for (var one : ordered) {
                one.get();
            }
            return (System.nanoTime() - began) / 1e9;
        }
    }

    private record Bot(WorkspaceId workspace, AccountId account, UserId user) {

        NewAction action() {
            return NewAction.ofJob(account, "follow", UUID.randomUUID(), "1", "somebody", user);
        }
    }
}
