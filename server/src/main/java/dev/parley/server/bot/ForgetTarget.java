package dev.parley.server.bot;

import dev.parley.instagram.PersonId;
import dev.parley.server.contact.PersonErased;
import dev.parley.server.evidence.Screenshots;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whoever is erased, is not named by the actions that ended, nor seen on their pictures. */
@Repository
class ForgetTarget {

    private final JdbcClient jdbc;
    private final Screenshots screenshots;

    ForgetTarget(JdbcClient jdbc, Screenshots screenshots) {
        this.jdbc = jdbc;
        this.screenshots = screenshots;
    }

    @EventListener
    void forget(PersonErased person) {
        var actions = jdbc.sql("""
                update ended_actions set target = null, target_id = null, error_detail = null, result = '{}'
                where workspace_id = current_workspace() and (target = :username or target_id = :number)
                returning id
                """)
                .param("username", person.username())
                .param("number", number(person.id()))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
        screenshots.forget(actions);
    }

    private static @Nullable String number(@Nullable PersonId id) {
        return id == null ? null : id.value();
    }
}
