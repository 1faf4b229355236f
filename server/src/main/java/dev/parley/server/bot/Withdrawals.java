package dev.parley.server.bot;

import dev.parley.server.core.AccountId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Takes actions out of a bot's queue that have not begun. The bot is held. */
@Repository
class Withdrawals {

    private final JdbcClient jdbc;

    Withdrawals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A job's; returns the targets' ids. */
    List<String> ofJob(AccountId account, UUID job) {
        return jdbc
                .sql("""
                        delete from bot_actions
                        where account_id = :account and state = 'queued' and job_id = :job
                        returning target_id
                        """)
                .param("account", account.value())
                .param("job", job)
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    boolean one(AccountId account, UUID action) {
        return jdbc.sql("delete from bot_actions where account_id = :account and state = 'queued' and id = :action")
                        .param("account", account.value())
                        .param("action", action)
                        .update()
                == 1;
    }

    /** Those of them that there are. */
    List<UUID> these(AccountId account, Collection<UUID> wanted) {
        return jdbc.sql("""
                delete from bot_actions
                where account_id = :account and state = 'queued' and id = any(:wanted)
                returning id
                """)
                .param("account", account.value())
                .param("wanted", wanted.toArray(UUID[]::new))
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
    }

    void about(AccountId account, String kind, Collection<String> targetIds) {
        jdbc.sql("""
                delete from bot_actions
                where account_id = :account and state = 'queued' and kind = :kind and target_id = any(:targetIds)
                """)
                .param("account", account.value())
                .param("kind", kind)
                .param("targetIds", targetIds.toArray(String[]::new))
                .update();
    }

    /** Those of a kind, but not this one. */
    void others(AccountId account, String kind, UUID but) {
        jdbc.sql(
                        "delete from bot_actions where account_id = :account and state = 'queued' and kind = :kind and id <> :but")
                .param("account", account.value())
                .param("kind", kind)
                .param("but", but)
                .update();
    }
}
