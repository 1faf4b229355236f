package dev.parley.server.account;

import dev.parley.server.workspace.MemberGone;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An account stays in its workspace when the one who connected it goes; it is then somebody else's who is there. */
@Component
class PassOnAccounts {

    private final JdbcClient database;

    PassOnAccounts(JdbcClient database) {
        this.database = database;
    }

    @EventListener
    void passOn(MemberGone gone) {
        database.sql("""
                with statuses as (update user_bot_status set user_id = :heir where user_id = :gone)
                update instagram_accounts set user_id = :heir where user_id = :gone
                """)
                .param("heir", gone.heir().value())
                .param("gone", gone.user().value())
                .update();
    }
}
