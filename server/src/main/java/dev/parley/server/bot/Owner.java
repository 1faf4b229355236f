package dev.parley.server.bot;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.WorkspaceId;

/** The tick that may write for a bot, as long as no newer epoch has begun. */
record Owner(WorkspaceId workspace, AccountId account, long epoch) {}
