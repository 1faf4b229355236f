package dev.parley.server.alerts;

import dev.parley.server.core.AccountId;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.tenancy.Write;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes down, in the transaction of what has happened, what is to be told of it; so that it is told if it is true. Of the same, by the
 * same rule, nothing more is told for a while: that is counted, and told with what comes next.
 */
@Component
class RaiseAlerts {

    private final Tenancy tenancy;
    private final Clock clock;

    RaiseAlerts(Tenancy tenancy, Clock clock) {
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** Where no rule wants it, nothing is written. */
    void raise(Happening happening) {
        var now = clock.instant();
        tenancy.later(Write.of("""
                with topics as (
                    insert into alert_topics as topic (rule_id, workspace_id, event, topic, quiet_until)
                    select id, workspace_id, :event, :topic, cast(:quietUntil as timestamptz) from alert_rules
                    where workspace_id = current_workspace() and enabled and :event = any (events)
                    order by id
                    on conflict (rule_id, event, topic) do update set
                        told_before = case when topic.quiet_until > :now then topic.told_before else topic.left_out end,
                        left_out = case when topic.quiet_until > :now then topic.left_out + 1 else 0 end,
                        quiet_until = case when topic.quiet_until > :now then topic.quiet_until else excluded.quiet_until end
                    returning rule_id, left_out, told_before),
                raised as (
                    insert into alerts (
                        id, workspace_id, rule_id, event, account_id, account_name, state, error_code, about, path, repeats, happened_at)
                    select gen_random_uuid(), current_workspace(), rule_id, :event, cast(:account as uuid), :accountName, :state, :code,
                        :about, :path, told_before, cast(:now as timestamptz)
                    from topics where left_out = 0)
                select alerts_are_due(current_workspace(), cast(:now as timestamptz)) from topics where left_out = 0 limit 1
                """)
                .param("event", happening.event().stored())
                .param("topic", happening.topic())
                .param("quietUntil", now.plus(happening.event().quiet()).atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("account", Types.OTHER, value(happening.account()))
                .param("accountName", Types.VARCHAR, happening.accountName())
                .param("state", Types.VARCHAR, name(happening.state()))
                .param(
                        "code",
                        Types.VARCHAR,
                        happening.code() == null ? null : happening.code().code())
                .param("about", happening.about())
                .param("path", happening.path()));
    }

    private static @Nullable Object value(@Nullable AccountId account) {
        return account == null ? null : account.value();
    }

    private static @Nullable String name(@Nullable Enum<?> state) {
        return state == null ? null : state.name();
    }
}
