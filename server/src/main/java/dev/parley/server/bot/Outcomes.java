package dev.parley.server.bot;

import dev.parley.instagram.Refusal;
import dev.parley.server.account.AccountState;
import dev.parley.server.account.Health;
import dev.parley.server.account.Sessions;
import dev.parley.server.bot.BotInstances.Consequence;
import dev.parley.server.bot.BotInstances.Cure;
import dev.parley.server.bot.Settlement.Change;
import dev.parley.server.bot.Settlement.Writes;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.quota.Quota;
import dev.parley.server.tenancy.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What is to be stored of what became of an action: on the bot's row, in the queue, with the account, and where its handler keeps its own. */
@Component
class Outcomes {

    static final int TRIES = 5;

    private static final int LOOKS = 8;

    private final Actions actions;
    private final Health health;
    private final Sessions sessions;
    private final Quota quota;
    private final Notes notes;
    private final Awaiting awaiting;
    private final Verification verification;
    private final Pace pace;

    Outcomes(
            Actions actions,
            Health health,
            Sessions sessions,
            Quota quota,
            Notes notes,
            Awaiting awaiting,
            Verification verification,
            Pace pace) {
        this.actions = actions;
        this.health = health;
        this.sessions = sessions;
        this.quota = quota;
        this.notes = notes;
        this.awaiting = awaiting;
        this.verification = verification;
        this.pace = pace;
    }

    <T> Settlement ofPerforming(Owner owner, Turn.Perform<T> turn, Performed<T> performed) {
        return switch (performed) {
            case Performed.Succeeded<T>(T value) -> ended(owner, turn, turn.handler(), new Ending.Succeeded<>(value));
            case Performed.Skipped<T>(ErrorCode reason, String detail) ->
                ended(owner, turn, turn.handler(), new Ending.Skipped<>(reason, detail));
            case Performed.Failed<T>(ErrorCode code, String detail) ->
                ended(owner, turn, turn.handler(), new Ending.Failed<>(code, detail));
            case Performed.Ineffective<T>(String detail) -> ineffective(owner, turn, turn.handler(), detail);
            case Performed.Refused<T>(Refusal refusal) -> refused(owner, turn, refusal);
        };
    }

    <T> Settlement ofLooking(Owner owner, Turn.Look<T> turn, Looked<T> looked) {
        var action = turn.action();
        return switch (looked) {
            case Looked.TookEffect<T>(T value) -> ended(owner, turn, turn.handler(), new Ending.Succeeded<>(value));
            case Looked.HadNoEffect<T>() -> hadNoEffect(owner, turn, turn.handler());
            case Looked.CannotTell<T>(String detail) ->
                ended(owner, turn, turn.handler(), new Ending.Unconfirmed<>(detail));
            case Looked.Failed<T>(ErrorCode code, String detail) ->
                ended(owner, turn, turn.handler(), new Ending.Failed<>(code, detail));
            case Looked.Refused<T>(Refusal refusal) -> couldNotLook(owner, turn, refusal);
        };
    }

    private <T> Settlement ended(Owner owner, Turn.Work work, ActionHandler<T> handler, Ending<T> ending) {
        var succeeded = ending instanceof Ending.Succeeded<T>;
        var cure = succeeded ? verification.cureBy(handler, work.strikes()) : Cure.NONE;
        return ended(owner, work, handler, ending, Consequence.cured(cure), bot -> {
            if (work.strikes() > 0 && bot.cooldownStrikes() == 0) {
                health.recovered(bot.account());
            }
            return succeeded && verification.order(bot, work.action(), handler, work.strikes());
        });
    }

    /** @param more writes what else it means; whether the queue has grown by it */
    private <T> Settlement ended(
            Owner owner,
            Turn.Work work,
            ActionHandler<T> handler,
            Ending<T> ending,
            Consequence consequence,
            Predicate<BotInstance> more) {
        var action = work.action();
        return new Settlement(
                row(owner, action, handler, consequence),
                unlessWithdrawn(action, () -> {
                    var settling = handler.settle(action, ending);
                    return bot -> {
                        var hasGrown = more.test(bot);
                        var settled = settling.get();
                        end(bot, action, handler, ending, settled);
                        return switch (settled.effect()) {
                            case NONE -> hasGrown ? Change.QUEUE_GROWN : Change.NONE;
                            case QUEUED -> Change.QUEUE_GROWN;
                            case ATTENDED -> Change.BOT;
                        };
                    };
                }),
                action.id());
    }

    /** Whatever was done to others meanwhile may have had no effect either: the account stops. */
    private <T> Settlement ineffective(Owner owner, Turn.Work work, ActionHandler<T> handler, String detail) {
        var halt = StopPolicy.reactionToNoEffect(work.strikes());
        return ended(
                owner,
                work,
                handler,
                new Ending.Failed<>(ErrorCode.NO_EFFECT, detail),
                halt.consequence(detail),
                bot -> {
                    halt(bot, halt, detail);
                    verification.callOff(bot, work.action());
                    return false;
                });
    }

    private <T> Settlement refused(Owner owner, Turn.Perform<T> turn, Refusal refusal) {
        var action = turn.action();
        var handler = turn.handler();
        var detail = refusal.detail();
        return switch (StopPolicy.reactionTo(refusal, turn.strikes())) {
            case StopPolicy.Halt halt ->
                settled(owner, action, handler, halt.consequence(detail), bot -> {
                    halt(bot, halt, detail);
                    giveUpOrKeep(bot, action, handler, halt.code(), detail);
                });
            case StopPolicy.GiveUpTarget(ErrorCode code) ->
                ended(owner, turn, handler, new Ending.Skipped<>(code, detail));
            case StopPolicy.TryAgain(ErrorCode code) ->
                tryAgain(owner, turn, handler, code, detail).and(bot -> giveBack(turn));
            case StopPolicy.FindOut(ErrorCode code) ->
                handler.changes()
                        ? lookLater(owner, turn, handler, code, detail)
                        : tryAgain(owner, turn, handler, code, detail);
        };
    }

