package dev.parley.server.mailing;

import dev.parley.server.contact.PersonErased;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whoever is erased, is not named by any mailing. */
@Repository
class ForgetPerson {

    private final JdbcClient jdbc;

    ForgetPerson(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void forget(PersonErased person) {
        jdbc.sql("""
                delete from mailing_recipients
                where workspace_id = current_workspace() and username = :username
                """).param("username", person.username()).update();
    }
}
