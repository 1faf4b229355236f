package dev.parley.server.bot;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Execution;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Picks what has been due for longest, but of no workspace more than it may have places: then those behind it are picked, which are
 * found by passing over its own. Tasks that this node does not know, and bots for which it lacks something, are left to other nodes.
 */
class FairPick extends PostgreSqlJdbcCustomization {

    private static final String PICK = """
            with due as (
                select ctid as row, execution_time, case when task_name = 'bot' then task_data end as workspace
                from scheduled_tasks
                where picked = false and execution_time <= ? and task_name = any(?)
                    and (task_name <> 'bot' or task_data <> all(?) and task_instance <> all(?))
                order by execution_time limit ?
            ), placed as (
                select row, execution_time, workspace, coalesce(places, 0)
                    + row_number() over (partition by workspace order by execution_time) as place
                from due left join unnest(?, ?) as taken(of, places) on of = workspace
            ), chosen as (
                select task.ctid as row
                from placed join scheduled_tasks task on task.ctid = placed.row
                where task.picked = false and (workspace is null or place <= ?)
                order by placed.execution_time limit ? for update of task skip locked
            )
            update scheduled_tasks task
            set picked = true, picked_by = ?, last_heartbeat = ?, version = version + 1
            from chosen where task.ctid = chosen.row
            returning task.*
            """;

    /** How many are looked at for each that may be picked: some have no place, and other nodes pick at the same time. */
    private static final int LOOKED_AT = 4;

    /** Passing over thousands in vain takes no more than a fifth of a thread's time. */
    private static final int REST_AFTER_IN_VAIN = 4;

    private final Places places;
    private final Elsewhere elsewhere;
    private final WakeUp wakeUp;
    private final String[] known;
    private long passOverAgainAt = System.nanoTime();

    FairPick(Places places, Elsewhere elsewhere, WakeUp wakeUp, Collection<String> known) {
        super(false, false);
        this.places = places;
        this.elsewhere = elsewhere;
        this.wakeUp = wakeUp;
        this.known = known.toArray(String[]::new);
    }

    @Override
    public List<Execution> lockAndFetchSingleStatement(
            JdbcTaskRepositoryContext context, Instant now, int limit, boolean orderByPriority) {
        var anybodys = Math.min(limit, places.freeForAnybody());
        var picked = new ArrayList<Execution>(limit);
        if (anybodys > 0) {
            picked.addAll(pick(context, new Wish(now, anybodys, anybodys, List.of())));
        }
        if (picked.size() == anybodys && anybodys < limit) {
            picked.addAll(passOver(context, now, limit - anybodys));
            wakeUp.whileBusy();
        }
        return picked;
    }

    private List<Execution> passOver(JdbcTaskRepositoryContext context, Instant now, int limit) {
        var began = System.nanoTime();
        if (began - passOverAgainAt < 0) {
            return List.of();
        }
        var found = pick(context, new Wish(now, limit, limit * LOOKED_AT, places.full(places.taken())));
        if (found.isEmpty()) {
            var ended = System.nanoTime();
            passOverAgainAt = ended + REST_AFTER_IN_VAIN * (ended - began);
        }
        return found;
    }

    private List<Execution> pick(JdbcTaskRepositoryContext context, Wish wish) {
        var picked = context.jdbcRunner.query(
                PICK, statement -> ask(statement, context, wish, places.taken()), context.resultSetMapper.get());
        places.take(picked.stream()
                .filter(execution -> execution.taskInstance.getTaskName().equals(Schedule.TASK))
                .map(bot -> String.valueOf(bot.taskInstance.getData()))
                .toList());
        return picked;
    }

    private void ask(
            PreparedStatement statement, JdbcTaskRepositoryContext context, Wish wish, Map<String, Integer> taken)
            throws SQLException {
        var connection = statement.getConnection();
        var workspaces = List.copyOf(taken.keySet());
        var n = 0;
        setInstant(statement, ++n, wish.now);
        statement.setArray(++n, connection.createArrayOf("text", known));
        statement.setArray(++n, data(statement, wish.passedOver));
        statement.setArray(
                ++n, connection.createArrayOf("text", elsewhere.left().toArray()));
        statement.setInt(++n, wish.looked);
        statement.setArray(++n, data(statement, workspaces));
        statement.setArray(
                ++n,
                connection.createArrayOf(
                        "int4", workspaces.stream().map(taken::get).toArray()));
        statement.setInt(++n, places.most());
        statement.setInt(++n, wish.limit);
        statement.setString(++n, context.schedulerName.getName());
        setInstant(statement, ++n, wish.now);
    }

    private static Array data(PreparedStatement statement, List<String> workspaces) throws SQLException {
        var data = workspaces.stream().map(id -> id.getBytes(UTF_8)).toArray(byte[][]::new);
        return statement.getConnection().createArrayOf("bytea", data);
    }

    private record Wish(Instant now, int limit, int looked, List<String> passedOver) {}
}
