package dev.parley.server.mail;

import jakarta.mail.MessagingException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/** Sends what waits, one after the other; at the first failure it stops, because the next would mostly fail alike. */
@Component
class SendMail {

    private static final Logger LOG = LoggerFactory.getLogger(SendMail.class);
    private static final int TRIES = 5;

    /** So that one run ends in a time that can be told. */
    private static final int AT_ONCE = 50;

    private final Outbox outbox;
    private final Smtp smtp;

    SendMail(Outbox outbox, Smtp smtp) {
        this.outbox = outbox;
        this.smtp = smtp;
    }

    /** Whether what is due now can be sent at once: not after a failure, which asks for a rest. */
    boolean run() {
        for (var sent = 0; sent < AT_ONCE; sent++) {
            var due = outbox.take();
            if (due.isEmpty()) {
                return true;
            }
            if (!settle(due.get())) {
                return false;
            }
        }
        return true;
    }

    private boolean settle(Outbox.Due due) {
        if (due.mail().isForNobody() || isSent(due)) {
            outbox.remove(due.id());
            return true;
        }
        if (due.attempts() >= TRIES) {
            outbox.remove(due.id());
        }
        return false;
    }

    private boolean isSent(Outbox.Due due) {
        try {
            smtp.send(due.mail());
            return true;
        } catch (MailException | MessagingException failed) {
            LOG.warn("Mail {} was not sent (try {} of {}): {}", due.id(), due.attempts(), TRIES, reason(failed));
            return false;
        }
    }

    /** Without the addresses that a mail server repeats. */
    private static String reason(Throwable failed) {
        var deepest = Stream.iterate(failed, link -> link != null, Throwable::getCause)
                .reduce(failed, (outer, inner) -> inner);
        return (deepest.getClass().getSimpleName() + ": " + deepest.getMessage())
                .replaceAll("\\S+@\\S+", "…")
                .replaceAll("\\s+", " ");
    }
}
