package dev.parley.server.bot;

import dev.parley.server.core.AccountId;

/** An account has done as much of something as it may for now. Published inside the transaction that lets the rest of it wait. */
public record LimitReached(AccountId account, String username, String limit) {}
