package dev.parley.server.connection;

import dev.parley.instagram.browser.BrowserDriver;
import dev.parley.server.account.Account;
import dev.parley.server.account.Accounts;
import dev.parley.server.account.Drivers;
import dev.parley.server.bot.Bots;
import dev.parley.server.bot.NewAction;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people ask of an account that is connected. */
@Component
class ConnectedAccounts {

    private final Tenancy tenancy;
    private final Accounts accounts;
    private final Drivers drivers;
    private final Bots bots;
    private final Errands errands;
    private final Clock clock;

    ConnectedAccounts(Tenancy tenancy, Accounts accounts, Drivers drivers, Bots bots, Errands errands, Clock clock) {
        this.tenancy = tenancy;
        this.accounts = accounts;
        this.drivers = drivers;
        this.bots = bots;
        this.errands = errands;
        this.clock = clock;
    }

    /**
     * What a check of the session showed.
     *
     * @param reason why it is not valid
     */
    record Tested(
            boolean sessionValid,
            Instant checkedAt,
            @Nullable String reason) {}

    Tested test(Caller caller, @Nullable AccountId named) {
        var account = tenancy.in(caller.workspace(), () -> accounts.pick(named).filter(bots::exists));
        if (account.isEmpty()) {
            return new Tested(false, clock.instant(), "No Instagram account is connected.");
        }
        var result = errands.run(caller, () -> NewAction.forPerson(account.get().id(), TestSession.KIND, caller.user()))
                .orThrow()
                .result();
        return new Tested(
                Boolean.parseBoolean(result.get(TestSession.VALID)),
                Instant.parse(result.getOrDefault(
                        TestSession.CHECKED_AT, clock.instant().toString())),
                result.get(TestSession.REASON));
    }

    /** Refuses with ACCOUNT_NOT_FOUND. */
    Account account(Caller caller, AccountId id) {
        return tenancy.in(caller.workspace(), () -> accounts.get(id));
    }

    List<DriverCheck> driverChecks(Account account) {
        return DriverCheck.of(drivers.named(account.driver()).capabilities());
    }

    DriverReport check(Caller caller, Account account, DriverCheck check) {
        var ended = errands.run(
                caller,
                () -> NewAction.forPerson(account.id(), CheckDriver.KIND, caller.user())
                        .with(Map.of(CheckDriver.CHECK, check.word())));
        return DriverReport.of(ended.orThrow().result());
    }

    /** Refuses with DRIVER_CANNOT where the account is not worked in a browser. */
    UUID takePicture(Caller caller, Account account) {
        if (!account.driver().equals(BrowserDriver.NAME)) {
            throw new BotException(
                    ErrorCode.DRIVER_CANNOT,
                    "@%s is not worked in a browser, so there is nothing to see.".formatted(account.username()));
        }
        var result = errands.run(caller, () -> NewAction.forPerson(account.id(), TakePicture.KIND, caller.user()))
                .orThrow()
                .result();
        return UUID.fromString(String.valueOf(result.get(TakePicture.PICTURE)));
    }

    /** Stops the bot even if the session cannot be ended now. */
    Optional<Account> logOut(Caller caller, @Nullable AccountId named) {
        var account = tenancy.in(caller.workspace(), () -> accounts.pick(named).filter(bots::exists));
        account.ifPresent(known -> {
            tenancy.run(caller.workspace(), () -> bots.stop(caller, known));
            errands.run(caller, () -> NewAction.forPerson(known.id(), LogOut.KIND, caller.user()))
                    .orThrow();
        });
        return account;
    }
}
