package dev.parley.server.account;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.WorkspaceId;

/** Instagram has ended a session that was believed to work; published inside the transaction that stores it. */
public record SessionLost(WorkspaceId workspace, AccountId account) {}
