package dev.parley.server.automation;

import static java.util.stream.Collectors.toMap;

import dev.parley.instagram.MediaId;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Post;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.Page;
import dev.parley.server.tenancy.Answer;
import dev.parley.server.tenancy.Question;
import dev.parley.server.tenancy.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The people of jobs. Each change counts itself on the job in the same statement. */
@Repository
class Targets {

    private final Tenancy tenancy;
    private final JdbcClient jdbc;

    Targets(Tenancy tenancy, JdbcClient jdbc) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
    }

    /** Those of the people whom the job has seen already. */
    Set<PersonId> known(JobId job, Collection<PersonId> people) {
        return jdbc.sql("""
                select instagram_user_id from job_targets
                where job_id = :job and instagram_user_id = any(:people)
                """)
                .param("job", job.value())
                .param("people", values(people))
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
                .param("people", values(people))
                .query((row, index) -> new PersonId(row.getString(1)))
                .set();
    }

    /** Keeps the people of one page of the source, none of whom the job has seen. */
    Job add(JobId job, List<Found> page, @Nullable String nextCursor, boolean exhausted) {
        return jdbc.sql("""
                with page as (
                    insert into job_targets
                        (job_id, instagram_user_id, workspace_id, position, username, state, error_code, error_detail, post_id,
                         post_code, not_before)
                    select :job, person, current_workspace(),
                           ordinality + (select coalesce(max(position), 0) from job_targets where job_id = :job),
                           username, state, code, detail, post, post_code, not_before
                    from unnest(:people, :usernames, :states, :codes, :details::text[], :posts::text[], :postCodes::text[],
                                :notBefore::timestamptz[])
                         with ordinality
                         as found (person, username, state, code, detail, post, post_code, not_before, ordinality)
                    returning state)
                update jobs
                set candidates = candidates + (select count(*) from page where state = 'candidate'),
                    unread = unread + (select count(*) from page where state = 'unread'),
                    skipped = skipped + (select count(*) from page where state = 'skipped'),
                    pages = pages + 1, next_cursor = :next, exhausted = :exhausted, searching = false,
                    state = case state when 'queued' then 'running' else state end,
                    started_at = coalesce(started_at, now()), updated_at = now()
                where id = :job
                returning *
                """)
                .param("job", job.value())
                .param("people", page.stream().map(Found::id).toArray(String[]::new))
                .param("notBefore", page.stream().map(Targets::notBefore).toArray(String[]::new))
                .param("usernames", page.stream().map(Found::username).toArray(String[]::new))
                .param(
                        "states",
                        page.stream().map(found -> found.state().stored()).toArray(String[]::new))
                .param("codes", page.stream().map(found -> name(found.reason())).toArray(String[]::new))
                .param("posts", posts(page, post -> post.id().value()))
                .param("postCodes", posts(page, Post::code))
                .param("details", page.stream().map(Found::detail).toArray(String[]::new))
                .param("next", nextCursor)
                .param("exhausted", exhausted)
                .query((row, index) -> JobRow.read(row))
                .single();
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
                .query((row, index) -> new Positioned(row.getInt("position"), target(row)))
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
                .param("people", values(people))
                .query((row, index) -> target(row))
                .stream()
                .collect(toMap(Target::person, Target::updatedAt));
    }

    /** When it is the turn of the first of those who are under way; empty where nobody has to wait for a time. */
    Optional<Instant> firstTurn(JobId job) {
        return jdbc.sql("select min(coalesce(not_before, created_at)) from job_targets target join jobs on id = job_id"
                        + " where job_id = :job and target.state = 'queued'")
                .param("job", job.value())
                .query((row, index) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
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
                .query((row, index) -> target(row))
                .list();
    }

    /** From now on some candidates are under way, and others left out. */
    Job begin(JobId job, Collection<PersonId> begun, Collection<PersonId> leftOut, ErrorCode why) {
        return jdbc.sql("""
                with decided as (
                    update job_targets
                    set state = case when instagram_user_id = any(:begun) then 'queued' else 'skipped' end,
                        error_code = case when instagram_user_id = any(:begun) then null else :why end,
                        updated_at = now()
                    where job_id = :job and state = 'candidate'
                      and (instagram_user_id = any(:begun) or instagram_user_id = any(:leftOut))
                    returning state)
                update jobs
                set candidates = candidates - (select count(*) from decided),
                    under_way = under_way + (select count(*) from decided where state = 'queued'),
                    skipped = skipped + (select count(*) from decided where state = 'skipped'), updated_at = now()
                where id = :job
                returning *
                """)
                .param("job", job.value())
                .param("begun", values(begun))
                .param("leftOut", values(leftOut))
                .param("why", why.name())
                .query((row, index) -> JobRow.read(row))
                .single();
    }

    /** Writes down how it ended for somebody who was under way; empty if that was done before. */
    Answer<Job> settle(JobId job, PersonId person, TargetState end, @Nullable ErrorCode code, @Nullable String detail) {
        return tenancy.asking(Question.of("""
                with settled as (
                    update job_targets
                    set state = :end, error_code = :code, error_detail = :detail, updated_at = now()
                    where job_id = :job and instagram_user_id = :person and state = 'queued'
                    returning 1)
                update jobs
                set under_way = under_way - 1,
                    candidates = candidates + (:end = 'candidate')::int,
                    succeeded = succeeded + (:end = 'succeeded')::int,
                    skipped = skipped + (:end = 'skipped')::int,
                    failed = failed + (:end = 'failed')::int,
                    unconfirmed = unconfirmed + (:end = 'unconfirmed')::int,
                    state = case jobs.state when 'queued' then 'running' else jobs.state end,
                    updated_at = now()
                from settled
                where id = :job
                returning jobs.*
                """, (row, n) -> JobRow.read(row))
                .param("job", job.value())
                .param("person", person.value())
                .param("end", end.stored())
                .param("code", Types.VARCHAR, name(code))
                .param("detail", Types.VARCHAR, detail));
    }

    /** Whose actions left the queue before they began, stand again where they stood before. */
    Job putBack(JobId job, Collection<PersonId> people) {
        return jdbc.sql("""
                with back as (
                    update job_targets
                    set state = case state when 'queued' then 'candidate' else 'unread' end, updated_at = now()
                    where job_id = :job and instagram_user_id = any(:people) and state in ('queued', 'reading')
                    returning state),
                counted as (
                    select count(*) filter (where state = 'candidate') as begun, count(*) filter (where state = 'unread') as read
                    from back)
                update jobs
                set candidates = candidates + begun, under_way = under_way - begun, unread = unread + read,
                    reading = reading - read, updated_at = now()
                from counted
                where id = :job
                returning jobs.*
                """)
                .param("job", job.value())
                .param("people", values(people))
                .query((row, index) -> JobRow.read(row))
                .single();
    }

    /** Those with whom it failed are candidates again. What nobody knows about stays as it is. */
    Job retryFailed(JobId job) {
        return jdbc.sql("""
                with again as (
                    update job_targets set state = 'candidate', error_code = null, error_detail = null, updated_at = now()
                    where job_id = :job and state = 'failed'
                    returning 1)
                update jobs
                set candidates = candidates + (select count(*) from again),
                    failed = failed - (select count(*) from again), updated_at = now()
                where id = :job
                returning *
                """)
                .param("job", job.value())
                .query((row, index) -> JobRow.read(row))
                .single();
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

    /** The person is no candidate any more, and cannot become one. */
    Job leaveOut(JobId job, String username, ErrorCode why) {
        return jdbc.sql("""
                with left_out as (
                    update job_targets target set state = 'skipped', error_code = :why, updated_at = now()
                    from job_targets before
                    where target.job_id = :job and target.username = :username and target.state in ('candidate', 'unread')
                      and before.job_id = target.job_id and before.instagram_user_id = target.instagram_user_id
                    returning before.state),
                counted as (
                    select count(*) filter (where state = 'candidate') as candidates, count(*) filter (where state = 'unread') as unread
                    from left_out)
                update jobs
                set candidates = jobs.candidates - counted.candidates, unread = jobs.unread - counted.unread,
                    skipped = skipped + counted.candidates + counted.unread, updated_at = now()
                from counted
                where id = :job
                returning jobs.*
                """)
                .param("job", job.value())
                .param("username", username)
                .param("why", why.name())
                .query((row, index) -> JobRow.read(row))
                .single();
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
                .query((row, index) -> new Positioned(row.getInt("position"), target(row)))
                .list();
        return Page.of(rows, limit, last -> String.valueOf(last.position())).map(Positioned::target);
    }

    private record Positioned(int position, Target target) {}

    static Target target(ResultSet row) throws SQLException {
        var code = row.getString("error_code");
        return new Target(
                row.getString("instagram_user_id"),
                row.getString("username"),
                TargetState.of(row.getString("state")),
                post(row),
                code == null ? null : ErrorCode.named(code),
                row.getString("error_detail"),
                instant(row, "not_before"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable String notBefore(Found found) {
        var moment = found.notBefore();
        return moment == null ? null : moment.toString();
    }

    private static @Nullable Post post(ResultSet row) throws SQLException {
        var id = row.getString("post_id");
        return id == null ? null : new Post(new MediaId(id), row.getString("post_code"));
    }

    private static String[] posts(List<Found> page, Function<Post, String> part) {
        return page.stream()
                .map(Found::post)
                .map(post -> post == null ? null : part.apply(post))
                .toArray(String[]::new);
    }

    static String[] values(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(String[]::new);
    }

    private static @Nullable String name(@Nullable ErrorCode code) {
        return code == null ? null : code.name();
    }
}
