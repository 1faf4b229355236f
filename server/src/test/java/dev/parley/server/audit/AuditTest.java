package dev.parley.server.audit;

import static dev.parley.server.testing.TestingApi.json;
import static dev.parley.server.testing.TestingParley.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.testing.TestingAccounts;
import dev.parley.server.testing.TestingApi;
import dev.parley.server.testing.TestingParley;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.JsonNode;

class AuditTest {

    @RegisterExtension
    static final TestingParley parley = TestingParley.start();

    private static int count;

    private final String name = "alma" + ++count;
    private final TestingApi alma = parley.person(name);

    @AfterEach
    void today() {
        parley.clock().reset();
    }

    @Test
    void sign_ins_and_refused_ones_are_told_with_where_they_came_from() {
        var answer = parley.api()
                .with("X-Correlation-Id", "sign-in-" + count)
                .post("/api/auth/login", json("{'username': '%s', 'password': 'wrong'}".formatted(name)));
        assertThat(answer.status()).isEqualTo(401);
        parley.api().post("/api/auth/login", json("{'username': 'my secret pass', 'password': 'wrong'}"));
        var lines = instance("action=sign-in&limit=3");
        assertThat(lines.get(0).path("user_name").isNull()).isTrue();
        assertThat(lines.get(0).path("error_code").asString()).isEqualTo("E-AUTH-E-0001");
        assertThat(lines.get(1).path("user_name").asString()).isEqualTo(name);
        assertThat(lines.get(1).path("error_code").asString()).isEqualTo("E-AUTH-E-0001");
        assertThat(lines.get(1).path("address").asString()).isEqualTo("127.0.0.1");
        assertThat(lines.get(1).path("correlation_id").asString()).isEqualTo("sign-in-" + count);
        assertThat(lines.get(2).path("user_name").asString()).isEqualTo(name);
        assertThat(lines.get(2).path("error_code").isNull()).isTrue();
        assertThat(lines.toString()).doesNotContain("my secret pass", "wrong");
        assertThat(instance("action=sign-in&refused=true&q=" + name)).hasSize(1);
    }

    @Test
    void what_administrators_do_to_people_is_told_with_before_and_after() {
        var id = alma.get("/api/me").field("id");
        var admin = parley.admin();
        admin.patch("/api/users/" + id, json("{'role': 'admin'}"));
        var reset = admin.post("/api/users/" + id + "/reset-password", "{}").field("temporary_password");
        admin.delete("/api/users/" + id);
        var lines = instance("q=" + name);
        assertThat(lines.stream().map(line -> line.path("action").asString()).toList())
                .containsSubsequence("remove-person", "reset-password", "change-person", "add-person");
        var changed = one(lines, "change-person");
        assertThat(changed.path("user_name").asString()).isEqualTo("admin");
        assertThat(changed.path("subject_id").asString()).isEqualTo(id);
        assertThat(changed.at("/before/role").asString()).isEqualTo("user");
        assertThat(changed.at("/after/role").asString()).isEqualTo("admin");
        assertThat(lines.toString()).doesNotContain(reset, PASSWORD);
    }

    @Test
    void changed_limits_are_told() {
        var id = alma.get("/api/me").field("id");
        parley.admin()
                .put(
                        "/api/admin/limits/" + id,
                        json("{'limits': [{'action': 'follow', 'per_hour': 3, 'per_day': 7}]}"));
        var line = instance("action=change-limits").getFirst();
        assertThat(line.path("subject_id").asString()).isEqualTo(id);
        assertThat(line.path("after").toString()).contains("\"per_day\":7");
        assertThat(line.path("before").toString()).doesNotContain("\"per_day\":7");
    }

    @Test
    void owners_read_what_happened_to_their_workspace_and_nobody_else_does() {
        var shared = share("Studio");
        var tomas = parley.person("tomas" + count);
        var token = alma.post("/api/workspaces/" + shared + "/invitations", json("{'role': 'manager'}"))
                .field("token");
        tomas.post("/api/invitations/accept", json("{'token': '%s'}".formatted(token)));
        var user = tomas.get("/api/me").field("id");
        alma.patch("/api/workspaces/" + shared + "/members/" + user, json("{'role': 'viewer'}"));
        var there = alma.with("X-Workspace", shared);
        var list = there.get("/api/audit");
        assertThat(list.text()).doesNotContain(token, "sign-in");
        assertThat(actions(list.body())).containsExactly("change-role", "join-workspace", "invite", "create-workspace");
        assertThat(list.body().at("/items/0/before").asString()).isEqualTo("manager");
        assertThat(list.body().at("/items/0/after").asString()).isEqualTo("viewer");
        assertThat(tomas.with("X-Workspace", shared).get("/api/audit").error()).isEqualTo("FORBIDDEN");
        assertThat(parley.admin().with("X-Workspace", shared).get("/api/audit").error())
                .isEqualTo("WORKSPACE_NOT_FOUND");
        assertThat(parley.admin().get("/api/admin/audit?limit=200").text()).doesNotContain(shared, "join-workspace");
        assertThat(actions(tomas.get("/api/audit").body())).isEmpty();
    }

