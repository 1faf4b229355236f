package dev.parley.server.message;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import org.jspecify.annotations.Nullable;

/** From whom a message is: the Instagram account, and who of the workspace asked for it. Names are snapshots. */
record Sender(
        WorkspaceId workspace,
        AccountId account,
        String accountName,
        UserId user,
        @Nullable String userName,
        String driver) {}
