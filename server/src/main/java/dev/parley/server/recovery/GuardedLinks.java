package dev.parley.server.recovery;

import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.guard.From;
import dev.parley.server.guard.Guard;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Slows down whoever asks for links again and again, or guesses them, from one address of the network. */
@Component
class GuardedLinks {

    private final Guard guard;

    GuardedLinks(Guard guard) {
        this.guard = guard;
    }

    /** Every asking counts: whether it was for somebody must not show. */
    boolean mayAsk(From from) {
        var isOpen = guard.isOpen(from);
        guard.failed(from);
        return isOpen;
    }

    /** While a wait lasts, a link that works is answered like one that does not. */
    <T> T opening(From from, Supplier<T> work) {
        if (!guard.isOpen(from)) {
            throw MailedLinks.ended();
        }
        try {
            return work.get();
        } catch (BotException refused) {
            if (refused.code() == ErrorCode.LINK_ENDED) {
                guard.failed(from);
            }
            throw refused;
        }
    }
}
