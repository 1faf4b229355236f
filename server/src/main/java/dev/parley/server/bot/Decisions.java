package dev.parley.server.bot;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What a bot does next, inside the transaction that holds its row: an intent is stored, or the bot is given back to the scheduler. */
@Component
class Decisions {

    private static final Logger LOG = LoggerFactory.getLogger(Decisions.class);

    private final Actions actions;
    private final Handlers handlers;
    private final Limiting limiting;
    private final Schedule schedule;
    private final Elsewhere elsewhere;

    Decisions(Actions actions, Handlers handlers, Limiting limiting, Schedule schedule, Elsewhere elsewhere) {
        this.actions = actions;
        this.handlers = handlers;
        this.limiting = limiting;
        this.schedule = schedule;
        this.elsewhere = elsewhere;
    }

    /**
     * @param heads of the queue, as far as is known
     * @param allKnown whether there are no others, without which the bot must not rest
     */
    Decided next(Outcome outcome, BotInstance bot, List<Action> heads, boolean allKnown) {
        var next = new Agenda(bot, heads).next();
        if (allKnown && next instanceof Agenda.Rest(Instant until)) {
            return rest(outcome, until);
        }
        if (!outcome.goOn()) {
            return rest(outcome, bot.readAt());
        }
        if (isUnknown(next)) {
            LOG.warn("Left to a server of a newer version: {}", next);
            return leave(outcome, bot);
        }
        if (elsewhere.isBetterFor(() -> outcome.tick().account().driver())) {
            return leave(outcome, bot);
        }
        return switch (next) {
            case Agenda.Look(Action action) ->
                Decided.on(new Turn.Look<>(action, handlers.of(action), bot.cooldownStrikes()));
            case Agenda.Perform(Action action) -> perform(outcome, bot, action);
            case Agenda.Rest rest -> next(outcome, bot);
        };
    }

    /** The same, with the heads as they are now. */
    Decided next(Outcome outcome, BotInstance bot) {
        return next(outcome, bot, actions.heads(bot.account(), Settlement.NONE).rows(), true);
    }

    Decided rest(Outcome outcome, Instant until) {
        outcome.tick().keepSession();
        schedule.rest(outcome.owner().account(), outcome.owner().epoch(), until);
        return Decided.on(new Turn.Rested());
    }

    /** Others may pick the bot at once. */
    private Decided leave(Outcome outcome, BotInstance bot) {
        elsewhere.leave(bot.account());
        return rest(outcome, bot.readAt());
    }

    private boolean isUnknown(Agenda.Next next) {
        return switch (next) {
            case Agenda.Look(Action action) -> !handlers.know(action);
            case Agenda.Perform(Action action) -> !handlers.know(action);
            case Agenda.Rest rest -> false;
        };
    }

    /** What lacks its session is neither counted nor intended: performing it tells why not. */
    private Decided perform(Outcome outcome, BotInstance bot, Action action) {
        var handler = handlers.of(action);
        if (handler.needsSession() && !outcome.tick().hasSession()) {
            return Decided.on(new Turn.Perform<>(action, handler, bot.cooldownStrikes(), List.of()));
        }
        if (handler.needsSession() && outcome.tick().mustCheck()) {
            return Decided.on(new Turn.Check<>(action, handler, bot.cooldownStrikes()));
        }
        var begun = handler.changes() ? intended(outcome, action) : action;
        var counting = limiting.counting(bot, action, handler);
        return () -> counting.get()
                .<Turn>map(counted -> new Turn.Perform<>(begun, handler, bot.cooldownStrikes(), counted))
                .orElseGet(() -> next(outcome, bot).turn());
    }

    /** The intent comes first, to travel with the question whether there is room. */
    private Action intended(Outcome outcome, Action action) {
        var token = UUID.randomUUID().toString();
        actions.intend(action, token, outcome.tick().callDeadline());
        return action.intended(token);
    }
}
