package dev.parley.server.conversation;

import dev.parley.server.contact.ContactFacts;
import dev.parley.server.core.AccountId;
import dev.parley.server.tenancy.Columns;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said in the conversations with one person. */
@Repository
class SpokenWith implements ContactFacts {

    private final JdbcClient jdbc;

    SpokenWith(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "conversations";
    }

    @Override
    public List<Fact> of(String username, Collection<String> numbers, int most) {
        return jdbc.sql("""
                select message.at, message.account_id, message.own, message.content, conversation.id
                from conversations conversation join conversation_messages message on conversation_id = conversation.id
                where conversation.workspace_id = current_workspace() and unsent_at is null
                  and (person_name = :username or person_id = any(:numbers))
                order by message.at desc
                limit :most
                """)
                .param("username", username)
                .param("numbers", numbers.toArray(String[]::new))
                .param("most", most)
                .query((row, n) -> new Fact(
                        Columns.instant(row, "at"),
                        new AccountId(row.getObject("account_id", UUID.class)),
                        row.getBoolean("own") ? "We wrote" : "They wrote",
                        row.getString("content"),
                        InboxPages.PAGE + "/" + row.getString("id")))
                .list();
    }
}
