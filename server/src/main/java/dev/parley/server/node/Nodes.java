package dev.parley.server.node;

import dev.parley.server.tenancy.Columns;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The servers on this database, by the database's clock. */
@Repository
public class Nodes {

    private static final Duration SILENT = Duration.ofSeconds(10);
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private final JdbcClient jdbc;

    Nodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that run, and those that were heard of in the last hour; the oldest first. */
    public List<Node> list() {
        return jdbc.sql("""
                select id, name, host, version, schema_version, started_at, heartbeat as heartbeat_at,
                    case when heartbeat < now() - make_interval(secs => :silent) then 'SILENT'
                        when draining then 'DRAINING' else 'RUNNING' end as state,
                    processors, cpu, heap, most_heap, resident, browsers, browser_memory, calls, lacks
                from nodes order by started_at, id
                """)
                .param("silent", SILENT.toSeconds())
                .query((row, n) -> new Node(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("host"),
                        row.getString("version"),
                        row.getInt("schema_version"),
                        Columns.instant(row, "started_at"),
                        Columns.instant(row, "heartbeat_at"),
                        Node.State.valueOf(row.getString("state")),
                        row.getInt("processors"),
                        row.getDouble("cpu"),
                        row.getLong("heap"),
                        row.getLong("most_heap"),
                        row.getObject("resident", Long.class),
                        row.getInt("browsers"),
                        row.getObject("browser_memory", Long.class),
                        calls(row.getString("calls")),
                        List.of((String[]) row.getArray("lacks").getArray())))
                .list();
    }

    /** Whether there is another server that takes on work. */
    public boolean othersRun(ThisNode node) {
        return others(node).findAny().isPresent();
    }

    /** Whether there is another server that takes on work, and has what this driver needs. */
    public boolean othersCanUse(String driver, ThisNode node) {
        return others(node).anyMatch(other -> !other.lacks().contains(driver));
    }

    private Stream<Node> others(ThisNode node) {
        return list().stream()
                .filter(other ->
                        other.state() == Node.State.RUNNING && !other.id().equals(node.id()));
    }

    /** The names of the servers that run and seal with another key than this one. */
    public List<String> sealingWithOtherThan(long key) {
        return jdbc.sql("""
                select distinct name from nodes
                where sealing_key <> :key and heartbeat >= now() - make_interval(secs => :silent) order by name
                """)
                .param("key", key)
                .param("silent", SILENT.toSeconds())
                .query((row, n) -> String.valueOf(row.getString(1)))
                .list();
    }

    /** Renews this server's row, and deletes those of servers that have long been dead. */
    void beat(ThisNode node, boolean draining, Use use) {
        jdbc.sql("""
                with forgotten as (delete from nodes where heartbeat < now() - make_interval(secs => :forgotten))
                insert into nodes (id, name, host, version, schema_version, sealing_key, draining, processors, cpu,
                    heap, most_heap, resident, browsers, browser_memory, calls, lacks)
                values (:id, :name, :host, :version, :schema, :key, :draining, :processors, :cpu,
                    :heap, :mostHeap, :resident, :browsers, :browserMemory, :calls::jsonb, :lacks)
                on conflict (id) do update set heartbeat = now(), draining = excluded.draining, cpu = excluded.cpu,
                    heap = excluded.heap, most_heap = excluded.most_heap, resident = excluded.resident,
                    browsers = excluded.browsers, browser_memory = excluded.browser_memory, calls = excluded.calls
                """)
                .param("forgotten", FORGOTTEN.toSeconds())
                .param("id", node.id())
                .param("name", node.name())
                .param("host", node.host())
                .param("version", node.version())
                .param("schema", node.schemaVersion())
                .param("key", node.sealingKey())
                .param("draining", draining)
                .param("processors", use.processors())
                .param("cpu", use.cpu())
                .param("heap", use.heap())
                .param("mostHeap", use.mostHeap())
                .param("resident", use.resident())
                .param("browsers", use.browsers())
                .param("browserMemory", use.browserMemory())
                .param("lacks", node.lacks().toArray(String[]::new))
                .param("calls", JsonMapper.shared().writeValueAsString(use.calls()))
                .update();
    }

    private static Map<String, Integer> calls(@Nullable String json) {
        return JsonMapper.shared().readValue(String.valueOf(json), new TypeReference<>() {});
    }

    void leave(ThisNode node) {
        jdbc.sql("delete from nodes where id = :id").param("id", node.id()).update();
    }
}