    @Test
    void what_was_refused_half_way_leaves_no_line() {
        var shared = share("Studio");
        assertThat(alma.delete("/api/workspaces/" + shared + "/membership").status())
                .isEqualTo(409);
        assertThat(actions(alma.with("X-Workspace", shared).get("/api/audit").body()))
                .containsExactly("create-workspace");
    }

    @Test
    void a_removed_account_is_told() {
        var workspace = alma.get("/api/workspaces").body().at("/items/0/id").asString();
        var owner = new Caller(UserId.of(alma.get("/api/me").field("id")), name, false, WorkspaceId.of(workspace));
        var account = TestingAccounts.add(parley.database(), owner, name + ".plain");
        assertThat(alma.delete("/api/accounts/" + account).status()).isEqualTo(204);
        var line = alma.get("/api/audit?action=remove-account").body().at("/items/0");
        assertThat(line.path("subject").asString()).isEqualTo(name + ".plain");
        assertThat(line.path("subject_id").asString()).isEqualTo(account.toString());
    }

    @Test
    void the_application_can_only_add_to_it() {
        var workspace = WorkspaceId.of(share("Studio"));
        var tenancy = parley.database().tenancy();
        for (var statement : List.of(
                "update audit_trail set action = 'other'",
                "delete from audit_trail",
                "truncate audit_trail",
                "drop table audit_trail")) {
            assertThatThrownBy(() -> tenancy.run(
                            workspace,
                            () -> parley.database().client().sql(statement).update()))
                    .as(statement)
                    .isInstanceOf(DataAccessException.class);
        }
        assertThat(tenancy.in(workspace, AuditTest::workspaces)).containsOnly(workspace.toString());
        assertThat(tenancy.unbound(AuditTest::workspaces)).containsOnly("null");
    }

    private static Set<String> workspaces() {
        return new TreeSet<>(parley.database()
                .client()
                .sql("select workspace_id from audit_trail")
                .query((row, n) -> String.valueOf(row.getObject(1)))
                .list());
    }

    @Test
    void a_list_goes_on_where_it_was_left_whatever_is_added_meanwhile() {
        var shared = share("One");
        var there = alma.with("X-Workspace", shared);
        for (var other : List.of("Two", "Three", "Four", "Five")) {
            rename(shared, other);
        }
        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = there.get("/api/audit?limit=2" + cursor).body();
            page.path("items").forEach(line -> seen.add(line.path("after").asString()));
            rename(shared, "Meanwhile");
            cursor = page.path("next_cursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("next_cursor").asString();
        } while (!cursor.isEmpty());
        assertThat(seen).containsExactly("Five", "Four", "Three", "Two", "One");
        assertThat(there.get("/api/audit?cursor=nonsense").error()).isEqualTo("VALIDATION_FAILED");
    }

    @Test
    void names_are_shown_and_never_run() {
        var shared = share("=HYPERLINK(1)");
        rename(shared, "<script>alert(1)</script>");
        var csv = alma.with("X-Workspace", shared).with("Accept", "text/csv").get("/api/audit");
        assertThat(csv.header("Content-Disposition")).contains("audit.csv");
        assertThat(csv.text()).contains("'=HYPERLINK(1)").doesNotContain(",=HYPERLINK");
        var visitor = parley.visitor(name);
        visitor.get("/");
        visitor.submit("/workspaces/in-use", "workspace", shared);
        var page = visitor.get("/audit");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("&lt;script").doesNotContain("<script>alert");
        assertThat(visitor.get("/audit?action=rename-workspace").words()).contains("Rename workspace");
        assertThat(visitor.get("/audit?from=nonsense").status()).isEqualTo(400);
        assertThat(visitor.get("/audit/csv").text()).contains("'=HYPERLINK(1)");
        assertThat(visitor.get("/admin/audit").status()).isEqualTo(403);
    }

