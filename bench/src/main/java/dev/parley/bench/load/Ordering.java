package dev.parley.bench.load;

import dev.parley.bench.BenchInstance;
import dev.parley.bench.Rate;
import dev.parley.bench.Report;
import dev.parley.server.bot.ActionQueue;
import dev.parley.server.bot.NewAction;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.tenancy.Tenancy;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Actions put into queues one by one, each in a transaction of its own: waking the bot beside leaving it alone. The bots are stopped. */
final class Ordering {

    private static final int AT_ONCE = 8;
    private static final int BOTS = 500;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofSeconds(10);

    private final JdbcClient owner;
    private final Tenancy tenancy;
    private final ActionQueue queue;
    private final List<Bot> bots;

    Ordering(BenchInstance instance) {
        this.owner = instance.superuser();
        this.tenancy = instance.server().getBean(Tenancy.class);
        this.queue = instance.server().getBean(ActionQueue.class);
        this.bots = owner.sql(
                        "select workspace_id, account_id, user_id from bot_instances order by created_at, id limit :bots")
                .param("bots", BOTS)
                .query((row, n) -> new Bot(
                        new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                        new AccountId(row.getObject("account_id", UUID.class)),
                        new UserId(row.getObject("user_id", UUID.class))))
                .list();
    }

    void report() {
        Runnable waking = ordering(queue::add);
        Runnable quiet = ordering((workspace, action) -> queue.addAll(workspace, List.of(action), "bench"));
        Rate.of(AT_ONCE, WARM_UP, waking);
        Rate.of(AT_ONCE, WARM_UP, quiet);
        var rates = new double[4];
        for (var n = 0; n < rates.length; n++) {
            rates[n] = Rate.of(AT_ONCE, LONG, n % 2 == 0 ? waking : quiet);
        }
        var woken = (rates[0] + rates[2]) / 2;
        var left = (rates[1] + rates[3]) / 2;
        Report.title("Actions ordered one by one for %,d bots, %d at once".formatted(BOTS, AT_ONCE));
        Report.line("per s %.0f; without waking the bot %.0f; ratio %.2f", woken, left, woken / left);
        owner.sql("truncate bot_actions").update();
    }

    private Runnable ordering(BiConsumer<WorkspaceId, NewAction> order) {
        return () -> {
            var bot = bots.get(ThreadLocalRandom.current().nextInt(bots.size()));
            tenancy.run(bot.workspace, () -> order.accept(bot.workspace, bot.action()));
        };
    }

    private record Bot(WorkspaceId workspace, AccountId account, UserId user) {

        NewAction action() {
            return NewAction.ofJob(account, "follow", UUID.randomUUID(), "1", "somebody", user);
        }
    }
}
