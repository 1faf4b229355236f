package dev.parley.server.alerts;

import dev.parley.server.tenancy.Each;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.tenancy.Write;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * Writes down, in the transaction of what has happened, what is to be told of it; so that it is told if it is true. Of the same, by the
 * same rule, nothing more is told for a while: that is counted, and told with what comes next.
 */
@Component
class RaiseAlerts {

    /** The same topic must not come twice in it. */
    private static final Each RAISE = Each.of("""
            event text, topic text, quiet timestamptz, account uuid, account_name text, state text, code text, about text, path text,
            moment timestamptz
            """, """
            with happened as (select * from {each}),
            topics as (
                insert into alert_topics as topic (rule_id, workspace_id, event, topic, quiet_until)
                select id, workspace_id, happened.event, happened.topic, happened.quiet
                from alert_rules join happened on happened.event = any (events)
                where workspace_id = current_workspace() and enabled
                order by id, happened.topic
                on conflict (rule_id, event, topic) do update set (told_before, left_out, quiet_until) = (
                    select case when topic.quiet_until > moment then topic.told_before else topic.left_out end,
                        case when topic.quiet_until > moment then topic.left_out + 1 else 0 end,
                        case when topic.quiet_until > moment then topic.quiet_until else excluded.quiet_until end
                    from happened where happened.event = excluded.event and happened.topic = excluded.topic)
                returning rule_id, event, topic, left_out, told_before),
            told as (select * from topics join happened using (event, topic) where left_out = 0),
            raised as (
                insert into alerts (
                    id, workspace_id, rule_id, event, account_id, account_name, state, error_code, about, path, repeats, happened_at)
                select gen_random_uuid(), current_workspace(), rule_id, event, account, account_name, state, code,
                    about, path, told_before, moment
                from told)
            select alerts_are_due(current_workspace(), min(moment)) from told having count(*) > 0
            """);

    private final Tenancy tenancy;
    private final Clock clock;

    RaiseAlerts(Tenancy tenancy, Clock clock) {
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** Where no rule wants it, nothing is written. */
    void raise(Happening happening) {
        var now = clock.instant();
        tenancy.later(Write.of(RAISE)
                .param("event", happening.event().stored())
                .param("topic", happening.topic())
                .param("quiet", now.plus(happening.event().quiet()))
                .param(
                        "account",
                        happening.account() == null ? null : happening.account().value())
                .param("account_name", happening.accountName())
                .param(
                        "state",
                        happening.state() == null ? null : happening.state().name())
                .param(
                        "code",
                        happening.code() == null ? null : happening.code().code())
                .param("about", happening.about())
                .param("path", happening.path())
                .param("moment", now));
    }
}
