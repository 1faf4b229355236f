package dev.parley.server.connection;

import dev.parley.server.account.Account;
import dev.parley.server.account.KeptPasswords;
import dev.parley.server.account.ReuseSession;
import dev.parley.server.account.Sessions;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Makes a session usable again before something is refused for the want of one. */
@Component
public class Reconnect {

    private final Tenancy tenancy;
    private final Sessions sessions;
    private final ReuseSession reuse;
    private final KeptPasswords keptPasswords;
    private final Connections connections;

    Reconnect(
            Tenancy tenancy,
            Sessions sessions,
            ReuseSession reuse,
            KeptPasswords keptPasswords,
            Connections connections) {
        this.tenancy = tenancy;
        this.sessions = sessions;
        this.reuse = reuse;
        this.keptPasswords = keptPasswords;
        this.connections = connections;
    }

    /**
     * Whether there is an account with a session that works. One that has expired is asked once. Waits for Instagram; not to be called
     * inside a transaction. Refuses with COOLING_DOWN where Instagram may not be asked.
     *
     * @param wanted finds the account, inside a transaction
     */
    public boolean revive(Caller caller, Supplier<Optional<Account>> wanted) {
        var found = tenancy.in(caller.workspace(), () -> wanted.get().map(this::chance));
        return switch (found.orElse(Chance.NONE)) {
            case Chance.Works works -> true;
            case Chance.Perhaps(Account account) -> connections.isConnectedAgain(caller, account);
            case Chance.None none -> false;
        };
    }

    private Chance chance(Account account) {
        if (sessions.isValid(account.id())) {
            return new Chance.Works();
        }
        return reuse.find(account.id()).isPresent() || keptPasswords.mayTake(account.id())
                ? new Chance.Perhaps(account)
                : Chance.NONE;
    }

    /** Whether there is a session that can be used. */
    private sealed interface Chance {

        None NONE = new None();

        record Works() implements Chance {}

        /** Instagram has to be asked. */
        record Perhaps(Account account) implements Chance {}

        record None() implements Chance {}
    }
}
