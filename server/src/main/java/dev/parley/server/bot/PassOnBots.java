package dev.parley.server.bot;

import dev.parley.server.workspace.MemberGone;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A bot goes on under the limits of whoever the account is passed on to. */
@Component
class PassOnBots {

    private final JdbcClient database;

    PassOnBots(JdbcClient database) {
        this.database = database;
    }

    @EventListener
    void passOn(MemberGone gone) {
        database.sql("update bot_instances set user_id = :heir, user_name = :name where user_id = :gone")
                .param("heir", gone.heir().value())
                .param("name", gone.heirName())
                .param("gone", gone.user().value())
                .update();
    }
}
