package dev.parley.server.bot;

import static java.util.stream.Collectors.joining;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.Uuids;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.tenancy.Answer;
import dev.parley.server.tenancy.Each;
import dev.parley.server.tenancy.Question;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.tenancy.Write;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The queues of all bots, as ticks and those who order work on them. */
@Repository
class Actions {

    private static final String FIRST_EXECUTING = """
            (select * from bot_actions
             where account_id = each.account and state = 'executing' and id <> each.leaving
             order by look_at limit 1)
            """;

    private static final String FIRST_QUEUED = """
            (select * from bot_actions
             where account_id = each.account and state = 'queued' and lane = %d and id <> each.leaving
             order by due_at, id limit 1)
            """;

    private static final Each HEADS = Each.of(
            "account uuid, leaving uuid",
            "select head.*, each.n from {each} cross join lateral (" + FIRST_EXECUTING
                    + Stream.of(Lane.values())
                            .map(lane -> "union all " + FIRST_QUEUED.formatted(lane.ordinal()))
                            .collect(joining())
                    + ") head");

    private static final Each INTEND = Each.of("id uuid, token text, deadline float8", """
            update bot_actions action
            set state = 'executing', idempotency_token = each.token, attempts = action.attempts + 1, wait_reason = null,
                look_at = now() + make_interval(secs => each.deadline)
            from {each}
            where action.id = each.id
            """);

    private static final Each END =
            Each.of("id uuid", "delete from bot_actions action using {each} where action.id = each.id");

    private static final Each CONTAINING =
            Each.of("id uuid", "select action.id, each.n from {each} join bot_actions action on action.id = each.id");

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ActionRows rows;
    private final EndedActions endedActions;

