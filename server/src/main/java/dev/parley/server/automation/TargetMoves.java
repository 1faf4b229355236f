package dev.parley.server.automation;

import dev.parley.instagram.PersonId;
import dev.parley.instagram.Post;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Answer;
import dev.parley.server.tenancy.Each;
import dev.parley.server.tenancy.Question;
import dev.parley.server.tenancy.Tenancy;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happens to the people of jobs. Each change counts itself on the job in the same statement. */
@Repository
class TargetMoves {

    /** A job's people are acted upon one after the other. */
    private static final Each SETTLE = Each.of("job uuid, person text, ending text, code text, detail text", """
            with settled as (
                update job_targets target
                set state = each.ending, error_code = each.code, error_detail = each.detail, updated_at = now()
                from {each}
                where target.job_id = each.job and target.instagram_user_id = each.person and target.state = 'queued'
                returning each.n, each.job, each.ending)
            update jobs
            set under_way = under_way - 1,
                candidates = candidates + (ending = 'candidate')::int,
                succeeded = succeeded + (ending = 'succeeded')::int,
                skipped = skipped + (ending = 'skipped')::int,
                failed = failed + (ending = 'failed')::int,
                unconfirmed = unconfirmed + (ending = 'unconfirmed')::int,
                state = case jobs.state when 'queued' then 'running' else jobs.state end,
                updated_at = now()
            from settled
            where id = settled.job
            returning jobs.*, settled.n
            """);

    private final Tenancy tenancy;
    private final JdbcClient jdbc;

    TargetMoves(Tenancy tenancy, JdbcClient jdbc) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
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
                .param("notBefore", page.stream().map(TargetMoves::notBefore).toArray(String[]::new))
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
                .param("begun", TargetRow.ids(begun))
                .param("leftOut", TargetRow.ids(leftOut))
                .param("why", why.name())
                .query((row, index) -> JobRow.read(row))
                .single();
    }

    /** Writes down how it ended for somebody who was under way; empty if that was done before. */
    Answer<Job> settle(JobId job, PersonId person, TargetState end, @Nullable ErrorCode code, @Nullable String detail) {
        return tenancy.asking(Question.of(SETTLE, (row, n) -> JobRow.read(row))
                .param("job", job.value())
                .param("person", person.value())
                .param("ending", end.stored())
                .param("code", name(code))
                .param("detail", detail));
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
                .param("people", TargetRow.ids(people))
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

    private static @Nullable String notBefore(Found found) {
        var moment = found.notBefore();
        return moment == null ? null : moment.toString();
    }

    private static String[] posts(List<Found> page, Function<Post, String> part) {
        return page.stream()
                .map(Found::post)
                .map(post -> post == null ? null : part.apply(post))
                .toArray(String[]::new);
    }

    private static @Nullable String name(@Nullable ErrorCode code) {
        return code == null ? null : code.name();
    }
}
