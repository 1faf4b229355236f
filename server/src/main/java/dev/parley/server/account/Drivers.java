package dev.parley.server.account;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.parley.instagram.Capability;
import dev.parley.instagram.Driver;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.MessageRules;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.SessionSnapshot;
import dev.parley.instagram.graph.GraphDriver;
import dev.parley.instagram.mobile.MobileDriver;
import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Field;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.Installation;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The ways of working an account that this server has. */
@Component
public class Drivers {

    /** What following people by hashtag takes. */
    public static final Set<Capability> FOLLOWING =
            Set.of(Capability.HASHTAG, Capability.FRIENDSHIP, Capability.FOLLOW);

    private static final String OFFICIAL = GraphDriver.NAME;

    private static final Duration PROLONGED_BEFORE_END = Duration.ofDays(30);

    private final Map<String, Driver> byName;
    private final Installation installation;

    Drivers(List<Driver> drivers, Installation installation) {
        this.byName = drivers.stream().collect(toUnmodifiableMap(Driver::name, Function.identity()));
        this.installation = installation;
    }

    /** The one of accounts for which none is named: the official one, where real accounts are at risk and it is set up. */
    public String usual() {
        return !installation.isSandbox() && byName.containsKey(OFFICIAL) ? OFFICIAL : MobileDriver.NAME;
    }

    /** Refuses with DRIVER_UNKNOWN. */
    public boolean takesPassword(String name) {
        return can(name, Set.of(Capability.SIGN_IN));
    }

    public boolean has(String name) {
        return byName.containsKey(name);
    }

    public Driver named(String name) {
        var driver = byName.get(name);
        if (driver == null) {
            throw unknown(name);
        }
        return driver;
    }

    /** Speaks for a signed-in account; does no I/O. */
    public Instagram open(SessionSnapshot session) {
        return named(session.driver()).open(session);
    }

    /** The session, prolonged if it soon ends by itself; as it is where that cannot be done now. Asks Instagram. */
    SessionSnapshot prolonged(SessionSnapshot session, Instant now) {
        var driver = named(session.driver());
        var validity = driver.validity(session);
        var until = validity.until();
        if (until == null || until.isAfter(now.plus(PROLONGED_BEFORE_END)) || !validity.renewable(now)) {
            return session;
        }
        return driver.renew(session) instanceof Outcome.Done<SessionSnapshot>(SessionSnapshot renewed)
                ? renewed
                : session;
    }

    /** When a call of the session has ended, however it ended. */
    public Duration callDeadline(SessionSnapshot session) {
        return named(session.driver()).callDeadline();
    }

    /** When a call has ended, whichever driver makes it. */
    public Duration longestCallDeadline() {
        return byName.values().stream()
                .map(Driver::callDeadline)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    public boolean can(String name, Set<Capability> wanted) {
        return named(name).capabilities().containsAll(wanted);
    }

    /** What messages the account's driver can send. */
    public MessageRules messageRules(Account account) {
        return named(account.driver()).messageRules();
    }

    /** Refuses with DRIVER_CANNOT. */
    public void demand(Account account, Set<Capability> wanted) {
        if (!can(account.driver(), wanted)) {
            throw new BotException(
                    ErrorCode.DRIVER_CANNOT,
                    "@%s is connected through the driver %s, which does not offer this."
                            .formatted(account.username(), account.driver()));
        }
    }

    /** Whether the owner has to accept a risk first. */
    public boolean needConsent(String name) {
        return !installation.isSandbox() && !name.equals(OFFICIAL);
    }

    private BotException unknown(String name) {
        var known = byName.keySet().stream().sorted().collect(joining(", "));
        return new BotException(
                ErrorCode.DRIVER_UNKNOWN,
                "There is no driver of the name “" + name + "”.",
                Refusal.of(List.of(new Field("driver", "one of " + known))));
    }
}
