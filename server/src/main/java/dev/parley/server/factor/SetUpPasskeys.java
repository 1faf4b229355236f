package dev.parley.server.factor;

import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.Uuids;
import dev.parley.server.identity.AccessTried;
import dev.parley.server.identity.Person;
import dev.parley.server.tenancy.Tenancy;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Adds, names and removes a person's passkeys. */
@Component
class SetUpPasskeys {

    private static final int LONGEST_NAME = 60;

    private final Passkeys passkeys;
    private final Challenges challenges;
    private final RelyingParty relyingParty;
    private final SetUpFactors factors;
    private final Tenancy tenancy;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SetUpPasskeys(
            Passkeys passkeys,
            Challenges challenges,
            RelyingParty relyingParty,
            SetUpFactors factors,
            Tenancy tenancy,
            ApplicationEventPublisher events,
            Clock clock) {
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.relyingParty = relyingParty;
        this.factors = factors;
        this.tenancy = tenancy;
        this.events = events;
        this.clock = clock;
    }

    /** @param recoveryCodes those that come with the first factor; none if the person has some already */
    record Added(Passkey passkey, List<String> recoveryCodes) {

        @Override
        public String toString() {
            return "Added[passkey=" + passkey + "]";
        }
    }

    Added add(Person person, String name, String response) {
        var named = checked(name);
        var data = relyingParty.readNew(response);
        var challenge = RelyingParty.challenge(data.getCollectedClientData());
        var asked = challenges.take(challenge).orElseThrow(RelyingParty::refused);
        if (asked.purpose() != Challenges.Purpose.ADD || !person.id().equals(asked.user())) {
            throw RelyingParty.refused();
        }
        var made = relyingParty.verify(data, challenge);
        var passkey = new Passkey(
                Uuids.timeOrdered(),
                person.id(),
                named,
                made.credentialId(),
                made.credential(),
                made.signCount(),
                made.transports(),
                clock.instant(),
                null);
        return tenancy.unbound(() -> keep(person, passkey));
    }

    private Added keep(Person person, Passkey passkey) {
        if (!passkeys.add(passkey)) {
            throw RelyingParty.refused();
        }
        tell(person, "add-passkey");
        return new Added(passkey, factors.firstCodes(person.id()));
    }

    void rename(Person person, UUID id, String name) {
        if (passkeys.of(person.id()).stream().noneMatch(passkey -> passkey.id().equals(id))
                || !passkeys.rename(person.id(), id, checked(name))) {
            throw notThere();
        }
    }

    void remove(Person person, UUID id) {
        tenancy.unbound(() -> {
            if (!passkeys.remove(person.id(), id)) {
                throw notThere();
            }
            factors.dropCodesWithoutFactor(person.id());
            tell(person, "remove-passkey");
            return true;
        });
    }

    private static String checked(String name) {
        var named = name.strip();
        if (named.isEmpty() || named.length() > LONGEST_NAME) {
            throw new BotException(
                    ErrorCode.VALIDATION_FAILED,
                    "A passkey's name has 1 to " + LONGEST_NAME + " characters.",
                    Refusal.of(
                            List.of(new BotException.Field("name", "must have 1 to " + LONGEST_NAME + " characters"))));
        }
        return named;
    }

    private static BotException notThere() {
        return new BotException(ErrorCode.FACTOR_NOT_FOUND, "There is no such passkey.");
    }

    private void tell(Person person, String action) {
        events.publishEvent(new AccessTried(person.id(), person.username(), action, null));
    }
}
