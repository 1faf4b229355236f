package dev.parley.server.conversation;

import dev.parley.instagram.PersonId;
import dev.parley.server.contact.PersonErased;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** With whoever is erased, no conversation is kept; of those with several people, only their part goes. */
@Repository
class ForgetPerson {

    private final JdbcClient jdbc;

    ForgetPerson(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void forget(PersonErased person) {
        var number = number(person.id());
        jdbc.sql("""
                delete from conversations
                where workspace_id = current_workspace() and (person_name = :username or person_id = :number)
                """)
                .param("username", person.username())
                .param("number", number)
                .update();
        jdbc.sql("""
                delete from conversation_messages
                where workspace_id = current_workspace() and sender_id = :number
                """).param("number", number).update();
        jdbc.sql("""
                update conversations set people = array_remove(people, :username), last_text = ''
                where workspace_id = current_workspace() and :username = any(people)
                """).param("username", person.username()).update();
    }

    private static @Nullable String number(@Nullable PersonId id) {
        return id == null ? null : id.value();
    }
}
