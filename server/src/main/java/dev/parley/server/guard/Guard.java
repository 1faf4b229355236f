package dev.parley.server.guard;

import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down, without saying so: while a wait lasts, right is answered like wrong, and costs the same work. Nobody else's
 * success takes a failure back; only time does.
 */
@Component
public class Guard {

    private final FailedAttempts failed;
    private final GuardSettings settings;

    Guard(FailedAttempts failed, GuardSettings settings) {
        this.failed = failed;
        this.settings = settings;
    }

    /** To be asked once the attempt is known to be right: of many that were under way together, those after a failure are late. */
    public boolean isOpen(Attempt attempt) {
        return failed.areOpen(
                attempt.countsForAddress()
                        ? List.of(attempt.ofAddress(), attempt.ofAccount())
                        : List.of(attempt.ofAccount()));
    }

    public void failed(Attempt attempt) {
        if (countsFrom(attempt)) {
            failed.count(attempt.ofAccount(), settings.tries(), attempt.from().address());
        }
    }

    /** For what is nobody's in particular, such as a link that is guessed: counted for the address alone. */
    public boolean isOpen(From from) {
        return from.isThisMachine() || failed.areOpen(List.of(Attempt.ofAddress(from)));
    }

    /** The same. */
    public void failed(From from) {
        if (!from.isThisMachine()) {
            failed.count(Attempt.ofAddress(from), settings.addressTries(), null);
        }
    }

    /**
     * For what is cheap to look at: counted beforehand, so that however many try together, no more than the free tries are looked at.
     * The address does not matter here, as somebody else at it may have spent its tries.
     */
    public boolean mayTry(Attempt attempt) {
        return failed.count(
                attempt.ofAccount(), settings.tries(), attempt.from().address());
    }

    /** After {@link #mayTry}. */
    public void wasRight(Attempt attempt) {
        failed.takeBack(attempt.ofAccount());
    }

    /** After {@link #mayTry}. */
    public void wasWrong(Attempt attempt) {
        countsFrom(attempt);
    }

    /** Whoever has spent an address can lock nobody out from there. */
    private boolean countsFrom(Attempt attempt) {
        return !attempt.countsForAddress() || failed.count(attempt.ofAddress(), settings.addressTries(), null);
    }
}
