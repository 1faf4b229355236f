package dev.parley.server.bot;

import static java.util.stream.Collectors.toMap;

import dev.parley.server.account.Rhythm;
import dev.parley.server.account.WorkingHoursText;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.UserId;
import dev.parley.server.core.Uuids;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.tenancy.Each;
import dev.parley.server.tenancy.Question;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the bots. What a tick writes, it writes under its epoch. */
@Repository
class BotInstances {

    private static final Each FENCE = Each.of("account uuid, epoch int8", """
            update bot_instances bot set epoch = each.epoch
            from {each}
            where bot.account_id = each.account and bot.epoch <= each.epoch
            returning bot.*, now() as read_at, each.n
            """);

    private static final Each SETTLE = Each.of("""
            account uuid, epoch int8, automation bool, spacing float8, cooldown float8, cure text, attention text, code text,
            detail text
            """, """
            update bot_instances bot
            set automation_due_at = case when each.automation then now() + make_interval(secs => each.spacing * bot.slowness) else bot.automation_due_at end,
                person_due_at = case when each.automation then bot.person_due_at else now() + make_interval(secs => each.spacing) end,
                cooldown_until = coalesce(now() + make_interval(secs => each.cooldown), bot.cooldown_until),
                cooldown_strikes = case
                    when each.cooldown is not null then bot.cooldown_strikes + 1
                    when each.cure = 'ALL' or each.cure = 'RATE_LIMIT' and bot.error_code = '%s' then 0
                    else bot.cooldown_strikes end,
                attention_code = coalesce(each.attention, bot.attention_code),
                error_code = coalesce(each.code, bot.error_code),
                error_detail = case when each.code is not null then each.detail else bot.error_detail end,
                error_at = case when each.code is not null then now() else bot.error_at end,
                state_since = case when each.cooldown is not null or each.attention is not null then now() else bot.state_since end,
                last_action_at = now()
            from {each}
            where bot.account_id = each.account and bot.epoch = each.epoch
            returning bot.*, now() as read_at, each.n
            """.formatted(ErrorCode.RATE_LIMITED.code()));

    private final JdbcClient jdbc;

    BotInstances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean create(WorkspaceId workspace, UserId user, String userName, AccountId account, String accountName) {
        return jdbc.sql("""
                        insert into bot_instances (id, workspace_id, user_id, user_name, account_id, account_name)
                        values (:id, :workspace, :user, :userName, :account, :name)
                        on conflict (account_id) do nothing
                        """)
                        .param("id", Uuids.timeOrdered())
                        .param("workspace", workspace.value())
                        .param("user", user.value())
                        .param("userName", userName)
                        .param("account", account.value())
                        .param("name", accountName)
                        .update()
                == 1;
    }

    Optional<BotInstance> find(AccountId account) {
        return jdbc.sql("select *, now() as read_at from bot_instances where account_id = :account")
                .param("account", account.value())
                .query(BotInstances::read)
                .optional();
    }

    /** Those that exist. */
    Map<AccountId, BotInstance> of(Collection<AccountId> accounts) {
        return jdbc
                .sql("select *, now() as read_at from bot_instances where account_id = any(:accounts)")
                .param("accounts", AccountId.values(accounts))
                .query(BotInstances::read)
                .stream()
                .collect(toMap(BotInstance::account, Function.identity()));
    }

    /** Makes the tick of this epoch the bot's owner, unless a newer one is; locks the row. */
    static Question<BotInstance> fence(Owner owner) {
        return Question.of(FENCE, BotInstances::read)
                .param("account", owner.account().value())
                .param("epoch", owner.epoch());
    }

    /** Stores what an action's outcome means for its bot, if the tick still owns it; locks the row. */
    static Question<BotInstance> settle(Owner owner, Lane lane, Duration spacing, Consequence consequence) {
        return Question.of(SETTLE, BotInstances::read)
                .param("account", owner.account().value())
                .param("epoch", owner.epoch())
                .param("automation", lane == Lane.AUTOMATION)
                .param("spacing", seconds(spacing))
                .param("cooldown", consequence.coolDown() == null ? null : seconds(consequence.coolDown()))
                .param("cure", consequence.cure().name())
                .param("attention", code(consequence.attention()))
                .param("code", code(consequence.code()))
                .param("detail", consequence.detail());
    }

