package dev.parley.server.identity;

import dev.parley.server.core.AccountId;
import dev.parley.server.tenancy.Reach;
import dev.parley.server.web.Right;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person gives to a program.
 *
 * @param rights what it may do, as far as its person may
 * @param accounts with which it may do so; null for all
 */
public record Grant(
        String name, Set<Right> rights, @Nullable List<ChosenAccount> accounts) {

    /** Under the name that it had at that time. */
    public record ChosenAccount(AccountId id, String username) {}

    Reach reach() {
        return accounts == null
                ? Reach.ALL
                : Reach.of(accounts.stream().map(ChosenAccount::id).toList());
    }
}
