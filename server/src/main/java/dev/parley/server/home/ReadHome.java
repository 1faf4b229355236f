package dev.parley.server.home;

import static java.util.stream.Collectors.toMap;

import dev.parley.server.account.Account;
import dev.parley.server.account.AccountHealth;
import dev.parley.server.account.AccountState;
import dev.parley.server.account.Accounts;
import dev.parley.server.account.Drivers;
import dev.parley.server.account.Health;
import dev.parley.server.account.SignIns;
import dev.parley.server.account.Verification;
import dev.parley.server.automation.JobView;
import dev.parley.server.automation.NewestJobs;
import dev.parley.server.bot.ReadStatus;
import dev.parley.server.quota.Quota;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the overview shows. */
@Component
class ReadHome {

    private static final int JOBS = 3;

    private final Tenancy tenancy;
    private final Accounts accounts;
    private final Health health;
    private final Drivers drivers;
    private final SignIns signIns;
    private final ReadStatus status;
    private final Quota quota;
    private final NewestJobs newestJobs;

    ReadHome(
            Tenancy tenancy,
            Accounts accounts,
            Health health,
            Drivers drivers,
            SignIns signIns,
            ReadStatus status,
            Quota quota,
            NewestJobs newestJobs) {
        this.tenancy = tenancy;
        this.accounts = accounts;
        this.health = health;
        this.drivers = drivers;
        this.signIns = signIns;
        this.status = status;
        this.quota = quota;
        this.newestJobs = newestJobs;
    }

    Home of(Caller caller) {
        return tenancy.in(caller.workspace(), () -> {
            var jobs = newestJobs.of(accounts.all().stream().map(Account::id).toList(), JOBS);
            var healths = health.ofAll().stream().collect(toMap(AccountHealth::account, Function.identity()));
            return new Home(accounts.all().stream()
                    .flatMap(account -> Optional.ofNullable(healths.get(account.id()))
                            .map(itsHealth -> card(account, itsHealth, jobs.getOrDefault(account.id(), List.of())))
                            .stream())
                    .toList());
        });
    }

    private AccountCard card(Account account, AccountHealth itsHealth, List<JobView> itsJobs) {
        return new AccountCard(
                account,
                itsHealth,
                status.of(account),
                quota.left(account.id(), account.user()),
                itsJobs,
                verification(itsHealth),
                drivers.can(account.driver(), Drivers.FOLLOWING));
    }

    private @Nullable Verification verification(AccountHealth itsHealth) {
        return itsHealth.state() == AccountState.VERIFICATION_REQUIRED
                ? signIns.waiting(itsHealth.account()).orElse(null)
                : null;
    }
}
