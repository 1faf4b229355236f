package dev.parley.server.bot;

import dev.parley.server.bot.BotInstances.Cure;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Decides what of all that Instagram said yes to is looked at again, and when an account is believed to act as before. */
@Component
class Verification {

    private final Actions actions;
    private final Withdrawals withdrawals;
    private final Pace pace;

    Verification(Actions actions, Withdrawals withdrawals, Pace pace) {
        this.actions = actions;
        this.withdrawals = withdrawals;
        this.pace = pace;
    }

    /**
     * After a cool-down a success alone proves nothing, where Instagram may say yes and do nothing: then only what was seen does. That
     * something can be read shows that Instagram answers again, but not that the account may act.
     */
    Cure cureBy(ActionHandler<?> handler, int strikes) {
        if (handler.kind().equals(VerifyEffect.KIND)) {
            return Cure.ALL;
        }
        if (!handler.changes()) {
            return Cure.RATE_LIMIT;
        }
        return strikes > 0 && verifies(handler) ? Cure.NONE : Cure.ALL;
    }

    /** Has a success of a job looked at again if its turn has come, or the account had to cool down before. Whether it has. */
    boolean order(BotInstance bot, Action succeeded, ActionHandler<?> handler, int strikes) {
        if (succeeded.lane() != Lane.AUTOMATION
                || !verifies(handler)
                || strikes == 0 && !pace.isSample(succeeded.id())) {
            return false;
        }
        var look = VerifyEffect.of(succeeded, bot.readAt().plus(pace.untilVerified()));
        actions.addAll(
                bot.workspace(),
                List.of(look),
                Objects.requireNonNullElseGet(succeeded.correlationId(), succeeded.id()::toString));
        return true;
    }

    /** What else was to be looked at, was done under the same block: it would be counted as another one. */
    void callOff(BotInstance bot, Action ineffective) {
        withdrawals.others(bot.account(), VerifyEffect.KIND, ineffective.id());
    }

    private boolean verifies(ActionHandler<?> handler) {
        return pace.verifyEvery() > 0 && handler.effectShows();
    }
}
