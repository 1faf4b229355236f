package dev.parley.server.bot;

import dev.parley.instagram.Refusal;
import dev.parley.server.quota.Consumed;
import dev.parley.server.quota.Quota;
import dev.parley.server.tenancy.Tenancy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The transactions of a tick. Each takes the bot's row under the tick's epoch, stores what the last turn came to, and decides the
 * next one; so the outcome of one action and the intent of the next are one commit.
 */
@Component
class Turns {

    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    static final String QUOTA = "QUOTA";
    static final String LIMIT_ZERO = "LIMIT_ZERO";

    private final Tenancy tenancy;
    private final Actions actions;
    private final Handlers handlers;
    private final Quota quota;
    private final Outcomes outcomes;
    private final Schedule schedule;
    private final Elsewhere elsewhere;
    private final Notes notes;
    private final ApplicationEventPublisher events;

    Turns(
            Tenancy tenancy,
            Actions actions,
            Handlers handlers,
            Quota quota,
            Outcomes outcomes,
            Schedule schedule,
            Elsewhere elsewhere,
            Notes notes,
            ApplicationEventPublisher events) {
        this.tenancy = tenancy;
        this.actions = actions;
        this.handlers = handlers;
        this.quota = quota;
        this.outcomes = outcomes;
        this.schedule = schedule;
        this.elsewhere = elsewhere;
        this.notes = notes;
        this.events = events;
    }

    Turn first(Owner owner, Attempts.OfTick tick, boolean goOn) {
        return store(Settlement.ofNothing(owner), owner, tick, goOn);
    }

    <T> Turn afterPerforming(
            Owner owner, Attempts.OfTick tick, Turn.Perform<T> turn, Performed<T> performed, boolean goOn) {
        if (performed instanceof Performed.Succeeded || performed instanceof Performed.Skipped) {
            tick.proven();
        }
        return store(outcomes.ofPerforming(owner, turn, performed), owner, tick, goOn);
    }

    <T> Turn afterLooking(Owner owner, Attempts.OfTick tick, Turn.Look<T> turn, Looked<T> looked, boolean goOn) {
        return store(outcomes.ofLooking(owner, turn, looked), owner, tick, goOn);
    }

    /** @param stop what Instagram refused with, where the account has to stop */
    <T> Turn afterChecking(
            Owner owner, Attempts.OfTick tick, Turn.Check<T> turn, Optional<Refusal> stop, boolean goOn) {
        return stop.map(refusal ->
                        afterPerforming(owner, tick, turn.performing(), new Performed.Refused<T>(refusal), goOn))
                .orElseGet(() -> store(Settlement.ofNothing(owner), owner, tick, goOn));
    }

    private Turn store(Settlement settlement, Owner owner, Attempts.OfTick tick, boolean goOn) {
        try {
            return tenancy.beginning(owner.workspace(), () -> {
                var asked = tenancy.asking(settlement.bot());
                var writes = settlement.writing().get();
                var heads = actions.heads(owner.account(), settlement.leaving());
                tick.askForSession();
                var bot = asked.first().orElseThrow(Overtaken::new);
                return switch (writes.write(bot)) {
                    case NONE -> next(owner, tick, bot, heads.rows(), true, goOn);
                    case QUEUE_GROWN -> next(owner, tick, bot, heads.rows(), false, goOn);
                    case QUEUE -> next(owner, tick, bot, heads(bot), true, goOn);
                    case BOT -> rest(owner, tick, bot.readAt());
                };
            });
        } catch (Overtaken byAnotherTick) {
            return new Turn.Stale();
        }
    }

    /**
     * @param heads of the queue, as far as is known
     * @param allKnown whether there are no others, without which the bot must not rest
     */
    private Turn next(
            Owner owner, Attempts.OfTick tick, BotInstance bot, List<Action> heads, boolean allKnown, boolean goOn) {
        var known = heads;
        var complete = allKnown;
        while (true) {
            var next = new Agenda(bot, known).next();
            if (complete && next instanceof Agenda.Rest(Instant until)) {
                return rest(owner, tick, until);
            }
            if (!goOn) {
                return rest(owner, tick, bot.readAt());
            }
            if (isUnknown(next)) {
                LOG.warn("Left to a server of a newer version: {}", next);
                return leave(owner, tick, bot);
            }
            if (elsewhere.isBetterFor(() -> tick.account().driver())) {
                return leave(owner, tick, bot);
            }
            var turn = goOn(tick, bot, next);
            if (turn.isPresent()) {
                return turn.get();
            }
            known = heads(bot);
            complete = true;
        }
    }