    private <T> Settlement couldNotLook(Owner owner, Turn.Look<T> turn, Refusal refusal) {
        var action = turn.action();
        var handler = turn.handler();
        var detail = refusal.detail();
        return switch (StopPolicy.reactionTo(refusal, turn.strikes())) {
            case StopPolicy.Halt halt ->
                settled(owner, action, handler, halt.consequence(detail), bot -> {
                    halt(bot, halt, detail);
                    notes.refused(bot, action, halt.code(), detail);
                    actions.lookLater(action, later(bot, action));
                });
            case StopPolicy.GiveUpTarget(ErrorCode code) ->
                ended(owner, turn, handler, new Ending.Skipped<>(code, detail));
            case StopPolicy.TryAgain(ErrorCode code) -> lookLater(owner, turn, handler, code, detail);
            case StopPolicy.FindOut(ErrorCode code) -> lookLater(owner, turn, handler, code, detail);
        };
    }

    private void halt(BotInstance bot, StopPolicy.Halt halt, String detail) {
        switch (halt) {
            case StopPolicy.SessionOver(ErrorCode code, Refusal.PersonNeeded refusal) ->
                sessions.stopUsing(bot.account(), refusal);
            case StopPolicy.CoolDown(ErrorCode code, AccountState state, Duration length) ->
                health.mark(bot.account(), state, code, detail);
            case StopPolicy.Exhausted(ErrorCode code, AccountState state) ->
                health.mark(bot.account(), state, code, detail);
        }
    }

    /** Whoever waits is told now; a job's action stays in the queue until the account may go on. */
    private <T> void giveUpOrKeep(
            BotInstance bot, Action action, ActionHandler<T> handler, ErrorCode code, String detail) {
        if (action.lane() == Lane.PERSON) {
            var failed = new Ending.Failed<T>(code, detail);
            end(bot, action, handler, failed, handler.settle(action, failed).get());
            return;
        }
        notes.refused(bot, action, code, detail);
        actions.again(action, bot.readAt(), code.name());
    }

    private <T> Settlement tryAgain(
            Owner owner, Turn.Work work, ActionHandler<T> handler, ErrorCode code, String detail) {
        var action = work.action();
        if (action.lane() == Lane.PERSON || action.attempts() >= TRIES) {
            return ended(owner, work, handler, new Ending.Failed<>(code, detail));
        }
        return settled(owner, action, handler, Consequence.error(code, detail), bot -> {
            notes.refused(bot, action, code, detail);
            actions.again(action, later(bot, action), code.name());
        });
    }

    private <T> Settlement lookLater(
            Owner owner, Turn.Work work, ActionHandler<T> handler, ErrorCode code, String detail) {
        var action = work.action();
        if (action.attempts() >= LOOKS) {
            return ended(owner, work, handler, new Ending.Unconfirmed<>(detail));
        }
        return settled(owner, action, handler, Consequence.error(code, detail), bot -> {
            notes.refused(bot, action, code, detail);
            actions.lookLater(action, later(bot, action));
        });
    }

    private <T> Settlement hadNoEffect(Owner owner, Turn.Work work, ActionHandler<T> handler) {
        var action = work.action();
        if (action.attempts() >= TRIES) {
            var detail = "Tried %d times; looking showed no effect.".formatted(action.attempts());
            return ineffective(owner, work, handler, detail);
        }
        return settled(owner, action, handler, Consequence.NONE, bot -> actions.again(action, bot.readAt(), "LOOKED"));
    }

    private Settlement settled(
            Owner owner,
            Action action,
            ActionHandler<?> handler,
            Consequence consequence,
            Consumer<BotInstance> writes) {
        return new Settlement(
                row(owner, action, handler, consequence),
                unlessWithdrawn(action, () -> bot -> {
                    writes.accept(bot);
                    return Change.QUEUE;
                }),
                Settlement.NONE);
    }

    private Question<BotInstance> row(Owner owner, Action action, ActionHandler<?> handler, Consequence consequence) {
        return BotInstances.settle(owner, action.lane(), pace.after(action, handler), consequence);
    }

    /** A job that ended meanwhile has taken back what was only being read for it. */
    private Supplier<Writes> unlessWithdrawn(Action action, Supplier<Writes> writing) {
        return action.executing()
                ? writing
                : () -> {
                    var queued = actions.containing(action);
                    return bot -> queued.first().isPresent() ? writing.get().write(bot) : Change.NONE;
                };
    }

    private <T> void end(BotInstance bot, Action action, ActionHandler<T> handler, Ending<T> ending, Settled settled) {
        var ended = EndedAction.of(action, ending, settled.result());
        actions.end(action, ended);
        if (!handler.writesItsOwnActivity() || !(ending instanceof Ending.Succeeded<T>)) {
            notes.ended(bot, action, ending);
        }
        awaiting.ended(ended);
    }

    private <T> void giveBack(Turn.Perform<T> turn) {
        turn.counted().forEach(use -> quota.giveBack(turn.action().account(), use.limit(), use.at()));
    }

    private Instant later(BotInstance bot, Action action) {
        return bot.readAt().plus(pace.retryAfter(action.attempts()));
    }
}
