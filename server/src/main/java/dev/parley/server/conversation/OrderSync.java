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
import java.time.Duration;
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

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

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

    /**
     * Something has happened in it. A reading that has perhaps begun may have come too early, so another one follows; more that happens
     * until then needs no more.
     */
    void soon(Account account) {
        queue.wake(account.id());
        var before = readings.of(account.id()).action();
        var standing =
                before == null ? null : queues.standingsOf(List.of(before)).get(before);
        var now = clock.instant();
        var mayHaveBegun = standing != null && !standing.dueAt().isAfter(now);
        if (before != null && standing != null && !mayHaveBegun) {
            queue.withdrawOne(account.id(), before);
        }
        var at = mayHaveBegun || standing != null && standing.dueAt().isBefore(now.plus(A_MOMENT))
                ? now.plus(A_MOMENT)
                : null;
        readings.next(account.id(), queue.add(account.workspace(), reading(account.id(), account.user(), at)));
    }

    void goOn(Action from, String cursor) {
        add(from, reading(from.account(), from.user(), null).with(Map.of(SyncInbox.FROM, cursor)));
    }

    /** Whether it is read again by itself. */
    boolean again(Action from, int quiet) {
        if (!settings.polling()) {
            return false;
        }
        return add(from, reading(from.account(), from.user(), clock.instant().plus(settings.wait(quiet))));
    }

    /** Not where another reading was ordered meanwhile. */
    private boolean add(Action from, NewAction next) {
        var isLast = from.id().equals(readings.of(from.account()).action());
        if (isLast) {
            readings.next(from.account(), queue.add(from.workspace(), next));
        }
        return isLast;
    }

    private static NewAction reading(AccountId account, UserId user, @Nullable Instant notBefore) {
        return NewAction.forPerson(account, SyncInbox.KIND, user).in(Lane.REPLY).notBefore(notBefore);
    }
}
