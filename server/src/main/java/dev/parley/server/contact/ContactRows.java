package dev.parley.server.contact;

import dev.parley.instagram.PersonId;
import dev.parley.server.tenancy.Conditions;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The people whom any account of the bound workspace knows; those of accounts that the caller may not know of are not there. */
@Repository
class ContactRows {

    private final JdbcClient jdbc;

    ContactRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Usernames in alphabetical order, after the one given. */
    List<String> names(ContactFilter filter, @Nullable String after, int limit) {
        var account = filter.account();
        var conditions = new Conditions()
                .and("workspace_id = current_workspace() and username > :after", "after", after == null ? "" : after)
                .and("account_id = :account", "account", account == null ? null : account.value())
                .and("strpos(username, :q) > 0", "q", filter.name())
                .and("(wrote_at is not null) = :wrote", "wrote", filter.wrote())
                .and("""
                        instagram_user_id in (
                            select instagram_user_id from person_labels
                            where workspace_id = current_workspace() and label = :label)
                        """, "label", filter.label());
        return jdbc.sql("select username from contacts" + conditions.where()
                        + " group by username order by username limit :limit")
                .params(conditions.values())
                .param("limit", limit)
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** What the accounts know of those who have these names, the newest first. */
    List<Contact> of(Collection<String> usernames) {
        return jdbc.sql("""
                select * from contacts
                where workspace_id = current_workspace() and username = any(:usernames)
                order by greatest(last_touched_at, wrote_at, written_at) desc nulls last, account_id
                """)
                .param("usernames", usernames.toArray(String[]::new))
                .query(Contacts::contact)
                .list();
    }

    @Nullable
    PersonId newestNumber(String username) {
        return of(List.of(username)).stream().map(Contact::id).findFirst().orElse(null);
    }

    void remove(String username, Set<String> numbers) {
        jdbc.sql("""
                delete from contacts
                where workspace_id = current_workspace() and (username = :username or instagram_user_id = any(:numbers))
                """)
                .param("username", username)
                .param("numbers", numbers.toArray(String[]::new))
                .update();
    }
}