    private static @Nullable String code(@Nullable ErrorCode code) {
        return code == null ? null : code.code();
    }

    /**
     * Waits until no transaction of a tick holds the bot, and keeps ticks out until the caller's transaction ends. A tick that is
     * about to rest has then either seen what the caller wrote, or given the bot back before.
     */
    static Question<Boolean> holding(AccountId account) {
        return Question.of(
                        "select true from bot_instances where account_id = :account for no key update",
                        (row, n) -> row.getBoolean(1))
                .param("account", account.value());
    }

    /** Starts or stops; a start also takes back what a person has attended to. */
    boolean switchTo(AccountId account, boolean started) {
        return jdbc.sql("""
                update bot_instances
                set started = :started, state_since = now(), updated_at = now(),
                    attention_code = case when :started then null else attention_code end
                where account_id = :account and started <> :started
                """)
                        .param("account", account.value())
                        .param("started", started)
                        .update()
                == 1;
    }

    void attendedTo(AccountId account) {
        jdbc.sql("""
                update bot_instances set attention_code = null, state_since = now(), updated_at = now()
                where account_id = :account and attention_code is not null
                """).param("account", account.value()).update();
    }

    /** A block that no rest has ended says nothing about the session, and stays. */
    void sessionWorks(AccountId account) {
        jdbc.sql("""
                update bot_instances set attention_code = null, state_since = now(), updated_at = now()
                where account_id = :account and attention_code <> :blocked
                """)
                .param("account", account.value())
                .param("blocked", ErrorCode.PERSON_NEEDED.code())
                .update();
    }

    boolean work(AccountId account, Rhythm rhythm) {
        return jdbc.sql("""
                update bot_instances
                set working_hours = :hours, time_zone = :zone, slowness = :slowness, updated_at = now()
                where account_id = :account
                """)
                        .param("account", account.value())
                        .param("hours", WorkingHoursText.line(rhythm.hours()))
                        .param("zone", rhythm.zone().getId())
                        .param("slowness", rhythm.slowness())
                        .update()
                == 1;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static BotInstance read(ResultSet row, int n) throws SQLException {
        return new BotInstance(
                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                new UserId(row.getObject("user_id", UUID.class)),
                row.getString("user_name"),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("account_name"),
                row.getBoolean("started"),
                Times.required(row, "state_since"),
                Times.optional(row, "cooldown_until"),
                row.getInt("cooldown_strikes"),
                row.getString("attention_code"),
                row.getString("error_code"),
                row.getString("error_detail"),
                Times.optional(row, "error_at"),
                Times.required(row, "automation_due_at"),
                Times.required(row, "person_due_at"),
                rhythm(row),
                Times.optional(row, "last_action_at"),
                Times.required(row, "read_at"));
    }

    /** Which reasons for having cooled down are over; the next cool-down is a first one again then. */
    enum Cure {
        NONE,
        /** Instagram answers again. */
        RATE_LIMIT,
        ALL
    }

    private static Rhythm rhythm(ResultSet row) throws SQLException {
        return new Rhythm(
                WorkingHoursText.ofLine(row.getString("working_hours")),
                ZoneId.of(row.getString("time_zone")),
                row.getInt("slowness"));
    }

    /**
     * What an outcome means for the bot beyond its pace.
     *
     * @param cure which cool-downs it shows to be over
     * @param coolDown how long nothing is done, or null
     * @param attention what a person must mend, or null
     * @param code the error to show, or null to leave the last one
     */
    record Consequence(
            Cure cure,
            @Nullable Duration coolDown,
            @Nullable ErrorCode attention,
            @Nullable ErrorCode code,
            @Nullable String detail) {

        static final Consequence NONE = cured(Cure.NONE);

        static Consequence cured(Cure cure) {
            return new Consequence(cure, null, null, null, null);
        }

        static Consequence error(ErrorCode code, String detail) {
            return new Consequence(Cure.NONE, null, null, code, detail);
        }
    }
}
