package dev.parley.server.identity;

import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.guard.Guard;
import java.util.List;
import org.springframework.stereotype.Component;

/** Somebody who is signed in proves it anew, with the password or a code of a second factor. */
@Component
class ProveAgain {

    private final CurrentPassword currentPassword;
    private final SecondFactors secondFactors;
    private final Guard guard;
    private final Freshness freshness;

    ProveAgain(CurrentPassword currentPassword, SecondFactors secondFactors, Guard guard, Freshness freshness) {
        this.currentPassword = currentPassword;
        this.secondFactors = secondFactors;
        this.guard = guard;
        this.freshness = freshness;
    }

    void byPassword(SignedIn me, String password) {
        currentPassword.check(me, password);
        renew(me);
    }

    void byCode(SignedIn me, String code) {
        var attempt = CurrentPassword.attempt(me);
        if (!guard.mayTry(attempt) || !secondFactors.take(me.person().id(), code)) {
            throw currentPassword.refused(
                    me,
                    new BotException(
                            ErrorCode.FACTOR_CODE_WRONG,
                            ErrorCode.SECOND_FACTOR_WRONG.description(),
                            Refusal.of(List.of(new BotException.Field("code", "is wrong, or has been used already")))));
        }
        guard.wasRight(attempt);
        renew(me);
    }

    private void renew(SignedIn me) {
        freshness.renew(me);
        currentPassword.proven(me);
    }
}
