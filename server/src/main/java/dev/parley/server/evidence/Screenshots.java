package dev.parley.server.evidence;

import static java.util.stream.Collectors.groupingBy;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.Page;
import dev.parley.server.core.Uuids;
import dev.parley.server.tenancy.Columns;
import dev.parley.server.tenancy.Conditions;
import dev.parley.server.web.Correlation;
import dev.parley.server.workspace.Forgets;
import dev.parley.server.workspace.Kept;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the browser saw for the accounts of the bound workspace. In the caller's transaction. */
@Repository
public class Screenshots implements Forgets {

    static final int LARGEST_PICTURE = 2 * 1024 * 1024;
    static final int MOST_OF_ACCOUNT = 200;

    private static final String ALL_BUT_CONTENTS = """
            select id, account_id, action_id, correlation_id, call, refusal, path, octet_length(picture) as bytes, taken_at
            from screenshots
            """;

    private final JdbcClient jdbc;

    Screenshots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of each action that has any, oldest first. */
    public Map<UUID, List<Screenshot>> of(Collection<UUID> actions) {
        if (actions.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(ALL_BUT_CONTENTS + " where action_id = any(:actions) order by id")
                .param("actions", actions.toArray(UUID[]::new))
                .query(Screenshots::screenshot)
                .list()
                .stream()
                .collect(groupingBy(shot -> Objects.requireNonNull(shot.actionId())));
    }

    /** Newest first. */
    public Page<Screenshot> page(AccountId account, @Nullable UUID before, int limit) {
        var conditions = new Conditions()
                .and("account_id = :account", "account", account.value())
                .and("id < :before", "before", before);
        var found = jdbc.sql(ALL_BUT_CONTENTS + conditions.where() + " order by id desc limit :limit")
                .params(conditions.values())
                .param("limit", limit + 1)
                .query(Screenshots::screenshot)
                .list();
        return Page.of(found, limit, last -> last.id().toString());
    }

    public Optional<Screenshot> find(UUID id) {
        return jdbc.sql(ALL_BUT_CONTENTS + " where id = :id")
                .param("id", id)
                .query(Screenshots::screenshot)
                .optional();
    }

    /** PNG; empty if there is none. */
    public Optional<byte[]> picture(UUID id) {
        return jdbc.sql("select picture from screenshots where id = :id and octet_length(picture) > 0")
                .param("id", id)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    /** The page's elements, without scripts and styles. */
    public Optional<String> source(UUID id) {
        return jdbc.sql("select source from screenshots where id = :id")
                .param("id", id)
                .query((row, n) -> row.getString(1))
                .optional();
    }

    /** A picture that is too large is left out; beyond so many of one account, the oldest go. */
    UUID add(UnderWay underWay, Seen seen) {
        var id = Uuids.timeOrdered();
        jdbc.sql("""
                insert into screenshots (id, workspace_id, account_id, action_id, correlation_id, call, refusal, path, picture, source)
                values (:id, current_workspace(), :account, :action, :correlation, :call, :refusal, :path, :picture, :source)
                """)
                .param("id", id)
                .param("account", underWay.account().value())
                .param("action", underWay.action())
                .param("correlation", Correlation.current())
                .param("call", seen.call())
                .param("refusal", seen.refusal())
                .param("path", seen.path())
                .param("picture", seen.picture().length > LARGEST_PICTURE ? new byte[0] : seen.picture())
                .param("source", seen.source().replace("\0", ""))
                .update();
        jdbc.sql("""
                delete from screenshots
                where account_id = :account and id <= (
                    select id from screenshots where account_id = :account order by id desc offset :most limit 1)
                """)
                .param("account", underWay.account().value())
                .param("most", MOST_OF_ACCOUNT)
                .update();
        return id;
    }

    public void forget(Collection<UUID> actions) {
        jdbc.sql("delete from screenshots where action_id = any(:actions)")
                .param("actions", actions.toArray(UUID[]::new))
                .update();
    }

    /** Where somebody is named. */
    public void forgetAbout(String username) {
        jdbc.sql("""
                delete from screenshots
                where workspace_id = current_workspace() and (strpos(path, :username) > 0 or strpos(source, :username) > 0)
                """).param("username", username).update();
    }

    @Override
    public Kept what() {
        return Kept.SCREENSHOTS;
    }

    @Override
    public int forget(Instant before, int most) {
        return jdbc.sql("""
                delete from screenshots
                where id in (
                    select id from screenshots
                    where workspace_id = current_workspace() and taken_at < :before
                    order by taken_at
                    limit :most)
                """)
                .param("before", Columns.of(before))
                .param("most", most)
                .update();
    }

    private static Screenshot screenshot(ResultSet row, int number) throws SQLException {
        return new Screenshot(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getObject("action_id", UUID.class),
                row.getString("correlation_id"),
                row.getString("call"),
                row.getString("refusal"),
                row.getString("path"),
                row.getInt("bytes"),
                Columns.instant(row, "taken_at"));
    }
}
