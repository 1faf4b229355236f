package dev.parley.server.contact;

import dev.parley.server.core.Page;
import dev.parley.server.tenancy.Columns;
import dev.parley.server.tenancy.Conditions;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The do-not-contact list of the bound workspace, for people. */
@Repository
class SilencedPeople {

    private final JdbcClient jdbc;

    SilencedPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    Page<Silenced> page(@Nullable String q, @Nullable UUID before, int limit) {
        var conditions = new Conditions()
                .and("strpos(lower(concat_ws(' ', username, note, user_name)), :q) > 0", "q", words(q))
                .and("id < :before", "before", before);
        var found = jdbc.sql("select id, username, reason, note, user_name, created_at from do_not_contact"
                        + conditions.where() + " order by id desc limit :limit")
                .params(conditions.values())
                .param("limit", limit + 1)
                .query((row, n) -> new Silenced(
                        row.getObject("id", UUID.class),
                        row.getString("username"),
                        row.getString("reason"),
                        row.getString("note"),
                        row.getString("user_name"),
                        Columns.instant(row, "created_at")))
                .list();
        return Page.of(found, limit, last -> last.id().toString());
    }

    private static @Nullable String words(@Nullable String q) {
        return q == null || q.isBlank()
                ? null
                : q.strip().replaceFirst("^@", "").toLowerCase(Locale.ROOT);
    }

    /** Says why somebody is on the list, who is there under their name. */
    void note(String username, String note) {
        jdbc.sql("""
                update do_not_contact set note = :note
                where workspace_id = current_workspace() and username = :username
                """).param("username", username).param("note", note).update();
    }
}
