package dev.parley.server.bot;

import dev.parley.instagram.Refusal;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.tenancy.StoredTogether;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.tenancy.Write;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The transactions of a tick. Each takes the bot's row under the tick's epoch, stores what the last turn came to, and decides the
 * next one; so the outcome of one action and the intent of the next are one commit. Ticks of one workspace share it where they come at
 * the same time.
 */
@Component
class Turns {

    private final Tenancy tenancy;
    private final Actions actions;
    private final Outcomes outcomes;
    private final Decisions decisions;

    private final StoredTogether<Outcome, Turn> together = new StoredTogether<>(
            Comparator.comparing(outcome -> outcome.owner().account().value()), this::storeTogether, this::storeAlone);

    Turns(Tenancy tenancy, Actions actions, Outcomes outcomes, Decisions decisions) {
        this.tenancy = tenancy;
        this.actions = actions;
        this.outcomes = outcomes;
        this.decisions = decisions;
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
        return together.store(owner.workspace(), new Outcome(settlement, owner, tick, goOn));
    }

    /** All of one workspace, none of one bot, in one transaction. The workspace's other ticks wait for it, so it waits for no row for long. */
    private List<Turn> storeTogether(List<Outcome> outcomes) {
        return tenancy.beginning(workspace(outcomes), () -> {
            tenancy.later(Write.of("set local lock_timeout = '1s'"));
            return turns(outcomes);
        });
    }

    private Turn storeAlone(Outcome outcome) {
        var one = List.of(outcome);
        try {
            return tenancy.beginning(workspace(one), () -> turns(one)).getFirst();
        } catch (Overtaken byAnotherTick) {
            return new Turn.Stale();
        }
    }

    private static WorkspaceId workspace(List<Outcome> outcomes) {
        return outcomes.getFirst().owner().workspace();
    }

    private List<Turn> turns(List<Outcome> outcomes) {
        var asked = tenancy.forEach(outcomes, this::ask);
        var decided = tenancy.forEach(asked, Asked::decide);
        return tenancy.forEach(decided, Decided::turn);
    }

    /** A tick has asked what it must know. */
    @FunctionalInterface
    private interface Asked {

        Decided decide();
    }

    private Asked ask(Outcome outcome) {
        var settlement = outcome.settlement();
        var row = tenancy.asking(settlement.bot());
        var writes = settlement.writing().get();
        var heads = actions.heads(outcome.owner().account(), settlement.leaving());
        outcome.tick().askForSession();
        return () -> {
            var bot = row.first().orElseThrow(Overtaken::new);
            return switch (writes.write(bot)) {
                case NONE -> decisions.next(outcome, bot, heads.rows(), true);
                case QUEUE_GROWN -> decisions.next(outcome, bot, heads.rows(), false);
                case QUEUE -> decisions.next(outcome, bot);
                case BOT -> decisions.rest(outcome, bot.readAt());
            };
        };
    }

    /** Takes back what the tick wrote before it knew. */
    private static final class Overtaken extends RuntimeException {

        Overtaken() {
            super("a newer tick owns the bot", null, false, false);
        }
    }
}
