package dev.parley.server.automation;

import dev.parley.server.contact.ContactFacts;
import dev.parley.server.contact.PersonErased;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Columns;
import dev.parley.server.web.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What all jobs of the bound workspace did with one person. */
@Repository
class PeopleOfJobs implements ContactFacts {

    private final JdbcClient jdbc;

    PeopleOfJobs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "jobs";
    }

    @Override
    public List<Fact> of(String username, Collection<String> numbers, int most) {
        return jdbc.sql("""
                select job.*, job_id, target.state as outcome, target.updated_at as settled_at
                from job_targets target join jobs job on job.id = target.job_id
                where target.workspace_id = current_workspace() and target.state in ('succeeded', 'unconfirmed', 'failed')
                  and (target.username = :username or instagram_user_id = any(:numbers))
                order by target.updated_at desc
                limit :most
                """)
                .param("username", username)
                .param("numbers", numbers.toArray(String[]::new))
                .param("most", most)
                .query((row, n) -> new Fact(
                        Columns.instant(row, "settled_at"),
                        new AccountId(row.getObject("account_id", UUID.class)),
                        words(row),
                        null,
                        "/jobs/" + row.getString("job_id")))
                .list();
    }

    private static String words(ResultSet row) throws SQLException {
        var done = JobWords.done(JobAction.of(row.getString("action")));
        var source = StoredSource.read(row);
        return switch (TargetState.of(row.getString("outcome"))) {
            case SUCCEEDED -> "%s by a job for %s".formatted(Words.plain(done), source);
            case UNCONFIRMED -> "Perhaps %s by a job for %s".formatted(done, source);
            case UNREAD, READING, CANDIDATE, QUEUED, SKIPPED, FAILED ->
                "Could not be %s by a job for %s".formatted(done, source);
        };
    }

    /** Refuses with PERSON_BUSY while one of them is about to do something with the person. */
    void forget(PersonErased person) {
        var id = person.id();
        var number = id == null ? null : id.value();
        demandNothingUnderWay(person.username(), number);
        jdbc.sql("""
                update job_targets
                set username = 'erased', instagram_user_id = 'erased-' || gen_random_uuid(), error_detail = null
                where workspace_id = current_workspace() and (username = :username or instagram_user_id = :number)
                """)
                .param("username", person.username())
                .param("number", number)
                .update();
    }

    private void demandNothingUnderWay(String username, @Nullable String number) {
        var underWay = jdbc.sql("""
                select exists (
                    select from job_targets
                    where workspace_id = current_workspace() and state in ('queued', 'reading')
                      and (username = :username or instagram_user_id = :number))
                """)
                .param("username", username)
                .param("number", number)
                .query(Boolean.class)
                .single();
        if (underWay) {
            throw new BotException(ErrorCode.PERSON_BUSY, "A job is doing something with @" + username + " just now.");
        }
    }
}
