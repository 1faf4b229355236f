package dev.parley.server.bot;

import dev.parley.server.account.Drivers;
import dev.parley.server.quota.Consumed;
import dev.parley.server.quota.Quota;
import dev.parley.server.tenancy.Tenancy;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The transactions of a tick. Each takes the bot's row under the tick's epoch, stores what the last turn came to, and decides the
 * next one; so the outcome of one action and the intent of the next are one commit.
 */
@Component
class Turns {

    static final String QUOTA = "QUOTA";
    static final String LIMIT_ZERO = "LIMIT_ZERO";

    private final Tenancy tenancy;
    private final Actions actions;
    private final Handlers handlers;
    private final Quota quota;
    private final Outcomes outcomes;
    private final Schedule schedule;
    private final Notes notes;
    private final Drivers drivers;

    Turns(
            Tenancy tenancy,
            Actions actions,
            Handlers handlers,
            Quota quota,
            Outcomes outcomes,
            Schedule schedule,
            Notes notes,
            Drivers drivers) {
        this.tenancy = tenancy;
        this.actions = actions;
        this.handlers = handlers;
        this.quota = quota;
        this.outcomes = outcomes;
        this.schedule = schedule;
        this.notes = notes;
        this.drivers = drivers;
    }

    Turn first(Owner owner, Attempts.OfTick tick) {
        return store(new Settlement(BotInstances.fence(owner), bot -> {}), owner, tick, true);
    }

    <T> Turn afterPerforming(
            Owner owner, Attempts.OfTick tick, Turn.Perform<T> turn, Performed<T> performed, boolean goOn) {
        return store(outcomes.ofPerforming(owner, turn, performed), owner, tick, goOn);
    }

    <T> Turn afterLooking(Owner owner, Attempts.OfTick tick, Turn.Look<T> turn, Looked<T> looked, boolean goOn) {
        return store(outcomes.ofLooking(owner, turn, looked), owner, tick, goOn);
    }

    private Turn store(Settlement settlement, Owner owner, Attempts.OfTick tick, boolean goOn) {
        return tenancy.beginning(
                owner.workspace(),
                settlement.bot(),
                rows -> rows.stream()
                        .findFirst()
                        .map(bot -> {
                            settlement.rest().accept(bot);
                            return next(owner, tick, bot, goOn);
                        })
                        .orElseGet(Turn.Stale::new));
    }

    private Turn next(Owner owner, Attempts.OfTick tick, BotInstance bot, boolean goOn) {
        while (true) {
            var next = new Agenda(bot, actions.heads(bot.account())).next();
            if (next instanceof Agenda.Rest(Instant until)) {
                return rest(owner, tick, until);
            }
            if (!goOn) {
                return rest(owner, tick, bot.readAt());
            }
            if (next instanceof Agenda.Look(Action action)) {
                return new Turn.Look<>(action, handlers.of(action), bot.cooldownStrikes());
            }
            if (next instanceof Agenda.Perform(Action action)) {
                var begun = begin(tick, bot, action);
                if (begun.isPresent()) {
                    return begun.get();
                }
            }
        }
    }

    private Turn rest(Owner owner, Attempts.OfTick tick, Instant until) {
        tick.keepSession();
        schedule.rest(owner.account(), owner.epoch(), until);
        return new Turn.Rested();
    }

    /**
     * Counts the action against its limit; if that is reached, all of its kind wait, and nothing begins. What lacks its session is
     * neither counted nor intended: performing it tells why not.
     */
    private Optional<Turn> begin(Attempts.OfTick tick, BotInstance bot, Action action) {
        var handler = handlers.of(action);
        if (handler.needsSession() && !tick.hasSession()) {
            return Optional.of(new Turn.Perform<>(action, handler, bot.cooldownStrikes(), null));
        }
        var counted = handler.counted();
        if (counted == null) {
            return Optional.of(perform(bot, action, handler, null));
        }
        return switch (quota.consume(bot.account(), bot.user(), counted)) {
            case Consumed.Granted granted -> {
                if (granted.nearLimit()) {
                    notes.limitNear(bot, action, granted);
                }
                yield Optional.of(perform(bot, action, handler, granted.at()));
            }
            case Consumed.Exhausted(Instant opensAt) -> {
                actions.hold(bot.account(), action.kind(), opensAt, QUOTA);
                yield Optional.empty();
            }
            case Consumed.Shut(Instant lookAgainAt) -> {
                actions.hold(bot.account(), action.kind(), lookAgainAt, LIMIT_ZERO);
                yield Optional.empty();
            }
        };
    }

    private Turn perform(BotInstance bot, Action action, ActionHandler<?> handler, @Nullable Instant countedAt) {
        if (!handler.changes()) {
            return new Turn.Perform<>(action, handler, bot.cooldownStrikes(), countedAt);
        }
        var token = UUID.randomUUID().toString();
        actions.intend(action, token, drivers.callDeadline());
        return new Turn.Perform<>(action.intended(token), handler, bot.cooldownStrikes(), countedAt);
    }
}
