package dev.parley.server.account;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.WorkspaceId;

/** An account was disconnected for good; published inside the transaction that removes it. */
public record AccountRemoved(WorkspaceId workspace, AccountId account) {}