    @Test
    void what_opens_and_ends_access_is_told_and_never_what_opens_it() {
        var made = alma.post("/api/me/tokens", json("{'name': 'Reports', 'rights': ['READ', 'RUN']}"));
        alma.delete("/api/me/tokens/" + made.field("id"));
        alma.post("/api/me/proof", json("{'password': 'a guess of somebody'}"));
        alma.post("/api/me/proof", json("{'password': '%s'}".formatted(PASSWORD)));
        alma.put(
                "/api/me/email",
                json("{'email': '%s@other.example', 'current_password': '%s'}".formatted(name, PASSWORD)));
        var visitor = parley.visitor(name);
        visitor.get("/profile/access");
        visitor.submit("/profile/access/sign-out-elsewhere");
        visitor.submit("/logout");
        var lines = instance("q=" + name);
        assertThat(lines.stream().map(AuditTest::told))
                .containsSubsequence(
                        "sign-out",
                        "sign-out-elsewhere",
                        "change-email",
                        "prove-identity",
                        "prove-identity E-AUTH-E-0001",
                        "revoke-token Reports",
                        "make-token Reports");
        var token = one(lines, "make-token");
        assertThat(token.at("/after/rights").toString()).isEqualTo("[\"READ\",\"RUN\"]");
        assertThat(one(lines, "change-email").path("before").asString()).isEqualTo(name + "@example.org");
        assertThat(lines.toString()).doesNotContain(made.field("token"), PASSWORD, "a guess");
    }

    private static String told(JsonNode line) {
        return Stream.of("action", "subject", "error_code")
                .map(line::path)
                .filter(field -> !field.isNull())
                .map(JsonNode::asString)
                .collect(Collectors.joining(" "));
    }

    private static JsonNode one(List<JsonNode> lines, String action) {
        return lines.stream()
                .filter(line -> line.path("action").asString().equals(action))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_call_that_is_refused_is_told_to_whom_it_concerns_and_names_nobody() {
        var shared = share("Studio");
        var tomas = parley.person("tomas" + count);
        var token = alma.post("/api/workspaces/" + shared + "/invitations", json("{'role': 'viewer'}"))
                .field("token");
        tomas.post("/api/invitations/accept", json("{'token': '%s'}".formatted(token)));
        var there = tomas.with("X-Workspace", shared);
        assertThat(there.put("/api/contacts/protected/mother", "{}").error()).isEqualTo("FORBIDDEN");
        assertThat(tomas.get("/api/users").error()).isEqualTo("FORBIDDEN");
        var foreign = alma.get("/api/workspaces").body().at("/items/0/id").asString();
        assertThat(tomas.get("/api/workspaces/" + foreign).error()).isEqualTo("WORKSPACE_NOT_FOUND");
        var owners = alma.with("X-Workspace", shared)
                .get("/api/audit?action=call")
                .body()
                .path("items");
        assertThat(owners).hasSize(1);
        assertThat(told(owners.get(0))).isEqualTo("call PUT /api/contacts/protected/{username} E-AUTH-E-0005");
        assertThat(owners.get(0).path("user_name").asString()).isEqualTo("tomas" + count);
        var instance = instance("action=call&q=tomas" + count);
        assertThat(instance.stream().map(AuditTest::told))
                .containsExactly(
                        "call GET /api/workspaces/{workspace} E-USR-E-0005", "call GET /api/users E-AUTH-E-0005");
        assertThat(instance.toString() + owners).doesNotContain("mother", foreign);
    }

    @Test
    void a_flood_of_refusals_is_counted_and_does_not_fill_the_trail() {
        parley.clock().set(Instant.now());
        for (var i = 0; i < Recurrences.OF_ONE_PERSON + 5; i++) {
            assertThat(alma.get("/api/users").error()).isEqualTo("FORBIDDEN");
        }
        assertThat(instance("action=call&q=" + name)).hasSize(Recurrences.OF_ONE_PERSON);
        parley.clock().advance(Duration.ofSeconds(61));
        alma.get("/api/users");
        var lines = instance("action=call&q=" + name);
        assertThat(lines).hasSize(Recurrences.OF_ONE_PERSON + 1);
        assertThat(lines.getFirst().at("/after/left_out").asInt()).isEqualTo(5);
    }

    private String share(String workspace) {
        return alma.post("/api/workspaces", json("{'name': '%s'}".formatted(workspace)))
                .field("id");
    }

    private void rename(String workspace, String wanted) {
        alma.patch("/api/workspaces/" + workspace, json("{'name': '%s'}".formatted(wanted)));
    }

    private static List<JsonNode> instance(String query) {
        return parley.admin()
                .get("/api/admin/audit?" + query)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private static List<String> actions(JsonNode list) {
        return list.path("items")
                .valueStream()
                .map(line -> line.path("action").asString())
                .toList();
    }
}
