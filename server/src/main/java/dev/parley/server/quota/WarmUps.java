package dev.parley.server.quota;

import dev.parley.server.core.AccountId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Since when accounts of the bound workspace are connected, and how the instance lets their limits grow. */
@Repository
class WarmUps {

    private final JdbcClient jdbc;

    WarmUps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Unless it has begun before. */
    void begin(AccountId account) {
        jdbc.sql("""
                insert into warm_ups as known (account_id, began_at) values (:account, now())
                on conflict (account_id) do update set began_at = excluded.began_at where known.began_at is null
                """).param("account", account.value()).update();
    }

    boolean isWaived(AccountId account) {
        return jdbc.sql("select waived from warm_ups where account_id = :account")
                .param("account", account.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void waive(AccountId account, boolean waived) {
        jdbc.sql("""
                insert into warm_ups (account_id, waived) values (:account, :waived)
                on conflict (account_id) do update set waived = excluded.waived
                """).param("account", account.value()).param("waived", waived).update();
    }

    /** The share of the limits, week by week; after the last, the whole. */
    List<Integer> percents() {
        return jdbc.sql("select percents from warm_up_policy")
                .query((row, n) ->
                        Stream.of((Integer[]) row.getArray(1).getArray()).toList())
                .optional()
                .orElse(List.of());
    }

    void set(List<Integer> percents) {
        jdbc.sql("""
                insert into warm_up_policy (percents) values (:percents::int[])
                on conflict ("only") do update set percents = excluded.percents, updated_at = now()
                """).param("percents", percents.toArray(Integer[]::new)).update();
    }

    /** Unless something was set before. */
    void deliver(List<Integer> percents) {
        jdbc.sql("insert into warm_up_policy (percents) values (:percents::int[]) on conflict do nothing")
                .param("percents", percents.toArray(Integer[]::new))
                .update();
    }
}
