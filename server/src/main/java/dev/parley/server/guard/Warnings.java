package dev.parley.server.guard;

import dev.parley.server.core.UserId;
import dev.parley.server.tenancy.Columns;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person should know: how often somebody elsewhere tried to be them. Their own known devices do not count. */
@Component
public class Warnings {

    private static final List<What> TOLD = List.of(What.PASSWORD, What.CODE);

    /**
     * @param what that was wrong
     * @param times since the person last said that they know
     * @param lastFrom the address
     */
    public record Warning(
            What what, int times, Instant lastAt, @Nullable String lastFrom) {}

    private final JdbcClient database;

    Warnings(JdbcClient database) {
        this.database = database;
    }

    public List<Warning> of(UserId user) {
        return TOLD.stream().flatMap(what -> of(user, what)).toList();
    }

    private Stream<Warning> of(UserId user, What what) {
        return database
                .sql("select unseen, last_at, address from failed_attempts where bucket = :bucket and unseen > 0")
                .param("bucket", Attempt.ofAccount(what, user.toString()))
                .query((row, n) -> new Warning(
                        what, row.getInt("unseen"), Columns.instant(row, "last_at"), row.getString("address")))
                .list()
                .stream();
    }

    /** The person knows; how guessing is slowed down stays as it is. */
    public void seen(UserId user) {
        database.sql("update failed_attempts set unseen = 0 where bucket in (:buckets)")
                .param(
                        "buckets",
                        TOLD.stream()
                                .map(what -> Attempt.ofAccount(what, user.toString()))
                                .toList())
                .update();
    }
}
