package dev.parley.server.contact;

import dev.parley.instagram.PersonId;
import dev.parley.server.core.AccountId;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.tenancy.Write;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom an account has touched, and whom nobody in the workspace may touch. In the caller's transaction and workspace. */
@Repository
public class Contacts {

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final Clock clock;

    Contacts(Tenancy tenancy, JdbcClient jdbc, Clock clock) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those of the people whom the account has touched at any time before. */
    public Set<PersonId> touched(AccountId account, Collection<PersonId> people) {
        return jdbc.sql("""
                select instagram_user_id from contacts
                where account_id = :account and instagram_user_id = any(:people)
                """)
                .param("account", account.value())
                .param("people", people.stream().map(PersonId::value).toArray(String[]::new))
                .query((row, index) -> new PersonId(row.getString(1)))
                .set();
    }

    /** Those of the usernames, given in lower case, that are on the workspace's list of people never to touch. */
    public Set<String> protectedOf(Collection<String> usernames) {
        return jdbc.sql("select username from protected_people where username = any(:usernames)")
                .param("usernames", usernames.toArray(String[]::new))
                .query((row, index) -> row.getString(1))
                .set();
    }

    /** Remembers that the account has done something to the person; {@link #touched} tells it from the next transaction on. */
    public void touch(AccountId account, PersonId person, String username) {
        tenancy.later(Write.of("""
                insert into contacts as contact
                    (account_id, instagram_user_id, workspace_id, username, first_touched_at, last_touched_at)
                values (:account, :person, current_workspace(), :username, :now, :now)
                on conflict (account_id, instagram_user_id)
                do update set username = excluded.username,
                              last_touched_at = greatest(contact.last_touched_at, excluded.last_touched_at)
                """)
                .param("account", account.value())
                .param("person", person.value())
                .param("username", username)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC)));
    }
}
