package dev.parley.server.automation;

import static java.util.stream.Collectors.toMap;

import dev.parley.instagram.PersonId;
import dev.parley.server.core.Page;
import dev.parley.server.tenancy.Columns;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The people of jobs, as they stand. */
@Repository
class Targets {

    private final JdbcClient jdbc;

    Targets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the people whom the job has seen already. */
    Set<PersonId> known(JobId job, Collection<PersonId> people) {
        return jdbc.sql("""
                select instagram_user_id from job_targets
                where job_id = :job and instagram_user_id = any(:people)
                """)
                .param("job", job.value())
                .param("people", TargetRow.ids(people))
                .query((row, index) -> new PersonId(row.getString(1)))
                .set();
    }

    /** Those of the people whom another job of the same account is about to do something to. */
    Set<PersonId> underWayElsewhere(Job job, Collection<PersonId> people) {
        return jdbc.sql("""
                select target.instagram_user_id
                from job_targets target join jobs job on job.id = target.job_id
                where job.account_id = :account and job.id <> :job and job.state in ('queued', 'running', 'paused')
                  and target.instagram_user_id = any(:people) and target.state = 'queued'
                """)
                .param("account", job.owner().account().value())
                .param("job", job.id().value())
                .param("people", TargetRow.ids(people))
                .query((row, index) -> new PersonId(row.getString(1)))
                .set();
    }

    /** Those with whom it succeeded, in the order in which they were found; the cursor is the last position of the page before. */
    Page<Target> succeeded(JobId job, int after, int limit) {
        var rows = jdbc.sql("""
                select * from job_targets
                where job_id = :job and position > :after and state = 'succeeded' and instagram_user_id ~ '^[0-9]+$'
                order by position
                limit :limit
                """)
                .param("job", job.value())
                .param("after", after)
                .param("limit", limit + 1)
                .query((row, index) -> new Positioned(row.getInt("position"), TargetRow.read(row)))
                .list();
        return Page.of(rows, limit, last -> String.valueOf(last.position())).map(Positioned::target);
    }

    /** When it succeeded with each of the people. */
    Map<PersonId, Instant> succeededAt(JobId job, Collection<PersonId> people) {
        return jdbc
                .sql("""
                select * from job_targets
                where job_id = :job and state = 'succeeded' and instagram_user_id = any(:people)
                """)
                .param("job", job.value())
                .param("people", TargetRow.ids(people))
                .query((row, index) -> TargetRow.read(row))
                .stream()
                .collect(toMap(Target::person, Target::updatedAt));
    }

    /** When it is the turn of the first of those who are under way; empty where nobody has to wait for a time. */
    Optional<Instant> firstTurn(JobId job) {
        return jdbc.sql(
                        "select min(coalesce(not_before, created_at)) as turn from job_targets target join jobs on id = job_id"
                                + " where job_id = :job and target.state = 'queued'")
                .param("job", job.value())
                .query((row, index) -> Optional.ofNullable(Columns.instantOrNull(row, "turn")))
                .single();
    }

    /** The next candidates, in the order in which they were found. */
    List<Target> candidates(JobId job, int most) {
        return jdbc.sql("""
                select * from job_targets
                where job_id = :job and state = 'candidate'
                order by position
                limit :most
                """)
                .param("job", job.value())
                .param("most", most)
                .query((row, index) -> TargetRow.read(row))
                .list();
    }

    /** Going jobs to which the person matters still. */
    List<JobId> jobsAbout(String username) {
        return jdbc.sql("""
                select job.id
                from jobs job join job_targets target on target.job_id = job.id
                where job.state in ('queued', 'running', 'paused')
                  and target.username = :username and target.state in ('unread', 'reading', 'candidate', 'queued')
                order by job.account_id, job.id
                """)
                .param("username", username)
                .query((row, index) -> new JobId(row.getObject(1, UUID.class)))
                .list();
    }

    /** In the order in which they were found; the cursor is the last position of the page before. */
    Page<Target> page(JobId job, int after, int limit) {
        var rows = jdbc.sql("""
                select * from job_targets
                where job_id = :job and position > :after
                order by position
                limit :limit
                """)
                .param("job", job.value())
                .param("after", after)
                .param("limit", limit + 1)
                .query((row, index) -> new Positioned(row.getInt("position"), TargetRow.read(row)))
                .list();
        return Page.of(rows, limit, last -> String.valueOf(last.position())).map(Positioned::target);
    }

    private record Positioned(int position, Target target) {}
}
