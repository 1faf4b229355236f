package dev.parley.server.connection;

import dev.parley.server.account.Account;
import dev.parley.server.tenancy.Caller;
import org.springframework.stereotype.Component;

/** Makes a session usable again before something is refused for the want of one. */
@Component
public class Reconnect {

    private final Connections connections;

    Reconnect(Connections connections) {
        this.connections = connections;
    }

    /**
     * Whether the account has a session that works. One that has expired is asked once. Waits for Instagram; not to be called
     * inside a transaction. Refuses with COOLING_DOWN where Instagram may not be asked.
     */
    public boolean revive(Caller caller, Account account) {
        return connections.revive(caller, account);
    }
}