    Actions(Tenancy tenancy, JdbcClient jdbc, JsonMapper json, ActionRows rows, EndedActions endedActions) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.json = json;
        this.rows = rows;
        this.endedActions = endedActions;
    }

    /** In the next round trip, with what waits for it. Holds the bot, as {@link BotInstances#holding} does. */
    void add(
            UUID id,
            WorkspaceId workspace,
            NewAction action,
            byte @Nullable [] sealedSecret,
            @Nullable String correlation) {
        tenancy.later(Write.of("""
                insert into bot_actions (
                    id, workspace_id, account_id, lane, kind, due_at, job_id, target_id, target, payload, secret_encrypted,
                    user_id, correlation_id)
                select :id, :workspace, account_id, :lane, :kind, coalesce(:notBefore::timestamptz, now()), :job::uuid, :targetId, :target,
                    :payload::jsonb, :secret::bytea, :user, :correlation
                from (select account_id from bot_instances where account_id = :account for no key update) as held
                """)
                .param("id", id)
                .param("workspace", workspace.value())
                .param("account", action.account().value())
                .param("lane", action.lane().ordinal())
                .param("kind", action.kind())
                .param("job", Types.OTHER, action.job())
                .param("targetId", Types.VARCHAR, action.targetId())
                .param("target", Types.VARCHAR, action.target())
                .param("payload", json.writeValueAsString(action.payload()))
                .param("secret", Types.BINARY, sealedSecret)
                .param("notBefore", Types.TIMESTAMP_WITH_TIMEZONE, Times.at(action.notBefore()))
                .param("user", action.user().value())
                .param("correlation", Types.VARCHAR, correlation)
                .orElseThrow(() -> new IllegalStateException("the account " + action.account() + " has no bot")));
    }

    List<UUID> addAll(WorkspaceId workspace, List<NewAction> actions, String correlation) {
        var ids = actions.stream().map(action -> Uuids.timeOrdered()).toList();
        if (actions.isEmpty()) {
            return ids;
        }
        jdbc.sql("""
                insert into bot_actions (
                    id, workspace_id, account_id, lane, kind, due_at, job_id, target_id, target, payload, user_id, correlation_id)
                select id, :workspace, account_id, lane, kind, coalesce(due_at::timestamptz, now()), job_id, target_id, target,
                    payload::jsonb, user_id, :correlation
                from unnest(
                    :ids::uuid[], :accounts::uuid[], :lanes::int[], :kinds::text[], :jobs::uuid[], :targetIds::text[],
                    :targets::text[], :payloads::text[], :users::uuid[], :dueAt::text[])
                    as new (id, account_id, lane, kind, job_id, target_id, target, payload, user_id, due_at)
                """)
                .param("workspace", workspace.value())
                .param("ids", ids.toArray(UUID[]::new))
                .param(
                        "accounts",
                        actions.stream().map(a -> a.account().value()).toArray(UUID[]::new))
                .param("lanes", actions.stream().map(a -> a.lane().ordinal()).toArray(Integer[]::new))
                .param("kinds", actions.stream().map(NewAction::kind).toArray(String[]::new))
                .param("jobs", actions.stream().map(NewAction::job).toArray(UUID[]::new))
                .param("targetIds", actions.stream().map(NewAction::targetId).toArray(String[]::new))
                .param("targets", actions.stream().map(NewAction::target).toArray(String[]::new))
                .param(
                        "payloads",
                        actions.stream()
                                .map(a -> json.writeValueAsString(a.payload()))
                                .toArray(String[]::new))
                .param("users", actions.stream().map(a -> a.user().value()).toArray(UUID[]::new))
                .param(
                        "dueAt",
                        actions.stream()
                                .map(NewAction::notBefore)
                                .map(Actions::text)
                                .toArray(String[]::new))
                .param("correlation", correlation)
                .update();
        return ids;
    }

    /**
     * What a bot might do next: the first to look after, and the first of each lane.
     *
     * @param leaving one that is about to leave the queue
     */
    Answer<Action> heads(AccountId account, UUID leaving) {
        return tenancy.asking(
                Question.of(HEADS, rows::read).param("account", account.value()).param("leaving", leaving));
    }

    void intend(Action action, String token, Duration callDeadline) {
        tenancy.later(Write.of(INTEND)
                .param("id", action.id())
                .param("token", token)
                .param("deadline", seconds(callDeadline))
                .orElseThrow(() -> new StaleTickException(action.account())));
    }

    /** As it was before it was intended in this transaction. */
    void takeBack(Action action) {
        jdbc.sql("""
                update bot_actions
                set state = 'queued', idempotency_token = :token, attempts = :attempts, wait_reason = :reason, look_at = :lookAt
                where id = :id
                """)
                .param("id", action.id())
                .param("token", action.token())
                .param("attempts", action.attempts())
                .param("reason", action.waitReason())
                .param("lookAt", Times.at(action.lookAt()))
                .update();
    }

    /** Puts an action back into the queue. */
    void again(Action action, Instant dueAt, @Nullable String reason) {
        jdbc.sql("""
                update bot_actions
                set state = 'queued', look_at = null, due_at = :due, wait_reason = :reason,
                    attempts = attempts + case state when 'queued' then 1 else 0 end
                where id = :id
                """)
                .param("id", action.id())
                .param("due", Times.at(dueAt))
                .param("reason", reason)
                .update();
    }

    /** Leaves an action executing, to be looked after later. */
    void lookLater(Action action, Instant at) {
        jdbc.sql("update bot_actions set look_at = :at, attempts = attempts + 1 where id = :id")
                .param("id", action.id())
                .param("at", Times.at(at))
                .update();
    }

    /** Makes the queued actions of a kind wait that are due; what is ordered for later keeps its time. */
    void hold(AccountId account, String kind, Instant until, String reason) {
        jdbc.sql("""
                update bot_actions set due_at = :until, wait_reason = :reason
                where account_id = :account and state = 'queued' and kind = :kind and due_at <= now()
                """)
                .param("account", account.value())
                .param("kind", kind)
                .param("until", Times.at(until))
                .param("reason", reason)
                .update();
    }

    /** Whose actions wait for one of these reasons. */
    List<AccountId> waitingFor(Collection<String> reasons) {
        return jdbc.sql("""
                select distinct account_id from bot_actions
                where state = 'queued' and wait_reason = any(:reasons)
                """)
                .param("reasons", reasons.toArray(String[]::new))
                .query((row, n) -> new AccountId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Ends the waiting for these reasons. */
    void release(AccountId account, Collection<String> reasons) {
        jdbc.sql("""
                update bot_actions set due_at = now(), wait_reason = null
                where account_id = :account and state = 'queued' and wait_reason = any(:reasons)
                """)
                .param("account", account.value())
                .param("reasons", reasons.toArray(String[]::new))
                .update();
    }

    /** Takes an action out of the queue. What one did for a job is kept with the job; others are kept for whoever waits for them. */
    void end(Action action, EndedAction ended) {
        var leaving = action.job() == null ? endedActions.keeping(ended) : Write.of(END);
        tenancy.later(leaving.param("id", action.id()).orElseThrow(() -> new StaleTickException(action.account())));
    }

    Answer<UUID> containing(Action action) {
        return tenancy.asking(Question.of(CONTAINING, (row, n) -> row.getObject("id", UUID.class))
                .param("id", action.id()));
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
