package dev.parley.server.contact;

import dev.parley.server.tenancy.Columns;
import dev.parley.server.workspace.Forgets;
import dev.parley.server.workspace.Kept;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People with whom no account had anything to do for so long that the workspace keeps them no longer, with their notes and labels. */
@Repository
class ForgetContacts implements Forgets {

    private final JdbcClient jdbc;

    ForgetContacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Kept what() {
        return Kept.CONTACTS;
    }

    @Override
    public int forget(Instant before, int most) {
        var forgotten = jdbc.sql("""
                delete from contacts
                where (account_id, instagram_user_id) in (
                    select account_id, instagram_user_id from contacts
                    where workspace_id = current_workspace() and greatest(last_touched_at, wrote_at, written_at) < :before
                    limit :most)
                """)
                .param("before", Columns.of(before))
                .param("most", most)
                .update();
        if (forgotten > 0) {
            forgetWhatIsAbout("person_notes");
            forgetWhatIsAbout("person_labels");
        }
        return forgotten;
    }

    /** Nobody, any more. */
    private void forgetWhatIsAbout(String table) {
        jdbc.sql("""
                delete from %s about
                where workspace_id = current_workspace() and not exists (
                    select from contacts
                    where workspace_id = current_workspace() and instagram_user_id = about.instagram_user_id)
                """.formatted(table)).update();
    }
}
