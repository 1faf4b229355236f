package dev.parley.server.home;

import static java.util.stream.Collectors.toMap;

import dev.parley.server.account.Account;
import dev.parley.server.account.AccountHealth;
import dev.parley.server.account.AccountState;
import dev.parley.server.account.Accounts;
import dev.parley.server.account.Health;
import dev.parley.server.account.SignIns;
import dev.parley.server.account.Verification;
import dev.parley.server.bot.ReadStatus;
import dev.parley.server.quota.Quota;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the overview shows. */
@Component
class ReadHome {

    private final Tenancy tenancy;
    private final Accounts accounts;
    private final Health health;
    private final SignIns signIns;
    private final ReadStatus status;
    private final Quota quota;

    ReadHome(Tenancy tenancy, Accounts accounts, Health health, SignIns signIns, ReadStatus status, Quota quota) {
        this.tenancy = tenancy;
        this.accounts = accounts;
        this.health = health;
        this.signIns = signIns;
        this.status = status;
        this.quota = quota;
    }

    Home of(Caller caller) {
        return tenancy.in(caller.workspace(), () -> {
            var healths = health.ofAll().stream().collect(toMap(AccountHealth::account, Function.identity()));
            return new Home(accounts.all().stream()
                    .flatMap(account ->
                            Optional.ofNullable(healths.get(account.id()))
                                    .map(itsHealth -> card(account, itsHealth))
                                    .stream())
                    .toList());
        });
    }

    private AccountCard card(Account account, AccountHealth itsHealth) {
        return new AccountCard(
                account,
                itsHealth,
                status.of(account),
                quota.left(account.id(), account.user()),
                verification(itsHealth));
    }

    private @Nullable Verification verification(AccountHealth itsHealth) {
        return itsHealth.state() == AccountState.VERIFICATION_REQUIRED
                ? signIns.waiting(itsHealth.account()).orElse(null)
                : null;
    }
}
