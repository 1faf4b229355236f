package dev.parley.server.contact;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.parley.instagram.PersonId;
import dev.parley.server.core.Uuids;
import dev.parley.server.tenancy.Tenancy;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People to whom nobody in the workspace writes. In the caller's transaction and workspace. */
@Repository
public class DoNotContact {

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    DoNotContact(Tenancy tenancy, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Why somebody is on the list. */
    public enum Reason {
        /** Somebody of the workspace has put them there. */
        ASKED,
        /** They wrote that they want no more messages. */
        OPTED_OUT,
        /** They were erased here, and only hashes of their name and number are kept. */
        ERASED;

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Those of the usernames, given in lower case, that are on the list. */
    public Set<String> among(Collection<String> usernames) {
        return hashedAmong("username_hash", usernames);
    }

    /** Those of Instagram's numbers that are on the list, whatever the people are called. */
    Set<String> numbersAmong(Collection<String> numbers) {
        return hashedAmong("instagram_user_id_hash", numbers);
    }

    private Set<String> hashedAmong(String column, Collection<String> wanted) {
        if (wanted.isEmpty()) {
            return Set.of();
        }
        var byHash = wanted.stream()
                .distinct()
                .collect(toMap(one -> PersonHash.hex(tenancy.workspace(), one), Function.identity()));
        return jdbc
                .sql("""
                        select encode(%1$s, 'hex') from do_not_contact
                        where workspace_id = current_workspace() and %1$s = any(
                            select decode(wanted, 'hex') from unnest(:hashes::text[]) as hashes (wanted))
                        """.formatted(column))
                .param("hashes", byHash.keySet().toArray(String[]::new))
                .query(String.class)
                .stream()
                .map(byHash::get)
                .collect(toUnmodifiableSet());
    }

    /** Whether somebody is on the list by name or, whatever they are called now, by number. */
    public boolean contains(String username, @Nullable PersonId id) {
        return jdbc.sql("""
                select exists (
                    select from do_not_contact
                    where workspace_id = current_workspace()
                      and (username_hash = :name or instagram_user_id_hash = :number))
                """)
                .param("name", hash(username))
                .param("number", id == null ? null : hash(id.value()))
                .query(Boolean.class)
                .single();
    }

    /** Puts somebody on the list; false if they are there already. */
    public boolean add(
            String username, @Nullable PersonId id, Reason reason, @Nullable String note, @Nullable String byWhom) {
        var added = jdbc.sql("""
                        insert into do_not_contact (
                            id, workspace_id, username, instagram_user_id, username_hash, instagram_user_id_hash, reason, note, user_name)
                        values (:id, current_workspace(), :username, :number, :nameHash, :numberHash, :reason, :note, :byWhom)
                        on conflict do nothing
                        """)
                        .param("id", Uuids.timeOrdered())
                        .param("username", username)
                        .param("number", id == null ? null : id.value())
                        .param("nameHash", hash(username))
                        .param("numberHash", id == null ? null : hash(id.value()))
                        .param("reason", reason.stored())
                        .param("note", note)
                        .param("byWhom", byWhom)
                        .update()
                == 1;
        if (added) {
            events.publishEvent(new PersonSilenced(tenancy.workspace(), username, id));
        }
        return added;
    }

    /** Takes somebody off the list; false if they are not there. Those who were erased, too. */
    public boolean remove(String username) {
        return jdbc.sql("""
                        delete from do_not_contact
                        where workspace_id = current_workspace() and username_hash = :name
                        """).param("name", hash(username)).update() > 0;
    }

    /** From now on only hashes tell that somebody is on the list, whether or not they were there before. */
    void erase(String username, @Nullable PersonId id) {
        add(username, id, Reason.ERASED, null, null);
        jdbc.sql("""
                update do_not_contact
                set username = null, instagram_user_id = null, note = null, user_name = null, reason = :erased,
                    instagram_user_id_hash = coalesce(instagram_user_id_hash, :number)
                where workspace_id = current_workspace() and (username_hash = :name or instagram_user_id_hash = :number)
                """)
                .param("erased", Reason.ERASED.stored())
                .param("name", hash(username))
                .param("number", id == null ? null : hash(id.value()))
                .update();
    }

    private byte[] hash(String of) {
        return PersonHash.of(tenancy.workspace(), of);
    }
}
