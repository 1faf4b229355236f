package dev.parley.server.contact;

import static java.util.stream.Collectors.toMap;

import dev.parley.instagram.Person;
import dev.parley.instagram.PersonId;
import dev.parley.server.core.AccountId;
import dev.parley.server.tenancy.Columns;
import dev.parley.server.tenancy.Each;
import dev.parley.server.tenancy.Question;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.tenancy.Write;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom an account has touched, and whom nobody in the workspace may touch. In the caller's transaction and workspace. */
@Repository
public class Contacts {

    private static final Each TOUCH = Each.of("account uuid, person text, username text, now timestamptz", """
            insert into contacts as contact
                (account_id, instagram_user_id, workspace_id, username, first_touched_at, last_touched_at)
            select account, person, current_workspace(), username, now, now from {each}
            on conflict (account_id, instagram_user_id)
            do update set username = excluded.username,
                          first_touched_at = coalesce(contact.first_touched_at, excluded.first_touched_at),
                          last_touched_at = greatest(contact.last_touched_at, excluded.last_touched_at)
            """);

    private static final Each SPOKE =
            Each.of("account uuid, person text, username text, wrote timestamptz, written timestamptz", """
            insert into contacts as contact (account_id, instagram_user_id, workspace_id, username, wrote_at, written_at)
            select account, person, current_workspace(), username, wrote, written from {each}
            on conflict (account_id, instagram_user_id)
            do update set username = excluded.username,
                          wrote_at = greatest(contact.wrote_at, excluded.wrote_at),
                          written_at = greatest(contact.written_at, excluded.written_at)
            """);

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
                where account_id = :account and instagram_user_id = any(:people) and first_touched_at is not null
                """)
                .param("account", account.value())
                .param("people", people.stream().map(PersonId::value).toArray(String[]::new))
                .query((row, index) -> new PersonId(row.getString(1)))
                .set();
    }

    /** Those of the usernames, given in lower case, that are on the workspace's list of people never to touch, or were erased here. */
    public Set<String> protectedOf(Collection<String> usernames) {
        return jdbc.sql("""
                select username from protected_people where username = any(:usernames)
                union
                select name
                from unnest(:usernames::text[]) as names (name) join do_not_contact
                  on username_hash = sha256(convert_to(current_workspace() || name, 'UTF8'))
                where workspace_id = current_workspace() and reason = 'erased'
                """)
                .param("usernames", usernames.toArray(String[]::new))
                .query((row, index) -> row.getString(1))
                .set();
    }

    /** Remembers that the account has done something to the person; {@link #touched} tells it from the next transaction on. */
    public void touch(AccountId account, PersonId person, String username) {
        tenancy.later(Write.of(TOUCH)
                .param("account", account.value())
                .param("person", person.value())
                .param("username", username)
                .param("now", clock.instant()));
    }

    /** Remembers that the account has written to the person, which touches them as well. */
    public void written(AccountId account, Person person, Instant at) {
        touch(account, person.id(), person.username());
        spoke(account, person, null, at);
    }

    /** Remembers that the person has written to the account, which is no touching of them. */
    public void wrote(AccountId account, Person person, Instant at) {
        spoke(account, person, at, null);
    }

    private void spoke(AccountId account, Person person, @Nullable Instant wroteAt, @Nullable Instant writtenAt) {
        tenancy.later(Write.of(SPOKE)
                .param("account", account.value())
                .param("person", person.id().value())
                .param("username", person.username())
                .param("wrote", wroteAt)
                .param("written", writtenAt));
    }

    /**
     * Whoever has this name, as far as the account has had to do with them, what this transaction remembers included; the one seen last,
     * if it was passed on.
     */
    public Optional<Contact> find(AccountId account, String username) {
        return tenancy
                .ask(Question.of("""
                        select * from contacts
                        where account_id = :account and username = :username
                        order by greatest(last_touched_at, wrote_at, written_at) desc
                        limit 1
                        """, Contacts::contact)
                        .param("account", account.value())
                        .param("username", username))
                .stream()
                .findFirst();
    }

    /** Those of the names with whom the account has had to do, by name. */
    public Map<String, Contact> among(AccountId account, Collection<String> usernames) {
        return jdbc
                .sql("select * from contacts where account_id = :account and username = any(:usernames)")
                .param("account", account.value())
                .param("usernames", usernames.toArray(String[]::new))
                .query(Contacts::contact)
                .stream()
                .collect(toMap(Contact::username, Function.identity(), Contacts::theOneThatSpoke));
    }

    private static Contact theOneThatSpoke(Contact one, Contact other) {
        return one.haveSpoken() ? one : other;
    }

    static Contact contact(ResultSet row, int number) throws SQLException {
        return new Contact(
                new AccountId(row.getObject("account_id", UUID.class)),
                new PersonId(row.getString("instagram_user_id")),
                row.getString("username"),
                Columns.instantOrNull(row, "first_touched_at"),
                Columns.instantOrNull(row, "wrote_at"),
                Columns.instantOrNull(row, "written_at"));
    }
}
