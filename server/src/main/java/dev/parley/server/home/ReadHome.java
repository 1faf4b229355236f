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
import dev.parley.server.alerts.TroubledWebhooks;
import dev.parley.server.automation.JobView;
import dev.parley.server.automation.NewestJobs;
import dev.parley.server.bot.BotStatus;
import dev.parley.server.bot.ReadStatus;
import dev.parley.server.core.AccountId;
import dev.parley.server.quota.Allowance;
import dev.parley.server.quota.Quota;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
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
    private final TroubledWebhooks webhooks;

    ReadHome(
            Tenancy tenancy,
            Accounts accounts,
            Health health,
            Drivers drivers,
            SignIns signIns,
            ReadStatus status,
            Quota quota,
            NewestJobs newestJobs,
            TroubledWebhooks webhooks) {
        this.tenancy = tenancy;
        this.accounts = accounts;
        this.health = health;
        this.drivers = drivers;
        this.signIns = signIns;
        this.status = status;
        this.quota = quota;
        this.newestJobs = newestJobs;
        this.webhooks = webhooks;
    }

    Home of(Caller caller) {
        return tenancy.in(caller.workspace(), () -> {
            var all = accounts.all();
            var facts = factsOf(all);
            return new Home(
                    all.stream().flatMap(account -> card(account, facts)).toList(), webhooks.all());
        });
    }

    /** What there is of each account, read for all at once. */
    private record Facts(
            Map<AccountId, AccountHealth> healths,
            Map<AccountId, BotStatus> bots,
            Map<AccountId, Allowance> allowances,
            Map<AccountId, List<JobView>> jobs,
            Map<AccountId, Verification> verifications) {}

    private Facts factsOf(List<Account> all) {
        return new Facts(
                health.ofAll().stream().collect(toMap(AccountHealth::account, Function.identity())),
                status.ofAll(all),
                quota.left(all),
                newestJobs.of(all.stream().map(Account::id).toList(), JOBS),
                signIns.waiting().stream().collect(toMap(Verification::account, Function.identity())));
    }

    /** None of an account that was removed meanwhile. */
    private Stream<AccountCard> card(Account account, Facts facts) {
        var id = account.id();
        var itsHealth = facts.healths().get(id);
        var bot = facts.bots().get(id);
        var allowance = facts.allowances().get(id);
        if (itsHealth == null || bot == null || allowance == null) {
            return Stream.empty();
        }
        var waits = itsHealth.state() == AccountState.VERIFICATION_REQUIRED;
        return Stream.of(new AccountCard(
                account,
                itsHealth,
                bot,
                allowance,
                facts.jobs().getOrDefault(id, List.of()),
                waits ? facts.verifications().get(id) : null,
                drivers.can(account.driver(), Drivers.FOLLOWING)));
    }
}
