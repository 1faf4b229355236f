package dev.parley.bench.messages;

import dev.parley.bench.BenchInstance;
import dev.parley.bench.JsonCalls;
import dev.parley.bench.Report;
import java.nio.charset.StandardCharsets;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The first page of an inbox with very many conversations, as JSON and as a page. */
final class InboxPage {

    private static final int CONVERSATIONS = 10_000;
    private static final int MESSAGES = 20;
    private static final int WARMING = 200;
    private static final int TIMES = 300;

    private final JsonCalls parley;
    private final JdbcClient owner;

    InboxPage(BenchInstance instance, JsonCalls parley) {
        this.parley = parley;
        this.owner = instance.superuser();
    }

    void report() {
        fill();
        Report.title("The inbox with %,d conversations of %d messages each; %d requests one after the other"
                .formatted(CONVERSATIONS, MESSAGES, TIMES));
        var one = owner.sql("select id::text from conversations order by last_at desc limit 1")
                .query(String.class)
                .single();
        print("the page", "/inbox");
        print("the page, unread", "/inbox?show=unread");
        print("the page of a conversation", "/inbox/" + one);
        print("as JSON", "/api/conversations");
        print("as JSON, by a word", "/api/conversations?q=about+17");
        print("a conversation's messages", "/api/conversations/" + one + "/messages");
    }

    private void print(String what, String address) {
        var latency = Latency.of(WARMING, TIMES, n -> parley.get(address));
        Report.line(
                "%-28s p50 %5.1f ms, p99 %5.1f ms; %,d bytes",
                what, latency.p50(), latency.p99(), parley.get(address).getBytes(StandardCharsets.UTF_8).length);
    }

    private void fill() {
        owner.sql("delete from conversations").update();
        owner.sql("""
                insert into conversations (id, workspace_id, account_id, account_name, thread_id, person_id, person_name, people, unread,
                    last_at, last_text)
                select gen_random_uuid(), workspace_id, account.id, username, n, n, 'person' || n, array['person' || n], n % 10 = 0,
                       now() - make_interval(mins => n), 'Hello, about ' || n
                from generate_series(1, :count) n,
                     (select * from instagram_accounts order by created_at limit 1) account
                """).param("count", CONVERSATIONS).update();
        owner.sql("""
                insert into conversation_messages (id, workspace_id, account_id, conversation_id, instagram_id, own, sender_id, at, kind,
                    content)
                select gen_random_uuid(), workspace_id, account_id, id, n, n % 2 = 0, person_id, last_at - make_interval(secs => n), 'text',
                       'Hello, about ' || n
                from conversations, generate_series(0, :each - 1) n
                """).param("each", MESSAGES).update();
        owner.sql("vacuum analyze conversations, conversation_messages").update();
    }
}
