package dev.parley.server.automation;

import dev.parley.instagram.PersonId;
import dev.parley.server.core.ErrorCode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The people of jobs whose profiles have to be read. Each change counts itself on the job in the same statement. */
@Repository
class Unread {

    private final JdbcClient jdbc;

    Unread(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next ones, in the order in which they were found. */
    List<Target> next(JobId job, int most) {
        return jdbc.sql("""
                select * from job_targets
                where job_id = :job and state = 'unread'
                order by position
                limit :most
                """)
                .param("job", job.value())
                .param("most", most)
                .query((row, index) -> TargetRow.read(row))
                .list();
    }

    /** From now on the profiles of some are being read, and others left out. */
    Job begin(JobId job, Collection<PersonId> begun, Collection<PersonId> leftOut, ErrorCode why) {
        return jdbc.sql("""
                with decided as (
                    update job_targets
                    set state = case when instagram_user_id = any(:begun) then 'reading' else 'skipped' end,
                        error_code = case when instagram_user_id = any(:begun) then null else :why end,
                        updated_at = now()
                    where job_id = :job and state = 'unread'
                      and (instagram_user_id = any(:begun) or instagram_user_id = any(:leftOut))
                    returning state)
                update jobs
                set unread = unread - (select count(*) from decided),
                    reading = reading + (select count(*) from decided where state = 'reading'),
                    skipped = skipped + (select count(*) from decided where state = 'skipped'), updated_at = now()
                where id = :job
                returning *
                """)
                .param("job", job.value())
                .param("begun", TargetRow.ids(begun))
                .param("leftOut", TargetRow.ids(leftOut))
                .param("why", why.name())
                .query((row, index) -> JobRow.read(row))
                .single();
    }

    /** What the profile has shown; empty if that was written down before. Nobody's profile is read a second time. */
    Optional<Job> settle(JobId job, Found person) {
        var reason = person.reason();
        return jdbc.sql("""
                with settled as (
                    update job_targets
                    set state = :end, error_code = :code, error_detail = :detail, updated_at = now()
                    where job_id = :job and instagram_user_id = :person and state = 'reading'
                    returning 1)
                update jobs
                set reading = reading - 1,
                    candidates = candidates + (:end = 'candidate')::int,
                    skipped = skipped + (:end = 'skipped')::int,
                    updated_at = now()
                from settled
                where id = :job
                returning jobs.*
                """)
                .param("job", job.value())
                .param("person", person.id())
                .param("end", person.state().stored())
                .param("code", reason == null ? null : reason.name())
                .param("detail", person.detail())
                .query((row, index) -> JobRow.read(row))
                .optional();
    }
}
