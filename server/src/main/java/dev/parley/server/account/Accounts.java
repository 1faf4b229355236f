package dev.parley.server.account;

import dev.parley.instagram.PersonId;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Field;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.tenancy.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The Instagram accounts of the bound workspace. */
@Repository
public class Accounts {

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Refuses with ACCOUNT_NOT_FOUND what is not there, or another workspace's. */
    public Account get(AccountId id) {
        return find(id).orElseThrow(() -> notFound(id));
    }

    public Optional<Account> find(AccountId id) {
        return jdbc.sql("""
                select id, workspace_id, user_id, username, instagram_user_id, driver, consented_at, created_at
                from instagram_accounts
                where id = :id
                """)
                .param("id", id.value())
                .query((row, index) -> account(row))
                .optional();
    }

    /**
     * The account that a call means: the one it names, else the only one that was ever connected. Where none was, the latest
     * attempt. Refuses with ACCOUNT_REQUIRED, listing them, where several could be meant.
     */
    public Optional<Account> pick(@Nullable AccountId named) {
        if (named != null) {
            return Optional.of(get(named));
        }
        var all = all();
        var connected = all.stream().filter(Account::wasConnected).toList();
        if (connected.size() > 1) {
            throw severalOf(connected);
        }
        var candidates = connected.isEmpty() ? all : connected;
        return candidates.isEmpty() ? Optional.empty() : Optional.of(candidates.getLast());
    }

    /** Oldest first. */
    public List<Account> all() {
        return jdbc.sql("""
                select id, workspace_id, user_id, username, instagram_user_id, driver, consented_at, created_at
                from instagram_accounts
                order by created_at, id
                """).query((row, index) -> account(row)).list();
    }

    /** The one of this username, however it is typed. */
    public Optional<Account> named(String username) {
        return Username.parse(username).flatMap(this::withUsername);
    }

    /** Those of these that the workspace has. */
    public List<Account> among(Collection<AccountId> ids) {
        return jdbc.sql("""
                select id, workspace_id, user_id, username, instagram_user_id, driver, consented_at, created_at
                from instagram_accounts
                where id = any(:ids)
                """)
                .param("ids", ids.stream().map(AccountId::value).toArray(UUID[]::new))
                .query((row, index) -> account(row))
                .list();
    }

    /** Which account is meant by its number, whatever workspace it belongs to; only of those that the official API works. */
    public Optional<Owned> ofInstagramUser(PersonId number) {
        return jdbc.sql("select workspace_id, account_id from account_of_instagram_user(:number)")
                .param("number", number.value())
                .query((row, n) -> new Owned(
                        new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                        new AccountId(row.getObject("account_id", UUID.class))))
                .optional();
    }

    /** An account, and the workspace that it belongs to. */
    public record Owned(WorkspaceId workspace, AccountId account) {}

    Optional<Account> withUsername(Username username) {
        return jdbc.sql("""
                select id, workspace_id, user_id, username, instagram_user_id, driver, consented_at, created_at
                from instagram_accounts
                where workspace_id = current_workspace() and username = :username
                """)
                .param("username", username.value())
                .query((row, index) -> account(row))
                .optional();
    }

    Optional<Account> withInstagramId(PersonId person) {
        return jdbc.sql("""
                select id, workspace_id, user_id, username, instagram_user_id, driver, consented_at, created_at
                from instagram_accounts
                where instagram_user_id = :person
                """)
                .param("person", person.value())
                .query((row, index) -> account(row))
                .optional();
    }

    /** Two who connect accounts to the same workspace at once do it one after the other. */
    void lockForAdding() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('instagram_accounts ' || current_workspace(), 0))")
                .query((row, index) -> true)
                .single();
    }

    void add(Account account, byte[] sealedIdentity) {
        jdbc.sql("""
                with account as (
                    insert into instagram_accounts
                        (id, workspace_id, user_id, username, driver, identity_encrypted, consented_at, created_at)
                    values (:id, :workspace, :user, :username, :driver, :identity, :consentedAt, :createdAt)
                    returning id, workspace_id, user_id, username
                ), credentials as (
                    insert into instagram_credentials (account_id, workspace_id) select id, workspace_id from account
                )
                insert into user_bot_status (account_id, workspace_id, user_id, instagram_username)
                select id, workspace_id, user_id, username from account
                """)
                .param("id", account.id().value())
                .param("workspace", account.workspace().value())
                .param("user", account.user().value())
                .param("username", account.username())
                .param("driver", account.driver())
                .param("identity", sealedIdentity)
                .param("consentedAt", Columns.of(account.consentedAt()))
                .param("createdAt", Columns.of(account.createdAt()))
                .update();
    }

    void consent(AccountId id, Instant at) {
        jdbc.sql("""
                update instagram_accounts
                set consented_at = coalesce(consented_at, :at), updated_at = now()
                where id = :id
                """).param("at", Columns.of(at)).param("id", id.value()).update();
    }

    byte[] sealedIdentity(AccountId id) {
        return jdbc.sql("select identity_encrypted from instagram_accounts where id = :id")
                .param("id", id.value())
                .query(byte[].class)
                .optional()
                .orElseThrow(() -> notFound(id));
    }

    /** Fails with a duplicate key if any account of the instance, seen from here or not, belongs to this person. */
    void claim(AccountId id, PersonId person) {
        jdbc.sql("""
                update instagram_accounts
                set instagram_user_id = :person, updated_at = now()
                where id = :id and instagram_user_id is distinct from :person
                """).param("person", person.value()).param("id", id.value()).update();
    }

    /** Everything that is stored of the account goes with it. */
    void remove(AccountId id) {
        var removed = jdbc.sql("delete from instagram_accounts where id = :id")
                .param("id", id.value())
                .update();
        if (removed == 0) {
            throw notFound(id);
        }
    }

    private static Account account(ResultSet row) throws SQLException {
        var instagramUserId = row.getString("instagram_user_id");
        return new Account(
                new AccountId(row.getObject("id", UUID.class)),
                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                new UserId(row.getObject("user_id", UUID.class)),
                row.getString("username"),
                instagramUserId == null ? null : new PersonId(instagramUserId),
                row.getString("driver"),
                Columns.instantOrNull(row, "consented_at"),
                Columns.instant(row, "created_at"));
    }

    private static BotException notFound(AccountId id) {
        return new BotException(
                ErrorCode.ACCOUNT_NOT_FOUND, "This workspace has no Instagram account with the id " + id + ".");
    }

    private static BotException severalOf(List<Account> accounts) {
        return new BotException(
                ErrorCode.ACCOUNT_REQUIRED,
                "The workspace has %d Instagram accounts; the call must name one.".formatted(accounts.size()),
                Refusal.of(accounts.stream()
                        .map(account -> new Field("account_id", account.id() + " is @" + account.username()))
                        .toList()));
    }
}
