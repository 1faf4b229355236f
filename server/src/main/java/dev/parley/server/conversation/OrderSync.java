package dev.parley.server.conversation;

import dev.parley.instagram.Capability;
import dev.parley.server.account.Account;
import dev.parley.server.account.AccountConnected;
import dev.parley.server.account.Drivers;
import dev.parley.server.bot.Action;
import dev.parley.server.bot.ActionQueue;
import dev.parley.server.bot.Lane;
import dev.parley.server.bot.NewAction;
import dev.parley.server.bot.Queues;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has inboxes read: one reading of an account at a time. Joins the caller's transaction. */
@Component
class OrderSync {

    private final InboxSettings settings;
    private final Drivers drivers;
    private final ActionQueue queue;
    private final Queues queues;
    private final Readings readings;
    private final Clock clock;

    OrderSync(
            InboxSettings settings, Drivers drivers, ActionQueue queue, Queues queues, Readings readings, Clock clock) {
        this.settings = settings;
        this.drivers = drivers;
        this.queue = queue;
        this.queues = queues;
        this.readings = readings;
        this.clock = clock;
    }

    /** What was said while the account was away, is caught up with. */
    @EventListener
    void connected(AccountConnected connected) {
        if (settings.polling()) {
            now(connected.account(), connected.account().user());
        }
    }

    /** As soon as it is its turn; returns the action. Nothing happens where the driver reads no inbox. */
    @Nullable
    UUID now(Account account, UserId user) {
        if (!drivers.can(account.driver(), Set.of(Capability.CONVERSATIONS))) {
            return null;
        }
        queue.wake(account.id());
        var before = readings.of(account.id()).action();
        if (before != null && queues.standingsOf(List.of(before)).containsKey(before)) {
            if (!queue.withdrawOne(account.id(), before)) {
                return before;
            }
        }
        var action = queue.add(account.workspace(), reading(account.id(), user, null));
        readings.next(account.id(), action);
        return action;
    }

    void goOn(Action from, String cursor) {
        add(from, reading(from.account(), from.user(), null).with(Map.of(SyncInbox.FROM, cursor)));
    }

    /** Whether it is read again by itself. */
    boolean again(Action from, int quiet) {
        if (!settings.polling()) {
            return false;
        }
        add(from, reading(from.account(), from.user(), clock.instant().plus(settings.wait(quiet))));
        return true;
    }

    private void add(Action from, NewAction next) {
        readings.next(from.account(), queue.add(from.workspace(), next));
    }

    private static NewAction reading(AccountId account, UserId user, @Nullable Instant notBefore) {
        return NewAction.forPerson(account, SyncInbox.KIND, user).in(Lane.REPLY).notBefore(notBefore);
    }
}
