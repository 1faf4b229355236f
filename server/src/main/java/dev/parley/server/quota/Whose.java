package dev.parley.server.quota;

import dev.parley.server.account.Account;
import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import org.jspecify.annotations.Nullable;

/** Whom limits are set for. */
sealed interface Whose {

    /** The workspace that it concerns alone; null where it concerns others, too. */
    @Nullable
    WorkspaceId workspace();

    /** The instance's defaults. */
    record Everybody() implements Whose {

        @Override
        public @Nullable WorkspaceId workspace() {
            return null;
        }
    }

    /** Somebody, in whatever workspace their accounts are. */
    record Person(UserId user) implements Whose {

        @Override
        public @Nullable WorkspaceId workspace() {
            return null;
        }
    }

    record AllAccounts(WorkspaceId workspace) implements Whose {}

    record OneAccount(Account account) implements Whose {

        @Override
        public WorkspaceId workspace() {
            return account.workspace();
        }
    }
}
