package dev.parley.server.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.testing.TestingAccounts;
import dev.parley.server.testing.TestingApi;
import dev.parley.server.testing.TestingParley;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class ActivityApiTest {

    @RegisterExtension
    static final TestingParley parley = TestingParley.start(Map.of(), context -> context.registerBean(BrokenApi.class));

    private static final DateTimeFormatter THIS_MONTH = DateTimeFormatter.ofPattern("yyyy_MM", Locale.ROOT);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** A route with a mistake in it. */
    @RestController
    @Needs(Right.READ)
    static class BrokenApi {
        @GetMapping("/api/bot/broken")
        String broken() {
            throw new IllegalStateException("canary of the inside");
        }
    }

    @Test
    void signing_in_is_the_first_thing_written_down_newest_first() {
        var alma = parley.person("alma");
        var refused = parley.api().post("/api/auth/login", "{\"username\": \"alma\", \"password\": \"wrong\"}");
        assertThat(refused.status()).isEqualTo(401);
        var list = alma.get("/api/activity");
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.body().at("/items/0/action").asString()).isEqualTo("sign-in");
        assertThat(list.body().at("/items/0/status").asString()).isEqualTo("failed");
        assertThat(list.body().at("/items/0/error_code").asString()).isEqualTo("E-AUTH-E-0001");
        assertThat(list.body().at("/items/0/user_name").asString()).isEqualTo("alma");
        assertThat(list.text()).doesNotContain("wrong\"");
    }

    @Test
    void one_workspace_sees_nothing_of_another() {
        var bela = parley.person("bela");
        var cora = parley.person("cora");
        write(bela, "follow", "belas.friend");
        assertThat(bela.get("/api/activity").text()).contains("belas.friend");
        assertThat(cora.get("/api/activity").text()).doesNotContain("belas.friend", "bela");
        var foreign = cora.with("X-Workspace", workspace(bela).toString()).get("/api/activity");
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.error()).isEqualTo("WORKSPACE_NOT_FOUND");
        assertThat(cora.with("X-Workspace", "no id").get("/api/activity").status())
                .isEqualTo(404);
        assertThat(bela.with("X-Workspace", workspace(bela).toString())
                        .get("/api/activity")
                        .status())
                .isEqualTo(200);
        var belasActivity = "/api/users/" + bela.get("/api/me").field("id") + "/activity";
        assertThat(bela.get(belasActivity).text()).contains("sign-in");
        assertThat(cora.get(belasActivity).error()).isEqualTo("USER_NOT_FOUND");
        assertThat(parley.admin().get(belasActivity).text())
                .contains("sign-in")
                .doesNotContain("belas.friend", "bela\"");
    }

    @Test
    void lists_page_by_page_and_by_every_filter() {
        var dora = parley.person("dora");
        for (var n = 0; n < 5; n++) {
            write(dora, "follow", "friend." + n);
        }
        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = dora.get("/api/activity?action=follow&limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.body()
                    .path("items")
                    .forEach(item -> seen.add(item.path("subject").asString()));
            cursor = page.body().path("next_cursor").asString("");
        } while (!cursor.isEmpty());
        assertThat(seen).containsExactly("friend.4", "friend.3", "friend.2", "friend.1", "friend.0");
        assertThat(subjects(dora.get("/api/activity?q=FRIEND.3"))).containsExactly("friend.3");
        assertThat(subjects(dora.get("/api/activity?error_code=E-FLW-I-0003&limit=1")))
                .containsExactly("friend.4");
        assertThat(subjects(dora.get("/api/activity?status=failed"))).isEmpty();
        assertThat(subjects(dora.get("/api/activity?from=2100-01-01T00:00:00Z")))
                .isEmpty();
        assertThat(subjects(dora.get("/api/activity?q=%25"))).isEmpty();
        assertThat(dora.get("/api/activity?from=yesterday").error()).isEqualTo("VALIDATION_FAILED");
        assertThat(dora.get("/api/activity?cursor=mine").error()).isEqualTo("VALIDATION_FAILED");
    }

    @Test
    void lists_what_one_job_did() {
        var jana = parley.person("jana");
        var job = UUID.randomUUID();
        write(jana, Activity.of("follow", Status.SUCCEEDED).about("of the job").with("job_id", job.toString()));
        write(jana, Activity.of("follow", Status.SUCCEEDED).about("of another").with("job_id", "another"));
        assertThat(subjects(jana.get("/api/activity?job=" + job))).containsExactly("of the job");
        assertThat(jana.get("/api/activity?job=mine").error()).isEqualTo("VALIDATION_FAILED");
    }

    @Test
    void an_index_finds_what_went_wrong_lately() {
        var karl = parley.person("karl");
        var owner = parley.database().owner();
        owner.sql("""
            insert into activity_logs (id, workspace_id, action, status, error_code)
            select gen_random_uuid(), :workspace, 'follow', 'succeeded',
                case when n % 100 = 0 then 'E-FLW-W-0002' end
            from generate_series(1, 5000) as n
            """).param("workspace", workspace(karl).value()).update();
        owner.sql("analyze activity_logs").update();

        var plan = parley.bean(Tenancy.class)
                .in(
                        workspace(karl),
                        () -> parley.bean(JdbcClient.class)
                                .sql("""
                                    explain select count(*) from activity_logs
                                    where error_code = :code and created_at >= now() - interval '30 days'
                                    """)
                                .param("code", "E-FLW-W-0002")
                                .query((row, n) -> String.valueOf(row.getString(1)))
                                .list());

        assertThat(String.join("\n", plan))
                .contains("workspace_id_error_code_created_at_idx")
                .doesNotContain("Seq Scan on activity_logs_" + THIS_MONTH.format(OffsetDateTime.now(ZoneOffset.UTC)));
    }

    @Test
    void exports_a_spreadsheet_that_runs_nothing() {
        var emma = parley.person("emma");
        write(emma, "follow", "=cmd|' /C calc'!A0");
        write(emma, "follow", "plain, \"quoted\"");
        var csv = emma.with("Accept", "text/csv").get("/api/activity?action=follow");
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.text().split("\r\n"))
                .hasSize(3)
                .satisfies(lines -> assertThat(lines[1]).contains(",\"plain, \"\"quoted\"\"\","))
                .satisfies(lines -> assertThat(lines[2]).contains(",'=cmd|"));
    }

    @Test
    void follows_what_happens_and_resumes_where_it_was() throws Exception {
        var fred = parley.person("fred");
        try (var live = live(fred, "")) {
            live.readLine();
            write(fred, "follow", "first");
            write(fred, "follow", "second");
            var first = event(live);
            assertThat(first).anyMatch(line -> line.contains("\"subject\":\"first\""));
            assertThat(event(live)).anyMatch(line -> line.contains("\"subject\":\"second\""));
            try (var resumed = live(fred, first.getFirst().substring("id: ".length()))) {
                resumed.readLine();
                assertThat(event(resumed)).anyMatch(line -> line.contains("\"subject\":\"second\""));
            }
        }
    }

    @Test
    void a_row_that_commits_late_is_not_lost_to_those_who_listen() throws Exception {
        var gina = parley.person("gina");
        try (var live = live(gina, "");
                var slow = parley.database().dataSource().getConnection()) {
            live.readLine();
            slow.setAutoCommit(false);
            slow.createStatement()
                    .execute("select set_config('parley.workspace', '" + workspace(gina) + "', true);"
                            + "insert into activity_logs (id, workspace_id, action, status, subject)"
                            + " values (gen_random_uuid(), current_workspace(), 'follow', 'succeeded', 'slow')");
            write(gina, "follow", "quick");
            slow.commit();
            assertThat(List.of(event(live), event(live)).toString())
                    .contains("\"subject\":\"slow\"", "\"subject\":\"quick\"");
        }
    }

    @Test
    void a_stream_ends_with_its_token() throws Exception {
        var hugo = parley.person("hugo");
        try (var live = live(hugo, "")) {
            live.readLine();
            hugo.post("/api/auth/logout");
            assertThat(live.lines().toList()).noneMatch(line -> line.startsWith("data:"));
        }
    }

    @Test
    void a_stream_tells_a_token_of_chosen_accounts_about_those_alone() throws Exception {
        var kira = parley.person("kira");
        var owner = new Caller(UserId.of(kira.get("/api/me").field("id")), "kira", false, workspace(kira));
        var chosen = TestingAccounts.add(parley.database(), owner, "kira.chosen");
        var other = TestingAccounts.add(parley.database(), owner, "kira.other");
        var order = "{\"name\": \"One\", \"accounts\": [\"%s\"]}".formatted(chosen);
        var program = parley.api().token(kira.post("/api/me/tokens", order).field("token"));
        try (var live = live(program, "");
                var all = live(kira, "")) {
            for (var account :
                    Map.of("of the other", other, "of the chosen", chosen).entrySet()) {
                write(
                        kira,
                        Activity.of("follow", Status.SUCCEEDED)
                                .on(account.getValue(), "kira")
                                .about(account.getKey()));
            }
            assertThat(List.of(event(all), event(all)).toString()).contains("of the other", "of the chosen");
            assertThat(event(live).toString()).contains("of the chosen");
            write(
                    kira,
                    Activity.of("follow", Status.SUCCEEDED).on(chosen, "kira").about("of the chosen, again"));
            assertThat(event(live).toString()).contains("of the chosen, again");
        }
        assertThat(program.get("/api/activity").text())
                .contains("of the chosen")
                .doesNotContain("of the other");
    }

    @Test
    void a_bug_is_written_down_with_its_place_and_told_to_nobody() {
        var ines = parley.person("ines");
        var answer = ines.with("X-Correlation-Id", "bug-1").get("/api/bot/broken");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.field("error_code")).isEqualTo("E-API-C-0001");
        assertThat(answer.text()).doesNotContain("canary", "IllegalState", "Broken");
        var written = parley.database().owner().sql("""
            select concat_ws(' ', file_path, line, metadata ->> 'error_code', metadata ->> 'stack_trace')
            from activity_logs where correlation_id = 'bug-1'
            """).query(String.class).single();
        assertThat(written)
                .matches("(?s)dev/parley/server/activity/ActivityApiTest.java \\d+ E-API-C-0001 java.lang.Ill.*")
                .doesNotContain("canary");
        assertThat(ines.get("/api/activity").text()).doesNotContain("bug-1");
    }

    @Test
    void the_catalogue_is_told_and_mirrored() {
        var known = parley.api().get("/api/errors/E-AUTH-E-0003");
        assertThat(known.field("error")).isEqualTo("SESSION_INVALID");
        assertThat(known.field("module")).isEqualTo("AUTH");
        assertThat(parley.api().get("/api/errors/none").status()).isEqualTo(404);
        assertThat(parley.api()
                        .get("/api/errors?q=hashtag")
                        .body()
                        .path("items")
                        .size())
                .isPositive();
        assertThat(parley.database()
                        .owner()
                        .sql("select count(*) from error_codes")
                        .query(Integer.class)
                        .single())
                .isEqualTo(ErrorCode.values().length);
    }

    @Test
    void the_database_may_go_away_and_come_back() {
        var jon = parley.person("jon");
        parley.database().cutOff();
        try {
            var away = jon.get("/api/activity");
            assertThat(away.status()).isEqualTo(503);
            assertThat(away.field("error_code")).isEqualTo("E-DB-C-0001");
        } finally {
            parley.database().letIn();
        }
        await().until(() -> jon.get("/api/activity").status() == 200);
    }

    @Test
    void a_database_without_room_is_called_so() {
        var pia = parley.person("pia");
        var owner = parley.database().owner();
        owner.sql("""
                create function no_room() returns trigger language plpgsql as $$ begin
                    raise exception 'could not extend file: No space left on device' using errcode = 'disk_full';
                end $$
                """).update();
        owner.sql("create trigger no_room before insert on activity_logs for each row execute function no_room()")
                .update();
        try {
            var refused = parley.api()
                    .post(
                            "/api/auth/login",
                            TestingApi.json("{'username': 'pia', 'password': '%s'}".formatted(TestingParley.PASSWORD)));
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.field("error_code")).isEqualTo("E-DB-C-0002");
            assertThat(pia.get("/api/activity").status()).as("reading goes on").isEqualTo(200);
        } finally {
            owner.sql("drop trigger no_room on activity_logs").update();
        }
    }

    @Test
    void a_database_that_goes_away_in_the_middle_of_a_request_is_no_mistake_of_ours() {
        var nele = parley.person("nele");
        var owner = parley.database().owner();
        Thread.startVirtualThread(() -> owner.sql("""
                do $$ begin
                    lock table activity_logs in access exclusive mode;
                    perform pg_sleep(600);
                end $$
                """).update());
        awaitLock(owner, true);
        var asked = CompletableFuture.supplyAsync(() -> nele.get("/api/activity"), Thread::startVirtualThread);
        awaitLock(owner, false);
        parley.database().cutOff();
        try {
            var away = asked.join();
            assertThat(away.status()).as(away.text()).isEqualTo(503);
            assertThat(away.field("error_code")).isEqualTo("E-DB-C-0001");
        } finally {
            parley.database().letIn();
        }
        await().until(() -> nele.get("/api/activity").status() == 200);
    }

    private static void awaitLock(JdbcClient owner, boolean granted) {
        await().until(() ->
                owner.sql("""
                        select exists (select from pg_locks
                        where database = (select oid from pg_database where datname = current_database())
                          and relation = 'activity_logs'::regclass and granted = :granted
                          and mode = case when granted then 'AccessExclusiveLock' else 'AccessShareLock' end)""").param("granted", granted).query(Boolean.class).single());
    }

    private static void write(TestingApi person, String action, String subject) {
        write(
                person,
                Activity.of(action, Status.SKIPPED)
                        .by(UserId.create(), "somebody")
                        .about(subject)
                        .refused(new BotException(ErrorCode.FOLLOW_ALREADY, "Followed already.")));
    }

    private static void write(TestingApi person, Activity.Builder activity) {
        var workspace = workspace(person);
        parley.bean(Tenancy.class)
                .run(
                        workspace,
                        () -> parley.bean(ActivityLog.class)
                                .record(activity.in(workspace).build()));
    }

    private static WorkspaceId workspace(TestingApi person) {
        return WorkspaceId.of(
                person.get("/api/workspaces").body().at("/items/0/id").asString());
    }

    private static List<String> subjects(TestingApi.Answer list) {
        assertThat(list.status()).as(list.text()).isEqualTo(200);
        return list.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("subject").asString())
                .toList();
    }

    private static BufferedReader live(TestingApi person, String lastEventId) throws Exception {
        var request = HttpRequest.newBuilder(parley.uri("/api/events")).header("Accept", "text/event-stream");
        person.headers().forEach(request::header);
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        var response = HTTP.send(request.build(), BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /** The lines of the next event. */
    private static List<String> event(BufferedReader live) throws IOException {
        var lines = new ArrayList<String>();
        for (var line = live.readLine(); line != null; line = live.readLine()) {
            if (line.startsWith("id: ") || !lines.isEmpty()) {
                lines.add(line);
            }
            if (line.startsWith("data: ")) {
                return lines;
            }
        }
        throw new IllegalStateException("The stream ended");
    }
}
