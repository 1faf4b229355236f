package dev.parley.server.message;

import dev.parley.server.account.Account;
import java.util.List;

/**
 * What the form for a message offers.
 *
 * @param accounts that have been connected at any time
 * @param longest how long a text may be with the strictest of their drivers
 */
public record Offer(List<Account> accounts, int longest) {}
