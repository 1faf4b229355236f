package dev.parley.server.automation;

import dev.parley.server.automation.Job.Order;
import dev.parley.server.automation.Job.Owner;
import dev.parley.server.automation.Job.Trouble;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.Page;
import dev.parley.server.tenancy.Each;
import dev.parley.server.tenancy.Question;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.tenancy.Write;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The jobs of the bound workspace. */
@Repository
class Jobs {

    private static final Each END = Each.of("job uuid, ending text, code text, detail text", """
            update jobs
            set state = each.ending, error_code = each.code, error_detail = each.detail, updated_at = now(),
                searching = false, ended_at = now()
            from {each}
            where id = each.job
            """);

    private final Tenancy tenancy;
    private final JdbcClient jdbc;

    Jobs(Tenancy tenancy, JdbcClient jdbc) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
    }

    Job add(JobId id, Owner owner, Order order, String correlationId) {
        var source = StoredSource.of(order.source());
        return jdbc.sql("""
                insert into jobs
                    (id, workspace_id, user_id, user_name, account_id, account_name, kind, action, source, hashtag, source_name,
                     source_people, source_job, after_days, amount, skip_private,
                     filters, dry_run, correlation_id)
                values
                    (:id, :workspace, :user, :userName, :account, :accountName, :kind, :action, :source, :hashtag, :sourceName,
                     :sourcePeople::text[], :sourceJob::uuid, :afterDays::int, :amount,
                     :skipPrivate, :filters::jsonb, :dryRun, :correlation)
                returning *
                """)
                .param("id", id.value())
                .param("workspace", owner.workspace().value())
                .param("user", owner.user().value())
                .param("userName", owner.userName())
                .param("account", owner.account().value())
                .param("accountName", owner.accountName())
                .param("kind", order.kind())
                .param("action", order.action().stored())
                .param("source", order.source().stored())
                .param("hashtag", source.hashtag())
                .param("sourceName", source.name())
                .param("sourcePeople", source.people())
                .param("sourceJob", source.job())
                .param("afterDays", source.afterDays())
                .param("amount", order.amount())
                .param("skipPrivate", order.filters().skipPrivate())
                .param("filters", StoredFilters.text(order.filters()))
                .param("dryRun", order.dryRun())
                .param("correlation", correlationId)
                .query((row, index) -> JobRow.read(row))
                .single();
    }

    /** Refuses with JOB_NOT_FOUND what is not there, or another workspace's. */
    Job get(JobId id) {
        return tenancy
                .ask(Question.of("select * from jobs where id = :id", (row, index) -> JobRow.read(row))
                        .param("id", id.value()))
                .stream()
                .findFirst()
                .orElseThrow(() -> notFound(id));
    }

    /** The same, and nobody else changes it until the transaction ends. */
    Job lock(JobId id) {
        return find(id).orElseThrow(() -> notFound(id));
    }

    /** Locked as well; empty if it was deleted together with its account. */
    Optional<Job> find(JobId id) {
        return jdbc.sql("select * from jobs where id = :id for no key update")
                .param("id", id.value())
                .query((row, index) -> JobRow.read(row))
                .optional();
    }

    private static BotException notFound(JobId id) {
        return new BotException(ErrorCode.JOB_NOT_FOUND, "This workspace has no job with the id " + id + ".");
    }

    /** Newest first; the cursor is the last id of the page before. */
    Page<Job> page(@Nullable AccountId account, @Nullable JobId before, int limit) {
        var jobs = jdbc.sql("""
                select * from jobs
                where workspace_id = current_workspace()
                  and (:account::uuid is null or account_id = :account::uuid)
                  and (:before::uuid is null or id < :before::uuid)
                order by id desc
                limit :limit
                """)
                .param("account", account == null ? null : account.value())
                .param("before", before == null ? null : before.value())
                .param("limit", limit + 1)
                .query((row, index) -> JobRow.read(row))
                .list();
        return Page.of(jobs, limit, last -> last.id().toString());
    }

    /** The newest of each account, as many as {@code most}. */
    List<Job> newestOf(Collection<AccountId> accounts, int most) {
        return jdbc.sql("""
                select newest.*
                from unnest(:accounts::uuid[]) as account (id)
                cross join lateral (
                    select * from jobs where account_id = account.id order by id desc limit :most) newest
                order by newest.id desc
                """)
                .param("accounts", AccountId.values(accounts))
                .param("most", most)
                .query((row, index) -> JobRow.read(row))
                .list();
    }

    Job move(JobId id, JobState state) {
        return jdbc.sql("""
                update jobs
                set state = :state, ended_at = case when :ended then now() end, updated_at = now()
                where id = :id
                returning *
                """)
                .param("id", id.value())
                .param("state", state.stored())
                .param("ended", state.ended())
                .query((row, index) -> JobRow.read(row))
                .single();
    }

    void end(JobId id, JobState state, @Nullable Trouble trouble) {
        tenancy.later(Write.of(END)
                .param("job", id.value())
                .param("ending", state.stored())
                .param("code", trouble == null ? null : trouble.code().name())
                .param("detail", trouble == null ? null : trouble.detail()));
    }

    /** A page of the source is being asked for, or no longer. */
    Job searching(JobId id, boolean searching) {
        return jdbc.sql("update jobs set searching = :searching, updated_at = now() where id = :id returning *")
                .param("id", id.value())
                .param("searching", searching)
                .query((row, index) -> JobRow.read(row))
                .single();
    }

    /** No more pages can be had; the job goes on with whom it has. */
    Job searchFailed(JobId id, Trouble trouble) {
        return jdbc.sql("""
                update jobs
                set searching = false, exhausted = true, error_code = :code, error_detail = :detail, updated_at = now()
                where id = :id
                returning *
                """)
                .param("id", id.value())
                .param("code", trouble.code().name())
                .param("detail", trouble.detail())
                .query((row, index) -> JobRow.read(row))
                .single();
    }

    /** As if nothing had gone wrong; whom it has found and acted upon stays. */
    Job restart(JobId id, JobState state) {
        return jdbc.sql("""
                update jobs
                set state = :state, exhausted = exhausted and error_code is null, searching = false,
                    error_code = null, error_detail = null, ended_at = null, updated_at = now()
                where id = :id
                returning *
                """)
                .param("id", id.value())
                .param("state", state.stored())
                .query((row, index) -> JobRow.read(row))
                .single();
    }
}
