package dev.parley.server.quota;

import dev.parley.server.account.Account;
import dev.parley.server.account.Accounts;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.quota.AccountLimits.Source;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an account of the caller's workspace may do: read, and changed by those who may. */
@Component
class LimitAccounts {

    private final Tenancy tenancy;
    private final Accounts accounts;
    private final Quota quota;
    private final Limits limits;
    private final WarmUps warmUps;
    private final ChangeLimits changeLimits;
    private final ChangeWarmUp changeWarmUp;

    LimitAccounts(
            Tenancy tenancy,
            Accounts accounts,
            Quota quota,
            Limits limits,
            WarmUps warmUps,
            ChangeLimits changeLimits,
            ChangeWarmUp changeWarmUp) {
        this.tenancy = tenancy;
        this.accounts = accounts;
        this.quota = quota;
        this.limits = limits;
        this.warmUps = warmUps;
        this.changeLimits = changeLimits;
        this.changeWarmUp = changeWarmUp;
    }

    /** With no account yet, what a first one may do. */
    AccountLimitsView of(Caller caller, @Nullable AccountId named) {
        return tenancy.in(
                caller.workspace(),
                () -> accounts.pick(named)
                        .map(this::view)
                        .orElseGet(() -> AccountLimitsView.of(quota.untouched(caller.user()), List.of(), false)));
    }

    AccountLimits page(Caller caller, AccountId id) {
        return tenancy.in(caller.workspace(), () -> {
            var account = accounts.get(id);
            var own = limits.of(new Whose.OneAccount(account));
            return new AccountLimits(
                    account,
                    quota.left(account.id(), account.user()),
                    actions(),
                    own,
                    List.of(
                            new Source(LimitedBy.INSTANCE, limits.of(new Whose.Everybody())),
                            new Source(LimitedBy.USER, limits.of(new Whose.Person(account.user()))),
                            new Source(LimitedBy.WORKSPACE, limits.of(new Whose.AllAccounts(account.workspace()))),
                            new Source(LimitedBy.ACCOUNT, own)),
                    warmUps.isWaived(account.id()));
        });
    }

    /** Those that are limited. */
    List<String> actions() {
        return changeLimits.known();
    }

    AccountLimitsView set(Caller caller, @Nullable AccountId named, List<Limit> wanted) {
        return changed(caller, named, account -> changeLimits.set(new Whose.OneAccount(account), wanted));
    }

    AccountLimitsView warmUp(Caller caller, @Nullable AccountId named, boolean usedForLong) {
        return changed(caller, named, account -> changeWarmUp.of(account, usedForLong));
    }

    private AccountLimitsView changed(Caller caller, @Nullable AccountId named, Consumer<Account> change) {
        return tenancy.in(caller.workspace(), () -> {
            var account = accounts.pick(named)
                    .orElseThrow(() -> new BotException(
                            ErrorCode.ACCOUNT_NOT_FOUND, "There is no Instagram account yet to set limits for."));
            change.accept(account);
            return view(account);
        });
    }

    private AccountLimitsView view(Account account) {
        return AccountLimitsView.of(
                quota.left(account.id(), account.user()),
                limits.of(new Whose.OneAccount(account)),
                warmUps.isWaived(account.id()));
    }
}
