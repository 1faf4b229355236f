package dev.parley.server.bot;

import dev.parley.instagram.Refusal;
import dev.parley.server.bot.TickObserver.Step;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.evidence.UnderWay;
import dev.parley.server.node.Calls;
import dev.parley.server.web.Correlation;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One short run of one bot: turn after turn while the next one is due, then rest. */
@Component
class Tick {

    private static final Logger LOG = LoggerFactory.getLogger(Tick.class);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final Turns turns;
    private final Attempts attempts;
    private final Calls calls;
    private final List<TickObserver> observers;

    Tick(Turns turns, Attempts attempts, Calls calls, List<TickObserver> observers) {
        this.turns = turns;
        this.attempts = attempts;
        this.calls = calls;
        this.observers = observers;
    }

    /** @param leaving whether this node leaves its bots to others: then it ends after the call under way */
    void run(Owner owner, Lease lease, BooleanSupplier leaving) {
        new Run(owner, lease, leaving, attempts.forTick(owner)).toTheEnd();
    }

    private final class Run {

        private final Owner owner;
        private final Lease lease;
        private final BooleanSupplier leaving;
        private final Attempts.OfTick tick;
        private final long began = System.nanoTime();
        private long lastStep = began;

        Run(Owner owner, Lease lease, BooleanSupplier leaving, Attempts.OfTick tick) {
            this.owner = owner;
            this.lease = lease;
            this.leaving = leaving;
            this.tick = tick;
        }

        void toTheEnd() {
            done(Step.PICKED);
            var turn = turns.first(owner, tick, goOn());
            while (turn instanceof Turn.Work work) {
                turn = take(work);
            }
            if (turn instanceof Turn.Stale) {
                LOG.warn("A newer tick owns the bot of account {}; this one stops", owner.account());
                return;
            }
            done(Step.RESTED);
        }

        private Turn take(Turn.Work work) {
            done(Step.DECIDED);
            if (!lease.holds()) {
                throw new LeaseLostException(owner.account());
            }
            return switch (work) {
                case Turn.Perform<?> perform -> perform(perform);
                case Turn.Look<?> look -> look(look);
                case Turn.Check<?> check -> check(check);
            };
        }

        private Turn check(Turn.Check<?> turn) {
            var stop = during(turn.action(), () -> calls.during(tick.driver(), tick::check));
            done(Step.CALLED);
            return turns.afterChecking(owner, tick, turn, stop, goOn());
        }

        private <T> Turn perform(Turn.Perform<T> turn) {
            var performed = during(turn.action(), () -> performed(turn));
            done(Step.CALLED);
            return turns.afterPerforming(owner, tick, turn, performed, goOn());
        }

        private <T> Performed<T> performed(Turn.Perform<T> turn) {
            try {
                var attempt = tick.attempt(turn.action());
                return calls.during(tick.driver(), () -> turn.handler().perform(attempt));
            } catch (BotException refusal) {
                return refusal.code() == ErrorCode.SESSION_INVALID
                        ? new Performed.Refused<>(new Refusal.LoginRequired(message(refusal)))
                        : new Performed.Failed<>(refusal.code(), message(refusal));
            } catch (RuntimeException bug) {
                LOG.error("Performing {} broke", turn.action(), bug);
                return turn.handler().changes()
                        ? new Performed.Refused<>(
                                new Refusal.Unanswered("the server made a mistake while performing it"))
                        : new Performed.Failed<>(ErrorCode.BUG, ErrorCode.BUG.description());
            }
        }

        private <T> Turn look(Turn.Look<T> turn) {
            var looked = during(turn.action(), () -> looked(turn));
            done(Step.CALLED);
            return turns.afterLooking(owner, tick, turn, looked, goOn());
        }

        private <T> Looked<T> looked(Turn.Look<T> turn) {
            try {
                var attempt = tick.attempt(turn.action());
                return calls.during(tick.driver(), () -> turn.handler().look(attempt));
            } catch (BotException refusal) {
                return new Looked.Refused<>(
                        refusal.code() == ErrorCode.SESSION_INVALID
                                ? new Refusal.LoginRequired(message(refusal))
                                : new Refusal.Unanswered(message(refusal)));
            } catch (RuntimeException bug) {
                LOG.error("Looking after {} broke", turn.action(), bug);
                return new Looked.Refused<>(new Refusal.Unanswered("the server made a mistake while looking"));
            }
        }

        private static <R extends @Nullable Object> R during(Action action, Supplier<R> work) {
            var underWay = new UnderWay(action.workspace(), action.account(), action.id());
            return Correlation.call(action.correlationId(), () -> underWay.call(work));
        }

        private boolean goOn() {
            return !leaving.getAsBoolean() && System.nanoTime() - began < LONGEST.toNanos();
        }

        private void done(Step step) {
            var now = System.nanoTime();
            var took = Duration.ofNanos(now - lastStep);
            lastStep = now;
            observers.forEach(observer -> observer.after(step, took));
        }
    }

    private static String message(BotException refusal) {
        return String.valueOf(refusal.getMessage());
    }
}