    /** Others may pick the bot at once. */
    private Turn leave(Owner owner, Attempts.OfTick tick, BotInstance bot) {
        elsewhere.leave(owner.account());
        return rest(owner, tick, bot.readAt());
    }

    private boolean isUnknown(Agenda.Next next) {
        return switch (next) {
            case Agenda.Look(Action action) -> !handlers.know(action);
            case Agenda.Perform(Action action) -> !handlers.know(action);
            case Agenda.Rest rest -> false;
        };
    }

    private List<Action> heads(BotInstance bot) {
        return actions.heads(bot.account(), Settlement.NONE).rows();
    }

    private Optional<Turn> goOn(Attempts.OfTick tick, BotInstance bot, Agenda.Next next) {
        return switch (next) {
            case Agenda.Look(Action action) ->
                Optional.of(new Turn.Look<>(action, handlers.of(action), bot.cooldownStrikes()));
            case Agenda.Perform(Action action) -> begin(tick, bot, action);
            case Agenda.Rest rest -> Optional.empty();
        };
    }

    /** Takes back what the tick wrote before it knew. */
    private static final class Overtaken extends RuntimeException {

        Overtaken() {
            super("a newer tick owns the bot", null, false, false);
        }
    }

    private Turn rest(Owner owner, Attempts.OfTick tick, Instant until) {
        tick.keepSession();
        schedule.rest(owner.account(), owner.epoch(), until);
        return new Turn.Rested();
    }

    /** What lacks its session is neither counted nor intended: performing it tells why not. */
    private Optional<Turn> begin(Attempts.OfTick tick, BotInstance bot, Action action) {
        var handler = handlers.of(action);
        if (handler.needsSession() && !tick.hasSession()) {
            return Optional.of(new Turn.Perform<>(action, handler, bot.cooldownStrikes(), List.of()));
        }
        if (handler.needsSession() && tick.mustCheck()) {
            return Optional.of(new Turn.Check<>(action, handler, bot.cooldownStrikes()));
        }
        var begun = handler.changes() ? intended(tick, action) : action;
        return count(bot, action, handler.counted(action))
                .map(counted -> new Turn.Perform<>(begun, handler, bot.cooldownStrikes(), counted));
    }

    private Action intended(Attempts.OfTick tick, Action action) {
        var token = UUID.randomUUID().toString();
        actions.intend(action, token, tick.callDeadline());
        return action.intended(token);
    }

    /**
     * Counts the action against its limits; if one is reached, all of its kind wait. The intent comes first, to travel with the
     * question whether there is room, and is taken back before anybody sees it.
     */
    private Optional<List<Turn.Counted>> count(BotInstance bot, Action action, List<String> limits) {
        var counted = new ArrayList<Turn.Counted>();
        for (var limit : limits) {
            switch (quota.consume(bot.account(), bot.user(), limit)) {
                case Consumed.Granted granted -> {
                    if (granted.nearLimit()) {
                        notes.limitNear(bot, action, limit, granted);
                    }
                    counted.add(new Turn.Counted(limit, granted.at()));
                }
                case Consumed.Exhausted(Instant opensAt) -> {
                    hold(bot, action, counted, opensAt, QUOTA);
                    events.publishEvent(new LimitReached(bot.account(), bot.accountName(), limit));
                    return Optional.empty();
                }
                case Consumed.Shut(Instant lookAgainAt) -> {
                    hold(bot, action, counted, lookAgainAt, LIMIT_ZERO);
                    return Optional.empty();
                }
            }
        }
        return Optional.of(counted);
    }

    private void hold(BotInstance bot, Action action, List<Turn.Counted> counted, Instant until, String reason) {
        counted.forEach(use -> quota.giveBack(bot.account(), use.limit(), use.at()));
        actions.takeBack(action);
        actions.hold(bot.account(), action.kind(), until, reason);
    }
}
