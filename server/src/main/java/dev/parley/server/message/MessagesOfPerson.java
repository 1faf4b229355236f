package dev.parley.server.message;

import dev.parley.server.contact.ContactFacts;
import dev.parley.server.contact.PersonErased;
import dev.parley.server.core.AccountId;
import dev.parley.server.tenancy.Columns;
import dev.parley.server.web.Words;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was sent to one person, or was to be, by any account of the bound workspace. */
@Repository
class MessagesOfPerson implements ContactFacts {

    private final JdbcClient jdbc;

    MessagesOfPerson(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public List<Fact> of(String username, Collection<String> numbers, int most) {
        return jdbc.sql("""
                select id, account_id, content, status, coalesce(sent_at, created_at) as at from messages
                where workspace_id = current_workspace() and (recipient = :username or recipient_id = any(:numbers))
                order by created_at desc, id desc
                limit :most
                """)
                .param("username", username)
                .param("numbers", numbers.toArray(String[]::new))
                .param("most", most)
                .query((row, n) -> new Fact(
                        Columns.instant(row, "at"),
                        new AccountId(row.getObject("account_id", UUID.class)),
                        "Message: " + Words.plain(row.getString("status")),
                        row.getString("content"),
                        "/messages/" + row.getString("id")))
                .list();
    }

    List<MessageId> waiting(PersonErased person) {
        return jdbc.sql("""
                select id from messages
                where workspace_id = current_workspace() and status = 'queued'
                  and (recipient = :username or recipient_id = :number)
                order by account_id, id
                """)
                .param("username", person.username())
                .param("number", number(person))
                .query((row, n) -> new MessageId(row.getObject(1, UUID.class)))
                .list();
    }

    void remove(PersonErased person) {
        jdbc.sql("""
                delete from messages
                where workspace_id = current_workspace() and (recipient = :username or recipient_id = :number)
                """)
                .param("username", person.username())
                .param("number", number(person))
                .update();
    }

    private static @Nullable String number(PersonErased person) {
        var id = person.id();
        return id == null ? null : id.value();
    }
}
