package dev.parley.server.automation;

import dev.parley.server.account.Account;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.Page;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a list of jobs.
 *
 * @param accounts those of the workspace
 * @param only the account whose jobs are listed; null for all
 * @param beginning whether the list begins with the newest
 */
public record Listing(List<Account> accounts, @Nullable AccountId only, boolean beginning) {

    public Listing {
        accounts = List.copyOf(accounts);
    }

    /** Those that can work. */
    public List<Account> connected() {
        return accounts.stream().filter(Account::wasConnected).toList();
    }

    public String name(JobView job) {
        return accounts.stream()
                .filter(account -> Objects.equals(account.id(), job.accountId()))
                .map(Account::username)
                .findFirst()
                .orElse("");
    }

    public @Nullable String first() {
        return beginning ? null : "/jobs" + (only == null ? "" : "?account=" + only);
    }

    public @Nullable String next(Page<JobView> jobs) {
        return jobs.nextCursor() == null
                ? null
                : "/jobs?cursor=" + jobs.nextCursor() + (only == null ? "" : "&account=" + only);
    }
}
