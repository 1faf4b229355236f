package dev.parley.server.account;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Field;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Reach;
import dev.parley.server.tenancy.Tenancy;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The account that somebody wants to sign in to: the workspace's own of that name, or a new one. */
@Component
public class ConnectAccount {

    private final Accounts accounts;
    private final Identities identities;
    private final Drivers drivers;
    private final AccountLimits limits;
    private final Tenancy tenancy;
    private final Clock clock;

    ConnectAccount(
            Accounts accounts,
            Identities identities,
            Drivers drivers,
            AccountLimits limits,
            Tenancy tenancy,
            Clock clock) {
        this.accounts = accounts;
        this.identities = identities;
        this.drivers = drivers;
        this.limits = limits;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /**
     * @param username as typed
     * @param driver null for the usual one
     * @param keeping what is to become of the password
     */
    public record Wish(String username, @Nullable String driver, boolean consent, Keeping keeping) {

        public Wish(String username, @Nullable String driver, boolean consent) {
            this(username, driver, consent, Keeping.AS_BEFORE);
        }
    }

    /** How the account of this name is worked; empty where the workspace has none. In the transaction of the caller's workspace. */
    public Optional<String> driverOf(String username) {
        return Username.parse(username).flatMap(accounts::withUsername).map(Account::driver);
    }

    /** In the transaction of the caller's workspace. One name gives one account, also to two who ask at once. */
    public Account findOrCreate(Caller caller, Wish wish) {
        var username = Username.of(wish.username());
        accounts.lockForAdding();
        return accounts.withUsername(username)
                .map(account -> known(account, wish))
                .orElseGet(() -> create(caller, username, wish));
    }

    private Account known(Account account, Wish wish) {
        if (wish.driver() != null && !wish.driver().equals(account.driver())) {
            throw otherDriver(account);
        }
        if (account.consentedAt() != null) {
            return account;
        }
        demandConsent(account.driver(), wish);
        if (wish.consent()) {
            accounts.consent(account.id(), clock.instant());
        }
        return accounts.get(account.id());
    }

    private Account create(Caller caller, Username username, Wish wish) {
        demandReach();
        var driver = wish.driver() == null
                ? drivers.usual()
                : drivers.named(wish.driver()).name();
        demandConsent(driver, wish);
        demandRoom();
        var now = clock.instant();
        var account = new Account(
                AccountId.create(),
                caller.workspace(),
                caller.user(),
                username.value(),
                null,
                driver,
                wish.consent() ? now : null,
                now);
        accounts.add(account, identities.sealNew(account));
        return accounts.get(account.id());
    }

    private static void demandReach() {
        if (!Reach.current().isAll()) {
            throw new BotException(
                    ErrorCode.TOKEN_TOO_NARROW, "This token is for chosen accounts, and connects no others.");
        }
    }

    private void demandConsent(String driver, Wish wish) {
        if (!wish.consent() && drivers.needConsent(driver)) {
            throw new BotException(
                    ErrorCode.CONSENT_REQUIRED,
                    "The driver " + driver + " works the account in a way that Instagram's terms do not allow;"
                            + " Instagram may lock the account for it.",
                    Refusal.of(List.of(new Field("consent", "must be true"))));
        }
    }

    /** How many accounts the caller's workspace has, of how many that it may have. */
    public record Room(int connected, int most) {

        public boolean isFull() {
            return connected >= most;
        }
    }

    /** In the transaction of the caller's workspace. */
    public Room room() {
        return new Room(accounts.all().size(), limits.inForce(tenancy.workspace()));
    }

    private void demandRoom() {
        var room = room();
        if (room.isFull()) {
            throw new BotException(
                    ErrorCode.ACCOUNT_LIMIT_REACHED,
                    "The workspace has %d Instagram accounts already, and may have no more."
                            .formatted(room.connected()));
        }
    }

    private static BotException otherDriver(Account account) {
        return new BotException(
                ErrorCode.VALIDATION_FAILED,
                "@%s is connected through another driver.".formatted(account.username()),
                Refusal.of(List.of(new Field("driver", "must be " + account.driver() + " for this account"))));
    }
}
