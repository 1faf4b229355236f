package dev.parley.server.account;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the accounts of the bound workspace are doing. */
@Repository
public class Health {

    /** Where an account is about to be signed in, or is not, somebody sees what comes of it. */
    private static final Set<AccountState> AT_WORK = EnumSet.of(
            AccountState.CONNECTED, AccountState.DEGRADED, AccountState.RATE_LIMITED, AccountState.ACTION_BLOCKED);

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Health(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Refuses with ACCOUNT_NOT_FOUND what is not there. */
    public AccountHealth of(AccountId account) {
        return jdbc.sql("""
                select s.*, c.expires_at, c.password_encrypted is not null as keeps_password,
                    case when c.session_data_encrypted is not null then c.signed_in_at end as signed_in_at,
                    s.session_valid and c.expires_at > :now as works
                from user_bot_status s join instagram_credentials c using (account_id)
                where account_id = :account
                """)
                .param("now", Columns.of(clock.instant()))
                .param("account", account.value())
                .query((row, index) -> health(row))
                .optional()
                .orElseThrow(() -> new BotException(
                        ErrorCode.ACCOUNT_NOT_FOUND, "This workspace has no Instagram account with the id " + account));
    }

    public List<AccountHealth> ofAll() {
        return jdbc.sql("""
                select s.*, c.expires_at, c.password_encrypted is not null as keeps_password,
                    case when c.session_data_encrypted is not null then c.signed_in_at end as signed_in_at,
                    s.session_valid and c.expires_at > :now as works
                from user_bot_status s join instagram_credentials c using (account_id)
                """)
                .param("now", Columns.of(clock.instant()))
                .query((row, index) -> health(row))
                .list();
    }

    /** What happens to the session is told to {@link Sessions}; this is what people see. */
    public void mark(AccountId account, AccountState state, @Nullable ErrorCode code, @Nullable String detail) {
        jdbc.sql("""
                update user_bot_status
                set state = :state, error_code = :code, detail = :detail, updated_at = now(),
                    state_since = case state when :state then state_since else now() end
                from (select account_id, state as state_before from user_bot_status where account_id = :account for update) before
                where user_bot_status.account_id = before.account_id
                returning state_before, instagram_username
                """)
                .param("state", state.name())
                .param("code", code == null ? null : code.code())
                .param("detail", detail)
                .param("account", account.value())
                .query((row, index) -> new Marked(
                        AccountState.valueOf(row.getString("state_before")), row.getString("instagram_username")))
                .optional()
                .filter(marked -> marked.isTroubledBy(state, code))
                .ifPresent(marked -> events.publishEvent(new AccountTroubled(account, marked.username(), state, code)));
    }

    private record Marked(AccountState before, String username) {

        boolean isTroubledBy(AccountState state, @Nullable ErrorCode code) {
            return AT_WORK.contains(before)
                    && switch (state) {
                        case RATE_LIMITED, ACTION_BLOCKED, LOGIN_REQUIRED, VERIFICATION_REQUIRED, SUSPENDED -> true;
                        case DEGRADED -> code == ErrorCode.NO_EFFECT;
                        case CONNECTED, CONNECTING, DISCONNECTED -> false;
                    };
        }
    }

    /** The time for which Instagram asked to slow down is over. */
    public void recovered(AccountId account) {
        jdbc.sql("""
                update user_bot_status
                set state = case when session_valid then 'CONNECTED' else 'DISCONNECTED' end,
                    error_code = null, detail = null, state_since = now(), updated_at = now()
                where account_id = :account
                  and (state in ('RATE_LIMITED', 'ACTION_BLOCKED') or state = 'DEGRADED' and error_code = :noEffect)
                """)
                .param("account", account.value())
                .param("noEffect", ErrorCode.NO_EFFECT.code())
                .update();
    }

    /** The session works; whether the account may act again is not for this to say. */
    void connected(AccountId account) {
        jdbc.sql("""
                update user_bot_status
                set state = 'CONNECTED', error_code = null, detail = null, updated_at = now(),
                    state_since = case state when 'CONNECTED' then state_since else now() end
                where account_id = :account and state not in ('RATE_LIMITED', 'ACTION_BLOCKED')
                  and error_code is distinct from :noEffect
                """)
                .param("account", account.value())
                .param("noEffect", ErrorCode.NO_EFFECT.code())
                .update();
    }

    /** The account did something at Instagram. */
    public void touched(AccountId account, Instant at) {
        jdbc.sql("update user_bot_status set last_activity = greatest(last_activity, :at) where account_id = :account")
                .param("at", Columns.of(at))
                .param("account", account.value())
                .update();
    }

    /** Returns how many checks in a row have now failed. */
    int checked(AccountId account, boolean ok) {
        return jdbc.sql("""
                update user_bot_status
                set last_check_at = :now, updated_at = now(),
                    last_check_ok_at = case when :ok then :now else last_check_ok_at end,
                    failed_checks = case when :ok then 0 else failed_checks + 1 end
                where account_id = :account
                returning failed_checks
                """)
                .param("now", Columns.of(clock.instant()))
                .param("ok", ok)
                .param("account", account.value())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Whether the session worked when it was last seen, expired or not. */
    boolean believesIn(AccountId account) {
        return jdbc.sql("select session_valid from user_bot_status where account_id = :account")
                .param("account", account.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void sessionWorks(AccountId account, boolean works) {
        jdbc.sql("update user_bot_status set session_valid = :works, updated_at = now() where account_id = :account")
                .param("works", works)
                .param("account", account.value())
                .update();
    }

    private static AccountHealth health(ResultSet row) throws SQLException {
        var code = row.getString("error_code");
        return new AccountHealth(
                new AccountId(row.getObject("account_id", UUID.class)),
                AccountState.valueOf(row.getString("state")),
                Columns.instant(row, "state_since"),
                row.getBoolean("works"),
                code == null ? null : ErrorCode.of(code),
                row.getString("detail"),
                Columns.instantOrNull(row, "expires_at"),
                Columns.instantOrNull(row, "last_activity"),
                Columns.instantOrNull(row, "last_check_at"),
                Columns.instantOrNull(row, "last_check_ok_at"),
                Columns.instantOrNull(row, "signed_in_at"),
                row.getBoolean("keeps_password"));
    }
}
