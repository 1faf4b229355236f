package dev.parley.server.bot;

import dev.parley.server.account.Account;
import dev.parley.server.account.ConnectAccount;
import dev.parley.server.core.AccountId;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.testing.TestingParley;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Bots with something to do for a {@link TestingHandler}. */
record TestingEngine(TestingParley parley) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    Account startedBot(Caller caller, String username) {
        return parley.bean(Tenancy.class).in(caller.workspace(), () -> {
            var found = parley.bean(ConnectAccount.class)
                    .findOrCreate(caller, new ConnectAccount.Wish(username, null, false));
            parley.bean(Bots.class).create(caller, found);
            parley.bean(BotInstances.class).switchTo(found.id(), true);
            return found;
        });
    }

    UUID add(Caller caller, AccountId account, String kind, String target) {
        var action = new NewAction(
                account, Lane.AUTOMATION, kind, null, target, target, Map.of(), null, caller.user(), null);
        return parley.bean(Tenancy.class)
                .in(caller.workspace(), () -> parley.bean(ActionQueue.class).add(caller.workspace(), action));
    }

    EndedAction ended(Caller caller, UUID action) {
        return parley.bean(Awaiting.class)
                .await(caller.workspace(), action, PATIENCE)
                .orElseThrow(() -> new AssertionError("the action has not ended"));
    }

    /** One that has begun, and of which nobody knows how it ended, is looked after at once. */
    void lookNow(UUID action) {
        parley.database()
                .owner()
                .sql("update bot_actions set look_at = now() where id = :id")
                .param("id", action)
                .update();
    }
}
