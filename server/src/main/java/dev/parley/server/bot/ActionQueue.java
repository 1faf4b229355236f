package dev.parley.server.bot;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.Uuids;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.vault.Place;
import dev.parley.server.vault.SealedColumn;
import dev.parley.server.vault.Vault;
import dev.parley.server.web.Correlation;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** The way in: puts work into the queues of bots. Everything here joins the caller's transaction. */
@Component
public class ActionQueue {

    private final Tenancy tenancy;
    private final Actions actions;
    private final Withdrawals withdrawals;
    private final Schedule schedule;
    private final Vault vault;

    ActionQueue(Tenancy tenancy, Actions actions, Withdrawals withdrawals, Schedule schedule, Vault vault) {
        this.tenancy = tenancy;
        this.actions = actions;
        this.withdrawals = withdrawals;
        this.schedule = schedule;
        this.vault = vault;
    }

    /** Stores an action and wakes its bot. */
    public UUID add(WorkspaceId workspace, NewAction action) {
        var id = Uuids.timeOrdered();
        var secret = action.secret();
        var sealed =
                secret == null ? null : vault.seal(secretOf(workspace, id), secret.getBytes(StandardCharsets.UTF_8));
        actions.add(id, workspace, action, sealed, Correlation.current());
        schedule.runNow(action.account());
        return id;
    }

    /**
     * Stores actions of one account in one statement, without waking its bot: for handlers, whose tick looks again by itself. Returns
     * their ids in the same order.
     */
    public List<UUID> addAll(WorkspaceId workspace, List<NewAction> ofOneAccount, String correlationId) {
        return actions.addAll(workspace, ofOneAccount, correlationId);
    }

    /** What succeeded with these people is about to be undone: looking whether it took effect would be misled. */
    public void verifyNoMore(AccountId account, Collection<String> targetIds) {
        withdrawals.about(account, VerifyEffect.KIND, targetIds);
    }

    /** Makes the bot look at its queue now. One that is running looks again before it rests. */
    public void wake(AccountId account) {
        tenancy.asking(BotInstances.holding(account));
        schedule.runNow(account);
    }

    /** Takes a job's actions out of the queue, as far as they have not begun. Returns the targets' ids. */
    public List<String> withdraw(AccountId account, UUID job) {
        return withdrawals.ofJob(account, job);
    }

    /** Takes one action out of the queue; false if it has begun, or ended. Its bot has to be woken before, which holds it. */
    public boolean withdrawOne(AccountId account, UUID action) {
        return withdrawals.one(account, action);
    }

    /** Takes those of the actions out of the queue that have not begun, and returns them. */
    public List<UUID> withdrawThese(AccountId account, Collection<UUID> wanted) {
        return withdrawals.these(account, wanted);
    }

    @Bean
    static SealedColumn sealedActions() {
        return new SealedColumn("bot_actions", "secret_encrypted", "id", true);
    }

    static Place secretOf(WorkspaceId workspace, UUID action) {
        return new Place(workspace.value(), "bot_actions", "secret_encrypted", action);
    }
}
