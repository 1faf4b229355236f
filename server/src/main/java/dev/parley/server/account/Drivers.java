package dev.parley.server.account;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.parley.instagram.Driver;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.SessionSnapshot;
import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Field;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.Installation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The ways of working an account that this server has. */
@Component
public class Drivers {

    static final String USUAL = "mobile";
    private static final String OFFICIAL = "graph";

    private final Map<String, Driver> byName;
    private final Installation installation;
    private final AccountSettings settings;

    Drivers(List<Driver> drivers, Installation installation, AccountSettings settings) {
        this.byName = drivers.stream().collect(toUnmodifiableMap(Driver::name, Function.identity()));
        this.installation = installation;
        this.settings = settings;
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

    /** When a call to Instagram has ended, however it ended. */
    public Duration callDeadline() {
        return settings.callDeadline();
    }

    boolean needConsent(String name) {
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
