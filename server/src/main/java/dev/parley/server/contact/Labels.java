package dev.parley.server.contact;

import dev.parley.server.web.Wrong;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Words that the members of a workspace put on people, in lower case. */
@Repository
public class Labels {

    private static final int LONGEST = 40;

    private final JdbcClient jdbc;

    Labels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Refuses with VALIDATION_FAILED what is empty, too long, or holds what cannot be seen. */
    static String normalised(String typed) {
        var label = typed.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        if (label.isEmpty()
                || label.codePointCount(0, label.length()) > LONGEST
                || label.codePoints().anyMatch(Character::isISOControl)
                || label.contains("/")) {
            throw Wrong.refusal("label", "must be 1 to %d characters without a slash".formatted(LONGEST));
        }
        return label;
    }

    /** Those of the workspace, in alphabetical order. */
    public List<Label> all() {
        return jdbc.sql("""
                select label, count(*) from person_labels
                where workspace_id = current_workspace()
                group by label order by label
                """)
                .query((row, n) -> new Label(row.getString(1), row.getInt(2)))
                .list();
    }

    /** Instagram's numbers of those who have it. Refuses with VALIDATION_FAILED what can be no label. */
    public Set<String> numbersWith(String typed) {
        return jdbc.sql("""
                select instagram_user_id from person_labels
                where workspace_id = current_workspace() and label = :label
                """)
                .param("label", normalised(typed))
                .query((row, n) -> row.getString(1))
                .set();
    }

    /** The names of those who have it, as last seen, in alphabetical order, so many at most. */
    public List<String> namesWith(String typed, int most) {
        return jdbc.sql("""
                select username from (
                    select distinct on (instagram_user_id) username
                    from contacts join person_labels using (workspace_id, instagram_user_id)
                    where workspace_id = current_workspace() and label = :label
                    order by instagram_user_id, greatest(last_touched_at, wrote_at, written_at) desc nulls last) labelled
                group by username order by username limit :most
                """)
                .param("label", normalised(typed))
                .param("most", most)
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** By the number of whoever has any. */
    Map<String, Set<String>> of(Collection<String> numbers) {
        var labels = new HashMap<String, Set<String>>();
        jdbc.sql("""
                select instagram_user_id, label from person_labels
                where workspace_id = current_workspace() and instagram_user_id = any(:numbers)
                """).param("numbers", numbers.toArray(String[]::new)).query(row -> {
            labels.computeIfAbsent(row.getString(1), number -> new TreeSet<>()).add(row.getString(2));
        });
        return labels;
    }

    void put(String number, String label) {
        jdbc.sql("""
                insert into person_labels (workspace_id, instagram_user_id, label)
                values (current_workspace(), :number, :label)
                on conflict do nothing
                """).param("number", number).param("label", label).update();
    }

    void take(Collection<String> numbers, String label) {
        jdbc.sql("""
                delete from person_labels
                where workspace_id = current_workspace() and instagram_user_id = any(:numbers) and label = :label
                """)
                .param("numbers", numbers.toArray(String[]::new))
                .param("label", label)
                .update();
    }

    void forget(Collection<String> numbers) {
        jdbc.sql("""
                delete from person_labels
                where workspace_id = current_workspace() and instagram_user_id = any(:numbers)
                """).param("numbers", numbers.toArray(String[]::new)).update();
    }
}
