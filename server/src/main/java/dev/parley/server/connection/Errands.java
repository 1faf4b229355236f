package dev.parley.server.connection;

import dev.parley.server.bot.ActionQueue;
import dev.parley.server.bot.Awaiting;
import dev.parley.server.bot.Bots;
import dev.parley.server.bot.EndedAction;
import dev.parley.server.bot.NewAction;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Work that a person waits for: it goes into the person lane of the account's bot. */
@Component
class Errands {

    /** Longer than the calls of one step of signing in may take together. */
    private static final Duration PATIENCE = Duration.ofSeconds(75);

    private final Tenancy tenancy;
    private final Bots bots;
    private final ActionQueue queue;
    private final Awaiting awaiting;

    Errands(Tenancy tenancy, Bots bots, ActionQueue queue, Awaiting awaiting) {
        this.tenancy = tenancy;
        this.bots = bots;
        this.queue = queue;
        this.awaiting = awaiting;
    }

    /** Waits until it has ended; refuses where that takes too long. */
    EndedAction run(Caller caller, Supplier<NewAction> prepared) {
        Supplier<EndedAction> rest = tenancy.in(caller.workspace(), () -> order(caller, prepared.get()));
        return rest.get();
    }

    /** The same, of a step towards a connection. */
    ConnectionStep step(Caller caller, Supplier<NewAction> prepared) {
        Supplier<ConnectionStep> rest = tenancy.in(caller.workspace(), () -> orderStep(caller, prepared.get()));
        return rest.get();
    }

    /** In the transaction of the caller's workspace; what it gives waits, and is asked after that. */
    Supplier<ConnectionStep> orderStep(Caller caller, NewAction action) {
        var ended = order(caller, action);
        return () -> new ConnectionStep(
                action.account(), SignInResult.of(ended.get().orThrow().result()));
    }

    private Supplier<EndedAction> order(Caller caller, NewAction action) {
        bots.requireAwake(action.account());
        UUID id = queue.add(caller.workspace(), action);
        return () -> awaiting.await(caller.workspace(), id, PATIENCE)
                .orElseThrow(() -> new BotException(
                        ErrorCode.ACTION_TIMED_OUT, "Instagram has not answered within %s.".formatted(PATIENCE)));
    }
}
