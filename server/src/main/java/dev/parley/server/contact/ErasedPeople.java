package dev.parley.server.contact;

import dev.parley.instagram.Person;
import dev.parley.instagram.PersonId;
import dev.parley.server.tenancy.Columns;
import dev.parley.server.tenancy.Tenancy;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Those who were erased here. In the caller's transaction and workspace. */
@Repository
public class ErasedPeople {

    private final Tenancy tenancy;
    private final JdbcClient jdbc;

    ErasedPeople(Tenancy tenancy, JdbcClient jdbc) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
    }

    void add(String nameOrNumber) {
        jdbc.sql("""
                insert into erased_people (workspace_id, hash, erased_at) values (current_workspace(), :hash, now())
                on conflict (workspace_id, hash) do update set erased_at = excluded.erased_at
                """)
                .param("hash", PersonHash.of(tenancy.workspace(), nameOrNumber))
                .update();
    }

    /** When those of the people were erased who were. */
    public Map<PersonId, Instant> among(Collection<Person> people) {
        var byHash = new HashMap<String, PersonId>();
        people.forEach(person -> {
            byHash.put(PersonHash.hex(tenancy.workspace(), person.username()), person.id());
            byHash.put(PersonHash.hex(tenancy.workspace(), person.id().value()), person.id());
        });
        var erased = new HashMap<PersonId, Instant>();
        if (!byHash.isEmpty()) {
            jdbc.sql("""
                    select encode(hash, 'hex') as hash, erased_at from erased_people
                    where workspace_id = current_workspace() and hash = any(
                        select decode(wanted, 'hex') from unnest(:hashes::text[]) as hashes (wanted))
                    """)
                    .param("hashes", byHash.keySet().toArray(String[]::new))
                    .query(row -> {
                        var person = Objects.requireNonNull(byHash.get(row.getString("hash")));
                        var at = Columns.instant(row, "erased_at");
                        erased.merge(person, at, (one, other) -> one.isAfter(other) ? one : other);
                    });
        }
        return erased;
    }
}
