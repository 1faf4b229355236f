package dev.parley.server.account;

import dev.parley.server.core.AccountId;

/** Parley has signed in by itself, with the password that it keeps. Published inside the transaction that stores the session. */
public record SignedInAgain(AccountId account, String username) {}
