package dev.parley.server.guard;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was tried in vain: counted in the database, one light write each, and none while its wait lasts. */
@Component
class FailedAttempts {

    private static final double MILLIS = 1000.0;

    private final JdbcClient database;
    private final Clock clock;
    private final GuardSettings settings;

    FailedAttempts(JdbcClient database, Clock clock, GuardSettings settings) {
        this.database = database;
        this.clock = clock;
        this.settings = settings;
    }

    boolean areOpen(List<byte[]> buckets) {
        return database.sql("""
                select not exists (select from failed_attempts where bucket in (:buckets) and open_at > :now)
                """)
                .param("buckets", buckets)
                .param("now", now())
                .query(Boolean.class)
                .single();
    }

    /** Counts one, unless the wait after the last one lasts: then nothing is looked at, and nothing counts. */
    boolean count(byte[] bucket, int tries, @Nullable String address) {
        return database.sql("""
                insert into failed_attempts as old (bucket, failures, unseen, address, last_at, open_at)
                values (:bucket, 1, 1, :address, :now, :now)
                on conflict (bucket) do update set
                    (failures, open_at) = (
                        select n, excluded.last_at + case when n <= :tries then interval '0'
                            else least(:longest, :first * power(2::double precision, least(n - :tries - 1, 40))) * interval '1 second' end
                        from (select 1 + greatest(0, old.failures
                            - floor(extract(epoch from excluded.last_at - old.last_at) / :forget)::int) as n) counted),
                    unseen = old.unseen + 1, address = excluded.address, last_at = excluded.last_at
                    where old.open_at <= excluded.last_at
                """)
                        .param("bucket", bucket)
                        .param("address", address)
                        .param("now", now())
                        .param("tries", tries)
                        .param("first", seconds(settings.firstWait()))
                        .param("longest", seconds(settings.longestWait()))
                        .param("forget", seconds(settings.forgetAfter()))
                        .update()
                == 1;
    }

    /** What was counted beforehand turned out to be right. */
    void takeBack(byte[] bucket) {
        database.sql("""
                update failed_attempts set failures = failures - 1, unseen = greatest(unseen - 1, 0), open_at = :now
                where bucket = :bucket and failures > 0
                """).param("bucket", bucket).param("now", now()).update();
    }

    void forgetOld(Duration age) {
        database.sql("delete from failed_attempts where last_at < :then")
                .param("then", Timestamp.from(clock.instant().minus(age)))
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS;
    }
}
