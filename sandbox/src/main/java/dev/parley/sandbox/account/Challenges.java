package dev.parley.sandbox.account;

import dev.parley.sandbox.journal.Event;
import dev.parley.sandbox.journal.Journal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Challenges under way; a code lives ten minutes and five tries. Thread-safe; survives a restart. */
public final class Challenges {
    public static final int TRIES = 5;
    public static final Duration CODE_LIFETIME = Duration.ofMinutes(10);
    private static final int NONCE_LENGTH = 10;

    private final Accounts accounts;
    private final Outbox outbox;
    private final ChallengeFlows flows;
    private final Map<String, Challenge> open = new ConcurrentHashMap<>();

    public Challenges(Accounts accounts, Outbox outbox, ChallengeFlows flows) {
        this.accounts = accounts;
        this.outbox = outbox;
        this.flows = flows;
    }

    /** Opens one that goes as this account's challenges go now. */
    public Challenge open(Account account, String androidId, boolean signsIn, long now, Journal journal) {
        String nonce = Tokens.random(NONCE_LENGTH).replace('_', 'x').replace('-', 'y');
        var event = new Event.ChallengeOpened(nonce, account.id(), androidId, signsIn);
        apply(event);
        journal.write(event);
        Challenge challenge = Challenge.open(nonce, account, androidId, signsIn, flows.of(account));
        challenge.flow().sentAtOnce().ifPresent(way -> sendCode(challenge, way, now, journal));
        return challenge;
    }

    public Optional<Challenge> find(long account, String nonce) {
        return Optional.ofNullable(open.get(nonce))
                .filter(challenge -> challenge.account().id() == account);
    }

    /** Sends a new code by e-mail; an older one stops working. */
    public void sendCode(Challenge challenge, long now, Journal journal) {
        sendCode(challenge, Outbox.EMAIL, now, journal);
    }

    /** Sends a new code by SMS; an older one stops working. */
    public void sendSms(Challenge challenge, long now, Journal journal) {
        sendCode(challenge, Outbox.SMS, now, journal);
    }

    private synchronized void sendCode(Challenge challenge, String way, long now, Journal journal) {
        var chosen = new Event.ChallengeWayChosen(challenge.nonce(), way);
        var event =
                new Event.ChallengeCodeSent(challenge.nonce(), Tokens.code(), TRIES, now + CODE_LIFETIME.toMillis());
        apply(chosen);
        apply(event);
        journal.write(chosen);
        journal.write(event);
        outbox.send(challenge.account(), way, event.code(), now, journal);
    }

    /** Over, passed without a code. */
    public synchronized void end(Challenge challenge, Journal journal) {
        var ended = new Event.VerificationEnded(challenge.nonce());
        apply(ended);
        journal.write(ended);
    }

    /** Back to the choice of a way to get the code. */
    public synchronized void reset(Challenge challenge, Journal journal) {
        var event = new Event.ChallengeReset(challenge.nonce());
        apply(event);
        journal.write(event);
    }

    public synchronized CodeCheck check(Challenge asked, String code, long now, Journal journal) {
        Challenge challenge = open.get(asked.nonce());
        if (challenge == null || challenge.isOver(now)) {
            return CodeCheck.ENDED;
        }
        if (!challenge.code().equals(code)) {
            var refused = new Event.CodeRefused(challenge.nonce());
            apply(refused);
            journal.write(refused);
            return CodeCheck.WRONG;
        }
        end(challenge, journal);
        return CodeCheck.RIGHT;
    }

    public void apply(Event.ChallengeOpened event) {
        accounts.withId(event.account())
                .ifPresent(account -> open.put(
                        event.nonce(),
                        Challenge.open(event.nonce(), account, event.androidId(), event.signsIn(), flows.of(account))));
    }

    public void apply(Event.ChallengeWayChosen event) {
        open.computeIfPresent(event.nonce(), (nonce, challenge) -> challenge.by(event.way()));
    }

    public void apply(Event.ChallengeCodeSent event) {
        open.computeIfPresent(
                event.nonce(),
                (nonce, challenge) -> challenge.withCode(event.code(), event.tries(), event.expiresAt()));
    }

    public void apply(Event.ChallengeReset event) {
        open.computeIfPresent(
                event.nonce(), (nonce, challenge) -> challenge.by("").withCode("", 0, 0));
    }

    public void apply(Event.CodeRefused event) {
        open.computeIfPresent(event.pending(), (nonce, challenge) -> challenge.refused());
    }

    public void apply(Event.VerificationEnded event) {
        open.remove(event.pending());
    }
}
