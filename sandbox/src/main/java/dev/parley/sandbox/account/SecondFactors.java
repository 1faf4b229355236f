package dev.parley.sandbox.account;

import dev.parley.sandbox.journal.Event;
import dev.parley.sandbox.journal.Journal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Sign-ins that wait for their second factor: ten minutes and five tries each. Thread-safe; survives a restart. */
public final class SecondFactors {
    public static final int TRIES = 5;
    public static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final int IDENTIFIER_LENGTH = 28;

    private final Accounts accounts;
    private final Outbox outbox;
    private final BackupCodes backupCodes;
    private final Map<String, SecondFactor> waiting = new ConcurrentHashMap<>();

    public SecondFactors(Accounts accounts, Outbox outbox, BackupCodes backupCodes) {
        this.accounts = accounts;
        this.outbox = outbox;
        this.backupCodes = backupCodes;
    }

    public SecondFactor ask(Account account, String androidId, long now, Journal journal) {
        return send(Tokens.random(IDENTIFIER_LENGTH), account, androidId, now, journal);
    }

    /** Sends a new code; the old one stops working. Tries start over. */
    public Optional<SecondFactor> resend(String identifier, long now, Journal journal) {
        return find(identifier)
                .filter(factor -> factor.account().protection() == Protection.SMS && !factor.isOver(now))
                .map(factor -> send(identifier, factor.account(), factor.androidId(), now, journal));
    }

    public Optional<SecondFactor> find(String identifier) {
        return Optional.ofNullable(waiting.get(identifier));
    }

    public synchronized CodeCheck check(SecondFactor asked, String code, long now, Journal journal) {
        SecondFactor factor = waiting.get(asked.identifier());
        if (factor == null || factor.isOver(now)) {
            return CodeCheck.ENDED;
        }
        boolean right = factor.accepts(code, now) || backupCodes.use(factor.account(), code, journal);
        journal.write(right ? ended(factor) : refused(factor));
        return right ? CodeCheck.RIGHT : CodeCheck.WRONG;
    }

    public void apply(Event.SecondFactorAsked event) {
        accounts.withId(event.account())
                .ifPresent(account -> waiting.put(
                        event.identifier(),
                        new SecondFactor(
                                event.identifier(),
                                account,
                                event.androidId(),
                                event.code(),
                                event.tries(),
                                event.expiresAt())));
    }

    public void apply(Event.CodeRefused event) {
        waiting.computeIfPresent(event.pending(), (identifier, factor) -> factor.refused());
    }

    public void apply(Event.VerificationEnded event) {
        waiting.remove(event.pending());
    }

    private synchronized SecondFactor send(
            String identifier, Account account, String androidId, long now, Journal journal) {
        boolean sms = account.protection() == Protection.SMS;
        String code = sms ? Tokens.code() : "";
        var event = new Event.SecondFactorAsked(
                identifier, account.id(), androidId, code, TRIES, now + LIFETIME.toMillis());
        apply(event);
        journal.write(event);
        if (sms) {
            outbox.send(account, Outbox.SMS, code, now, journal);
        }
        return new SecondFactor(identifier, account, androidId, code, TRIES, event.expiresAt());
    }

    private Event refused(SecondFactor factor) {
        var event = new Event.CodeRefused(factor.identifier());
        apply(event);
        return event;
    }

    private Event ended(SecondFactor factor) {
        var event = new Event.VerificationEnded(factor.identifier());
        apply(event);
        return event;
    }
}
