package dev.parley.server.mailing;

import dev.parley.server.account.Account;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.Page;
import dev.parley.server.message.MessageId;
import dev.parley.server.message.SendMany.Taken;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The mailings of the bound workspace. */
@Repository
class Mailings {

    private final JdbcClient jdbc;

    Mailings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(MailingId id, Caller caller, Account account, Wish wish, String correlation) {
        jdbc.sql("""
                insert into mailings (
                    id, workspace_id, account_id, account_name, user_id, user_name, template, first_contacts, spread_minutes,
                    correlation_id)
                values (
                    :id, :workspace, :account, :accountName, :user, :userName, :template, :firstContacts, :spread, :correlation)
                """)
                .param("id", id.value())
                .param("workspace", caller.workspace().value())
                .param("account", account.id().value())
                .param("accountName", account.username())
                .param("user", caller.user().value())
                .param("userName", caller.username())
                .param("template", wish.template().text())
                .param("firstContacts", wish.firstContacts())
                .param("spread", wish.spread().toMinutes())
                .param("correlation", correlation)
                .update();
    }

    void addRecipients(MailingId id, AccountId account, List<Taken> taken) {
        jdbc.sql("""
                insert into mailing_recipients (
                    mailing_id, workspace_id, account_id, position, username, message_id, error_code, error_detail)
                select :id, current_workspace(), :account, position, username, message_id, error_code, error_detail
                from unnest(:positions::int[], :usernames::text[], :messages::uuid[], :codes::text[], :details::text[])
                    as taken (position, username, message_id, error_code, error_detail)
                """)
                .param("id", id.value())
                .param("account", account.value())
                .param("positions", IntStream.range(0, taken.size()).boxed().toArray(Integer[]::new))
                .param(
                        "usernames",
                        taken.stream().map(one -> one.one().recipient()).toArray(String[]::new))
                .param("messages", taken.stream().map(Mailings::message).toArray(UUID[]::new))
                .param("codes", taken.stream().map(Mailings::code).toArray(String[]::new))
                .param("details", taken.stream().map(Taken::detail).toArray(String[]::new))
                .update();
    }

    private static @Nullable UUID message(Taken taken) {
        var message = taken.message();
        return message == null ? null : message.value();
    }

    private static @Nullable String code(Taken taken) {
        var code = taken.code();
        return code == null ? null : code.code();
    }

    /** Refuses with MAILING_NOT_FOUND. */
    Mailing get(MailingId id) {
        return jdbc.sql("select * from mailings where id = :id")
                .param("id", id.value())
                .query(Mailings::mailing)
                .optional()
                .orElseThrow(() -> new BotException(
                        ErrorCode.MAILING_NOT_FOUND, "This workspace has no mailing with the id " + id + "."));
    }

    /** Newest first; the cursor is the last id of the page before. */
    Page<Mailing> page(@Nullable MailingId before, int limit) {
        var found = jdbc.sql("""
                select * from mailings
                where workspace_id = current_workspace() and (:before::uuid is null or id < :before::uuid)
                order by id desc limit :limit
                """)
                .param("before", before == null ? null : before.value())
                .param("limit", limit + 1)
                .query(Mailings::mailing)
                .list();
        return Page.of(found, limit, last -> last.id().toString());
    }

    /** Those who were left out, and those who get a message, in the order in which they were named. */
    Page<RecipientView> recipients(MailingId id, int after, int limit) {
        var found = jdbc.sql("""
                select * from mailing_recipients where mailing_id = :id and position >= :after order by position limit :limit
                """)
                .param("id", id.value())
                .param("after", after)
                .param("limit", limit + 1)
                .query(Mailings::recipient)
                .list();
        return Page.of(found, limit, last -> Integer.toString(last.position() + 1));
    }

    /** How many were named in each, and how many of them left out. */
    Map<MailingId, Named> of(Collection<MailingId> ids) {
        var named = new HashMap<MailingId, Named>();
        jdbc.sql("""
                select mailing_id, count(*), count(error_code) from mailing_recipients
                where mailing_id = any(:ids) group by mailing_id
                """)
                .param("ids", ids.stream().map(MailingId::value).toArray(UUID[]::new))
                .query(row -> {
                    named.put(new MailingId(row.getObject(1, UUID.class)), new Named(row.getInt(2), row.getInt(3)));
                });
        return named;
    }

    record Named(int all, int leftOut) {

        static final Named NOBODY = new Named(0, 0);
    }

    void cancel(MailingId id) {
        jdbc.sql("update mailings set cancelled_at = coalesce(cancelled_at, now()) where id = :id")
                .param("id", id.value())
                .update();
    }

    boolean allowFirstContacts() {
        return jdbc.sql("select first_contacts from mailing_policies where workspace_id = current_workspace()")
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void allowFirstContacts(boolean allow) {
        jdbc.sql("""
                insert into mailing_policies (workspace_id, first_contacts) values (current_workspace(), :allow)
                on conflict (workspace_id) do update set first_contacts = excluded.first_contacts
                """).param("allow", allow).update();
    }

    private static Mailing mailing(ResultSet row, int n) throws SQLException {
        return new Mailing(
                new MailingId(row.getObject("id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("account_name"),
                row.getString("user_name"),
                row.getString("template"),
                row.getBoolean("first_contacts"),
                row.getInt("spread_minutes"),
                Columns.instant(row, "created_at"),
                Columns.instantOrNull(row, "cancelled_at"));
    }

    private static RecipientView recipient(ResultSet row, int n) throws SQLException {
        var code = row.getString("error_code");
        var message = row.getObject("message_id", UUID.class);
        return new RecipientView(
                row.getInt("position"),
                row.getString("username"),
                message == null ? null : new MessageId(message),
                code == null ? null : ErrorCode.of(code).name(),
                code,
                row.getString("error_detail"));
    }
}
