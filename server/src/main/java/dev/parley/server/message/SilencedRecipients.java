package dev.parley.server.message;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.ErrorCode;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Messages that wait, to people who may not be written to any more. In the bound workspace. */
@Repository
class SilencedRecipients {

    private static final String TO_THEM = """
             status = 'queued' and (recipient = any(:names) or recipient_id = any(:numbers))
            """;

    private final JdbcClient jdbc;

    SilencedRecipients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The accounts whose messages to them wait. */
    List<AccountId> accounts(Collection<String> names, Collection<String> numbers) {
        return jdbc.sql("select distinct account_id from messages where workspace_id = current_workspace() and"
                        + TO_THEM)
                .param("names", names.toArray(String[]::new))
                .param("numbers", numbers.toArray(String[]::new))
                .query((row, n) -> new AccountId(row.getObject(1, UUID.class)))
                .list();
    }

    /** The actions that would send them. */
    List<UUID> actions(AccountId account, Collection<String> names, Collection<String> numbers) {
        return jdbc.sql("select action_id from messages where account_id = :account and action_id is not null and"
                        + TO_THEM)
                .param("account", account.value())
                .param("names", names.toArray(String[]::new))
                .param("numbers", numbers.toArray(String[]::new))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Those that these actions would have sent are not sent, for this reason; returns how many there are. */
    int cancel(List<UUID> withdrawn) {
        return jdbc.sql("""
                update messages
                set status = 'cancelled', error_code = :code, ended_at = now(),
                    error_detail = '@' || recipient || ' was put on this workspace''s do-not-contact list while the message waited.'
                where action_id = any(:withdrawn) and status = 'queued'
                """)
                .param("code", ErrorCode.DO_NOT_CONTACT.code())
                .param("withdrawn", withdrawn.toArray(UUID[]::new))
                .update();
    }
}
