package dev.parley.bench.messages;

import dev.parley.bench.BenchInstance;
import dev.parley.bench.JsonCalls;
import dev.parley.bench.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The history of a workspace with few and with very many messages: a page of it by each filter. */
final class History {

    private static final int FEW = 10_000;
    private static final int MANY = Integer.getInteger("messages", 5_000_000);
    private static final int CHUNK = 500_000;
    private static final int WARMING = 1_000;
    private static final int TIMES = 500;
    private static final int DAYS = 400;
    private static final double MOST_MILLIS = 20;
    private static final double MOST_RATIO = 2;

    private final JsonCalls parley;
    private final JdbcClient owner;
    private String account = "";

    History(BenchInstance instance, JsonCalls parley) {
        this.parley = parley;
        this.owner = instance.superuser();
    }

    void report() {
        account = owner.sql("select username from instagram_accounts order by created_at limit 1")
                .query(String.class)
                .single();
        owner.sql("delete from messages").update();
        grow(0, FEW);
        owner.sql("vacuum analyze messages").update();
        var few = measure();
        var indexes = dropIndexes();
        for (int n = FEW; n < MANY; n += CHUNK) {
            grow(n, Math.min(n + CHUNK, MANY));
        }
        indexes.forEach(index -> owner.sql(index).update());
        owner.sql("vacuum analyze messages").update();
        var many = measure();
        Report.title(
                "A page of 50 of the history, with %,d and with %,d messages; %d requests each, one after the other"
                        .formatted(FEW, MANY, TIMES));
        few.forEach((filter, before) -> print(filter, before, Objects.requireNonNull(many.get(filter))));
    }

    private static void print(String filter, Latency few, Latency many) {
        var ratio = many.p99() / few.p99();
        Report.line(
                "%-28s p50 %5.1f and %5.1f ms, p99 %5.1f and %5.1f ms; ratio %.2f (aim: at most %.0f, and %.0f ms: %s)",
                filter,
                few.p50(),
                many.p50(),
                few.p99(),
                many.p99(),
                ratio,
                MOST_RATIO,
                MOST_MILLIS,
                ratio <= MOST_RATIO && many.p99() <= MOST_MILLIS ? "met" : "missed");
    }

    /** Put there straight away, spread over more than a year: one in a hundred failed, to one of a thousand people. */
    private void grow(int from, int to) {
        owner.sql("""
                insert into messages (id, workspace_id, account_id, account_name, user_id, driver, recipient, content, lane, status,
                    error_code, error_detail, token, correlation_id, created_at, sent_at, ended_at)
                select uuidv7(age), account.workspace_id, account.id, account.username, account.workspace_id, 'mobile',
                       'person' || n::bigint * 7919 % 1000, 'Hello number ' || n || ', about your post of ' || n % 365, 1,
                       case when n % 100 = 0 then 'failed' else 'sent' end,
                       case when n % 100 = 0 then 'E-DM-W-0001' end, case when n % 100 = 0 then 'It failed.' end,
                       (1000000000000000000 + n)::text, 'bench', now() + age, case when n % 100 > 0 then now() + age end, now() + age
                from generate_series(:from, :to - 1) n,
                     lateral (select - make_interval(secs => :days * 86400.0 * (:all - n) / :all) as age) spread,
                     (select * from instagram_accounts where username = :account) account
                """)
                .param("from", from)
                .param("to", to)
                .param("days", DAYS)
                .param("all", MANY)
                .param("account", account)
                .update();
    }

    /** How to make them again. */
    private List<String> dropIndexes() {
        var made = owner.sql("""
                select indexdef from pg_indexes
                where tablename = 'messages' and indexname not in (select conname from pg_constraint)
                """).query((row, n) -> row.getString(1)).list();
        owner.sql("""
                select 'drop index ' || indexname from pg_indexes
                where tablename = 'messages' and indexname not in (select conname from pg_constraint)
                """)
                .query(String.class)
                .list()
                .forEach(drop -> owner.sql(drop).update());
        return made;
    }

    private Map<String, Latency> measure() {
        var measured = new LinkedHashMap<String, Latency>();
        addresses()
                .forEach((filter, address) ->
                        measured.put(filter, Latency.of(WARMING, TIMES, n -> parley.get(address.formatted(n % 1000)))));
        measured.put("page after page", pageAfterPage());
        return measured;
    }

    private Map<String, String> addresses() {
        var addresses = new LinkedHashMap<String, String>();
        addresses.put("the newest", "/api/messages");
        addresses.put("of one account", "/api/messages/history/" + account);
        addresses.put("failed", "/api/messages?status=failed");
        addresses.put("to one person", "/api/messages?recipient=person%d");
        addresses.put("to one person, failed", "/api/messages?recipient=person%d&status=failed");
        addresses.put("of a day", "/api/messages?from=" + day(3) + "&to=" + day(2));
        addresses.put("by a word", "/api/messages?q=number");
        addresses.put("by a word and a number", "/api/messages?q=hello+%d");
        return addresses;
    }

    private String day(int ago) {
        return owner.sql(
                        "select to_char(now() at time zone 'UTC' - make_interval(days => :ago), 'YYYY-MM-DD\"T\"00:00:00\"Z\"')")
                .param("ago", ago)
                .query(String.class)
                .single();
    }

    private Latency pageAfterPage() {
        var cursor = new String[] {""};
        return Latency.of(WARMING / 2, TIMES, n -> {
            var next = JsonMapper.shared()
                    .readTree(parley.get("/api/messages" + cursor[0]))
                    .path("next_cursor");
            cursor[0] = next.isNull() ? "" : "?cursor=" + next.asString();
        });
    }
}
