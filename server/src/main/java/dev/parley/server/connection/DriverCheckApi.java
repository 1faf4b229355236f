package dev.parley.server.connection;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the driver of an account still understands Instagram: calls that change nothing, one by one. */
@RestController
@RequestMapping("/api/accounts/{id}/driver-checks")
@Needs(Right.RUN)
class DriverCheckApi {

    private final ConnectedAccounts connected;

    DriverCheckApi(ConnectedAccounts connected) {
        this.connected = connected;
    }

    /** The calls that the account's driver can be checked by, in the order in which one asks them. */
    @GetMapping
    @Needs(Right.READ)
    Checks list(Caller caller, @PathVariable AccountId id) {
        var account = connected.account(caller, id);
        return new Checks(
                account.driver(),
                connected.driverChecks(account).stream().map(DriverCheck::word).toList());
    }

    /** Asks Instagram. Refuses with NOT_FOUND what the driver does not offer, with SESSION_INVALID without a session. */
    @PostMapping("/{check}")
    DriverReport ask(Caller caller, @PathVariable AccountId id, @PathVariable String check) {
        var account = connected.account(caller, id);
        var wanted = connected.driverChecks(account).stream()
                .filter(offered -> offered.word().equals(check))
                .findFirst()
                .orElseThrow(() -> new BotException(
                        ErrorCode.NOT_FOUND, "The driver %s has no such check.".formatted(account.driver())));
        return connected.check(caller, account, wanted);
    }

    /** @param checks names for {@code POST /api/accounts/{id}/driver-checks/{check}} */
    record Checks(String driver, List<String> checks) {}
}
