package dev.parley.server.testing;

import dev.parley.server.core.AccountId;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.TestingDatabase;

/** Accounts as rows only, for tests that ask Instagram nothing. */
public final class TestingAccounts {

    private TestingAccounts() {}

    public static AccountId add(TestingDatabase database, Caller owner, String username) {
        var account = AccountId.create();
        database.tenancy()
                .run(
                        owner.workspace(),
                        () -> database.client()
                                .sql("""
                        insert into instagram_accounts (id, workspace_id, user_id, username, driver, identity_encrypted)
                        values (:id, current_workspace(), :user, :username, 'mobile', '')
                        """)
                                .param("id", account.value())
                                .param("user", owner.user().value())
                                .param("username", username)
                                .update());
        return account;
    }
}
