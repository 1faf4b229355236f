package dev.parley.server.workspace;

import static dev.parley.server.testing.TestingApi.json;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.testing.TestingAccounts;
import dev.parley.server.testing.TestingApi;
import dev.parley.server.testing.TestingApi.Answer;
import dev.parley.server.testing.TestingParley;
import dev.parley.server.testing.TestingVisitor;
import dev.parley.server.web.Right;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way into the running application, called by whoever must not get in, with the ids of what is there. */
class StrangersWalkTest {

    @RegisterExtension
    static final TestingParley parley = TestingParley.start(Map.of("parley.rate.signed-in", "1000000"));

    /** All that is open to strangers; whoever adds to this list has thought about it. */
    private static final Set<String> OPEN = Set.of(
            "GET /login",
            "POST /login",
            "GET /login/second-step",
            "POST /login/second-step",
            "POST /login/passkey",
            "POST /login/passkey/options",
            "GET /forgot-password",
            "POST /forgot-password",
            "GET /reset-password",
            "POST /reset-password",
            "GET /verify-email",
            "POST /verify-email",
            "POST /api/auth/login",
            "POST /api/auth/forgot-password",
            "POST /api/auth/reset-password",
            "POST /api/auth/verify-email",
            "POST /api/auth/password-strength",
            "POST /api/admin/initialize-password",
            "GET /api/webhooks/instagram",
            "POST /api/webhooks/instagram",
            "GET /api/errors",
            "GET /api/errors/{code}",
            "GET /errors",
            "GET /errors/{code}");

    /** Tells of what happens until the listener goes. */
    private static final Set<String> ENDLESS = Set.of("GET /api/events");

    private static final Set<String> NOT_OURS = Set.of("GET /api/openapi.json", "GET /api/openapi.json.yaml");

    /** What works while a password is due to be changed. */
    private static final Set<String> BEFORE_THE_CHANGE = Set.of(
            "GET /api/me",
            "POST /api/auth/logout",
            "PUT /api/users/{id}/change-password",
            "GET /profile/change-password",
            "POST /profile/change-password",
            "POST /logout");

    private static final Set<Integer> REFUSED = Set.of(401, 403, 404);

    /** What a sign-in or the passing of time writes. */
    private static final String RESTLESS = "spring_session|spring_session_attributes|api_tokens|scheduled_tasks|nodes";

    /** Refusals themselves are written down. */
    private static final String NOT_REFUSED = "where error_code is null";

    static String workspace;
    static List<UUID> ids;
    static List<UUID> idsOfTheAccount;
    static TestingApi alma;
    static TestingVisitor almaAtThePages;
    static TestingApi tomas;
    static TestingApi viewer;
    static TestingApi disabled;
    static TestingApi due;
    static TestingApi expired;
    static TestingApi reader;
    static TestingApi narrow;
    static TestingVisitor tomasAtThePages;
    static TestingVisitor viewerAtThePages;
    static TestingVisitor dueAtThePages;

    Map<String, String> before = Map.of();

    @BeforeAll
    static void somebody_has_something_of_everything() {
        alma = parley.person("alma");
        almaAtThePages = parley.visitor("alma");
        workspace = alma.get("/api/workspaces").body().at("/items/0/id").asString();
        var owner = new Caller(UserId.of(alma.get("/api/me").field("id")), "alma", false, WorkspaceId.of(workspace));
        var account = TestingAccounts.add(parley.database(), owner, "alma.plain");
        parley.database()
                .tenancy()
                .run(
                        owner.workspace(),
                        () -> Stream.of("""
                            insert into bot_instances (id, workspace_id, user_id, account_id, account_name)
                            values (gen_random_uuid(), current_workspace(), :user, :account, 'alma.plain')
                            """, """
                            insert into user_bot_status (account_id, workspace_id, user_id, instagram_username)
                            values (:account, current_workspace(), :user, 'alma.plain')
                            """, """
                            insert into jobs (id, workspace_id, user_id, account_id, account_name, kind, hashtag, amount, correlation_id)
                            values (gen_random_uuid(), current_workspace(), :user, :account, 'alma.plain', 'follow-hashtag', 'travel', 5, 'c')
                            """, """
                            insert into verifications (id, workspace_id, account_id, kind, methods, tries_left, expires_at)
                            values (gen_random_uuid(), current_workspace(), :account, 'TWO_FACTOR', '{}', 5, now() + interval '1 hour')
                            """, """
                            with known as (
                                insert into contacts (account_id, instagram_user_id, workspace_id, username, wrote_at)
                                values (:account, '4711', current_workspace(), 'mother', now()))
                            insert into person_notes (id, workspace_id, instagram_user_id, text, user_id, user_name)
                            values (gen_random_uuid(), current_workspace(), '4711', 'mother calls on Sundays', :user, 'alma')
                            """, """
                            insert into screenshots (id, workspace_id, account_id, call, path, picture, source)
                            values (gen_random_uuid(), current_workspace(), :account, 'follow', '/mother/', 'x', '<body>mother</body>')
                            """, """
                            with told as (
                                insert into alert_webhooks (id, workspace_id, url, secret_encrypted, created_at)
                                values (:user, current_workspace(), 'https://example.org/mother', 'x', now()))
                            insert into alert_deliveries (id, workspace_id, webhook_id, account_id, event, body, state, due_at, created_at)
                            values (gen_random_uuid(), current_workspace(), :user, :account, 'job.failed', 'mother', 'failed', now(), now())
                            """)
                                .forEach(sql -> parley.database()
                                        .client()
                                        .sql(sql)
                                        .param("user", owner.user().value())
                                        .param("account", account.value())
                                        .update()));
        alma.put("/api/contacts/protected/mother", "{}");
        alma.put("/api/do-not-contact/mother", "{}");
        alma.put("/api/people/mother/labels/mother", "{}");
        invite(alma, "viewer");
        tomas = parley.person("tomas");
        tomasAtThePages = parley.visitor("tomas");
        viewer = member(alma, "viewer", "vera");
        viewerAtThePages = parley.visitor("vera");
        disabled = member(alma, "owner", "dora");
        due = member(alma, "owner", "dana");
        dueAtThePages = parley.visitor("dana");
        expired = member(alma, "owner", "erik");
        reader = parley.api()
                .token(alma.post("/api/me/tokens", json("{'name': 'Reader', 'rights': ['READ']}"))
                        .field("token"));
        parley.admin();
        var sql = parley.database().owner();
        sql.sql("update users set disabled_at = now() where username = 'dora'").update();
        sql.sql("update users set must_change_password = true where username = 'dana'")
                .update();
        sql.sql("""
            update api_tokens set expires_at = now() - interval '1 second'
            where user_id = (select id from users where username = 'erik')
            """).update();
        ids = idsOf(owner);
        idsOfTheAccount = idsOf(account);
        narrow = narrow(alma, another(owner));
    }

    private static AccountId another(Caller owner) {
        var account = TestingAccounts.add(parley.database(), owner, "alma.other");
        parley.database().owner().sql("""
            with credentials as (
                insert into instagram_credentials (account_id, workspace_id)
                select id, workspace_id from instagram_accounts where id = :account)
            insert into user_bot_status (account_id, workspace_id, user_id, instagram_username)
            select id, workspace_id, user_id, username from instagram_accounts where id = :account
            """).param("account", account.value()).update();
        return account;
    }

    /** A token that may do all that one for chosen accounts can. */
    private static TestingApi narrow(TestingApi owner, AccountId chosen) {
        var order = "{'name': 'Narrow', 'rights': ['READ', 'RUN', 'CONNECT'], 'accounts': ['%s']}".formatted(chosen);
        return parley.api().token(owner.post("/api/me/tokens", json(order)).field("token"));
    }

    private static TestingApi member(TestingApi owner, String role, String name) {
        var member = parley.person(name);
        member.post("/api/invitations/accept", json("{'token': '%s'}".formatted(invite(owner, role))));
        return member.with("X-Workspace", workspace);
    }

    private static String invite(TestingApi owner, String role) {
        return owner.post("/api/workspaces/" + workspace + "/invitations", json("{'role': '%s'}".formatted(role)))
                .field("token");
    }

    /** Of everything that has one: each table's newest row of the workspace, its owner and the workspace itself. */
    private static List<UUID> idsOf(Caller owner) {
        var database = parley.database().owner();
        var ofTables = tenantTables("id").stream()
                .flatMap(table -> database
                        .sql("select id from %s where workspace_id = :workspace order by id desc limit 1"
                                .formatted(table))
                        .param("workspace", owner.workspace().value())
                        .query((row, n) -> row.getObject(1, UUID.class))
                        .stream());
        var ids = Stream.concat(
                        Stream.of(owner.user().value(), owner.workspace().value()), ofTables)
                .distinct()
                .toList();
        assertThat(ids).hasSizeGreaterThan(6);
        return ids;
    }

    /** The account's own, and that of everything that is stored for it. */
    private static List<UUID> idsOf(AccountId account) {
        var ofTables = tenantTables("account_id").stream()
                .filter(tenantTables("id")::contains)
                .flatMap(table -> parley
                        .database()
                        .owner()
                        .sql("select id from %s where account_id = :account".formatted(table))
                        .param("account", account.value())
                        .query((row, n) -> row.getObject(1, UUID.class))
                        .stream());
        var ids = Stream.concat(Stream.of(account.value()), ofTables).toList();
        assertThat(ids).hasSizeGreaterThan(3);
        return ids;
    }

    private static List<String> tenantTables(String having) {
        return parley.database()
                .owner()
                .sql("""
                    select relname from pg_class
                    where relkind in ('r', 'p') and not relispartition and relrowsecurity
                        and exists (select from pg_attribute where attrelid = pg_class.oid and attname = :having)
                    order by relname
                    """)
                .param("having", having)
                .query((row, n) -> requireNonNull(row.getString(1)))
                .list();
    }

    @BeforeEach
    void look_at_the_database() {
        before = contents();
    }

    @AfterEach
    void nothing_has_changed() {
        assertThat(contents()).isEqualTo(before);
    }

    private static Map<String, String> contents() {
        var database = parley.database().owner();
        return database.sql("""
            select relname from pg_class join pg_namespace on relnamespace = pg_namespace.oid
            where nspname = 'public' and relkind in ('r', 'p') and not relispartition
                and relname !~ ('^(' || :restless || ')$')
            """).param("restless", RESTLESS).query(String.class).list().stream()
                .collect(Collectors.toMap(
                        table -> table,
                        table -> database.sql(
                                        "select coalesce(string_agg(t::text, E'\\n' order by t::text), '') from %s t %s"
                                                .formatted(table, table.equals("audit_trail") ? NOT_REFUSED : ""))
                                .query(String.class)
                                .single(),
                        (one, other) -> one,
                        TreeMap::new));
    }

    @Test
    void every_way_in_states_what_it_needs() {
        var ours = Route.all(parley).stream()
                .filter(route -> !NOT_OURS.contains(route.toString()))
                .toList();
        assertThat(ours)
                .isNotEmpty()
                .allSatisfy(
                        route -> assertThat(route.right()).as(route.toString()).isPresent());
        assertThat(ours.stream().filter(route -> route.needs(Right.NOTHING)).map(Route::toString))
                .containsExactlyInAnyOrderElementsOf(OPEN);
    }

    @Test
    void the_description_tells_of_each_call() {
        var told = parley.api()
                .get("/api/openapi.json")
                .body()
                .path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(call -> call.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()));
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(Route.all(parley).stream()
                        .filter(Route::isApi)
                        .map(Route::toString)
                        .filter(route -> !NOT_OURS.contains(route))
                        .distinct()
                        .toList());
    }

    @Test
    void strangers_disabled_people_and_those_whose_time_is_over_get_in_nowhere() {
        for (var who : List.of(parley.api(), disabled, expired)) {
            assertThat(closed())
                    .allSatisfy(
                            route -> assertThat(call(who, route, ids.getFirst()).status())
                                    .as(route.toString())
                                    .isIn(401, 403));
        }
        var stranger = parley.visitor();
        assertThat(closed().filter(route -> !route.isApi() && route.isRead()))
                .allSatisfy(route -> assertThat(stranger.get(route.path(workspace, ids.getFirst()))
                                .location())
                        .as(route.toString())
                        .startsWith("/login?next="));
    }

    @Test
    void while_a_change_is_due_only_the_change_works() {
        assertThat(closed().filter(Route::isApi).filter(StrangersWalkTest::mustWait))
                .allSatisfy(route -> assertThat(call(due, route, ids.getFirst()).error())
                        .as(route.toString())
                        .isEqualTo("ACTION_REQUIRED"));
        dueAtThePages.get("/profile/change-password");
        assertThat(closed().filter(route -> !route.isApi()).filter(StrangersWalkTest::mustWait))
                .allSatisfy(route -> assertThat(
                                call(dueAtThePages, route, ids.getFirst()).location())
                        .as(route.toString())
                        .isEqualTo("/profile/change-password"));
        assertThat(call(due, route("PUT /api/users/{id}/change-password"), ids.getFirst())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_workspace_is_not_there_for_other_tenants_and_uninvited_administrators() {
        for (var who : List.of(tomas, parley.admin())) {
            assertThat(closed().filter(Route::isOfWorkspace).filter(Route::isApi))
                    .allSatisfy(route -> assertThat(call(who.with("X-Workspace", workspace), route, ids.getFirst())
                                    .error())
                            .as(route.toString())
                            .isEqualTo("WORKSPACE_NOT_FOUND"));
        }
    }

    @Test
    void ids_of_another_tenant_lead_nowhere_and_are_answered_like_what_is_not_there() {
        var nothings = UUID.randomUUID();
        assertThat(closed().filter(Route::namesThings).filter(Route::isApi)).allSatisfy(route -> {
            var nothing = call(tomas, route, nothings).error();
            for (var id : ids) {
                var answer = call(tomas, route, id);
                assertIsNotThere(route, answer);
                assertThat(answer.error()).as(route.toString()).isEqualTo(nothing);
            }
        });
        assertThat(closed().filter(Route::namesThingsInAddress).filter(route -> !route.isApi()))
                .allSatisfy(route -> ids.forEach(id -> assertIsNotThere(route, call(tomasAtThePages, route, id))));
    }

    /** A sign-in that waits for a code is over for whoever it is not waiting for: the same as one that never was. */
    private static void assertIsNotThere(Route route, Answer answer) {
        assertThat(answer)
                .as(() -> route + ": " + answer.text())
                .matches(it -> REFUSED.contains(it.status()) || it.error().equals("VERIFICATION_ENDED"));
    }

    private static void assertIsNotThere(Route route, TestingVisitor.Page page) {
        assertThat(REFUSED.contains(page.status()) || page.text().contains(ErrorCode.VERIFICATION_ENDED.code()))
                .as(() -> route + ": " + page.status() + " " + page.words())
                .isTrue();
    }

    @Test
    void questions_about_another_ones_are_answered_like_those_about_nothing() {
        var nothings = UUID.randomUUID();
        assertThat(closed().filter(Route::isApi).filter(Route::asksAboutThings))
                .isNotEmpty()
                .allSatisfy(route -> {
                    var nothing = asked(tomas, route, nothings);
                    assertThat(ids)
                            .allSatisfy(id -> assertThat(asked(tomas, route, id))
                                    .as(route.toString())
                                    .isEqualTo(nothing));
                });
    }

    private static String asked(TestingApi who, Route route, UUID id) {
        var answer = read(who, route, route.path(workspace, id) + route.query(id));
        return answer.status() == 200 ? answer.text() : answer.error();
    }

    @Test
    void what_one_reads_tells_nothing_of_another_tenant() {
        var telling = Stream.concat(ids.stream().map(UUID::toString), Stream.of("alma.plain", "mother"))
                .toArray(String[]::new);
        assertThat(closed().filter(Route::isOfWorkspace)
                        .filter(Route::isRead)
                        .filter(route -> !route.namesThings() && !ENDLESS.contains(route.toString())))
                .isNotEmpty()
                .allSatisfy(
                        route -> assertThat(text(route)).as(route.toString()).doesNotContain(telling));
    }

    /** As it is in the reader's own workspace. */
    private static String text(Route route) {
        var path = route.path(workspace, ids.getFirst());
        return route.isApi()
                ? read(tomas, route, path).text()
                : withoutFault(route, tomasAtThePages.get(path)).text();
    }

    @Test
    void whoever_owns_it_reads_all_of_it_without_a_fault() {
        assertThat(closed().filter(Route::isOfWorkspace)
                        .filter(Route::isRead)
                        .filter(route -> !ENDLESS.contains(route.toString())))
                .isNotEmpty()
                .allSatisfy(route -> assertThat(idsFor(route))
                        .allSatisfy(
                                id -> assertThat(statusForTheOwner(route, id)).isNotEqualTo(401)));
    }

    private static int statusForTheOwner(Route route, UUID id) {
        return route.isApi()
                ? call(alma, route, id).status()
                : call(almaAtThePages, route, id).status();
    }

    @Test
    void what_is_for_administrators_is_closed_to_everybody_else() {
        assertThat(closed().filter(route -> route.needs(Right.ADMINISTER)).filter(Route::isApi))
                .isNotEmpty()
                .allSatisfy(
                        route -> assertThat(call(tomas, route, ids.getFirst()).error())
                                .as(route.toString())
                                .isEqualTo("FORBIDDEN"));
        assertThat(closed().filter(route -> route.needs(Right.ADMINISTER)).filter(route -> !route.isApi()))
                .allSatisfy(route -> assertThat(
                                call(tomasAtThePages, route, ids.getFirst()).status())
                        .as(route.toString())
                        .isEqualTo(403));
    }

    @Test
    void a_viewer_only_reads() {
        assertThat(aboveReading().filter(Route::isApi))
                .isNotEmpty()
                .allSatisfy(
                        route -> assertThat(call(viewer, route, ids.getFirst()).error())
                                .as(route.toString())
                                .isEqualTo("FORBIDDEN"));
        tomasAtThePages.get("/workspaces");
        viewerAtThePages.get("/workspaces");
        viewerAtThePages.submit("/workspaces/in-use", "workspace", workspace);
        assertThat(aboveReading().filter(route -> !route.isApi()))
                .isNotEmpty()
                .allSatisfy(route -> assertThat(
                                call(viewerAtThePages, route, ids.getFirst()).status())
                        .as(route.toString())
                        .isEqualTo(403));
    }

    @Test
    void a_token_opens_only_what_it_was_made_for() {
        assertThat(closed().filter(route -> !route.needs(Right.READ)).filter(Route::isApi))
                .isNotEmpty()
                .allSatisfy(
                        route -> assertThat(call(reader, route, ids.getFirst()).status())
                                .as(route.toString())
                                .isEqualTo(403));
    }

    @Test
    void for_a_token_of_chosen_accounts_no_others_are_there() {
        for (var id : idsOfTheAccount) {
            assertThat(closed().filter(Route::isApi).filter(route -> route.names(id)))
                    .isNotEmpty()
                    .allSatisfy(route -> assertIsNotThere(route, call(narrow, route, id)));
        }
    }

    @Test
    void lists_show_nothing_of_other_accounts_to_a_token_of_chosen_ones() {
        var account = idsOfTheAccount.getFirst();
        assertThat(closed().filter(Route::isRead).filter(route -> !ENDLESS.contains(route.toString())))
                .isNotEmpty()
                .allSatisfy(route -> {
                    for (var query : List.of("", "?account_id=" + account, "?account=" + account)) {
                        assertThat(read(narrow, route, route.path(workspace, account) + query)
                                        .text())
                                .as(route + query)
                                .doesNotContain("alma.plain");
                    }
                });
        assertThat(narrow.get("/api/accounts").text()).contains("alma.other");
    }

    @Test
    void what_concerns_all_accounts_is_closed_to_a_token_of_chosen_ones() {
        assertThat(Route.all(parley).stream().filter(Route::isAcrossAccounts).filter(Route::isApi))
                .isNotEmpty()
                .allSatisfy(
                        route -> assertThat(call(narrow, route, ids.getFirst()).error())
                                .as(route.toString())
                                .isEqualTo("TOKEN_TOO_NARROW"));
        assertThat(narrow.post("/api/bot/login", json("{'username': 'alma.plain', 'password': 'p', 'consent': true}"))
                        .error())
                .isEqualTo("TOKEN_TOO_NARROW");
    }

    @Test
    void what_only_needs_reading_changes_nothing() {
        assertThat(Route.all(parley).stream()
                        .filter(route -> route.needs(Right.READ))
                        .filter(route -> !route.isRead()))
                .isEmpty();
    }

    @Test
    void queries_that_forgot_their_where_see_the_bound_workspace_only() {
        var tenancy = parley.database().tenancy();
        var toms = WorkspaceId.of(
                tomas.get("/api/workspaces").body().at("/items/0/id").asString());
        var filled = tenantTables("workspace_id").stream()
                .filter(table -> victims(parley.database().owner(), table) > 0)
                .toList();
        assertThat(filled).contains("instagram_accounts", "bot_instances", "jobs", "verifications", "invitations");
        var application = parley.database().client();
        assertThat(filled).allSatisfy(table -> {
            assertThat(tenancy.in(toms, () -> victims(application, table)))
                    .as(table)
                    .isZero();
            assertThat(tenancy.unbound(() -> victims(application, table)))
                    .as(table)
                    .isZero();
            assertThat(tenancy.in(WorkspaceId.of(workspace), () -> victims(application, table)))
                    .as(table)
                    .isPositive();
        });
    }

    private static long victims(JdbcClient database, String table) {
        return database
                .sql("select * from " + table)
                .query((row, n) -> String.valueOf(row.getObject("workspace_id")))
                .stream()
                .filter(workspace::equals)
                .count();
    }

    /** Every one where it makes a difference. */
    private static List<UUID> idsFor(Route route) {
        return route.namesThings() ? ids : ids.subList(0, 1);
    }

    private static boolean mustWait(Route route) {
        return !BEFORE_THE_CHANGE.contains(route.toString());
    }

    private static Stream<Route> closed() {
        return Route.all(parley).stream()
                .filter(route ->
                        route.right().filter(right -> right != Right.NOTHING).isPresent());
    }

    private static Stream<Route> aboveReading() {
        return closed().filter(Route::isOfWorkspace).filter(route -> !route.needs(Right.READ));
    }

    private static Route route(String written) {
        return Route.all(parley).stream()
                .filter(route -> route.toString().equals(written))
                .findFirst()
                .orElseThrow();
    }

    private static Answer call(TestingApi who, Route route, UUID id) {
        var body = route.isRead() ? BodyPublishers.noBody() : BodyPublishers.ofString(route.json(id));
        return withoutFault(
                route,
                who.with("Content-Type", "application/json").send(route.method(), route.path(workspace, id), body));
    }

    private static Answer read(TestingApi who, Route route, String path) {
        return withoutFault(route, who.get(path));
    }

    private static TestingVisitor.Page call(TestingVisitor who, Route route, UUID id) {
        var path = route.path(workspace, id);
        return withoutFault(
                route,
                switch (route.method()) {
                    case "GET" -> who.get(path);
                    case "POST" -> who.submit(path, route.form());
                    case "DELETE" -> who.delete(path);
                    default -> throw new IllegalStateException("A page's form cannot send this: " + route);
                });
    }

    /** Whatever is asked, the server breaks nowhere. */
    private static Answer withoutFault(Route route, Answer answer) {
        assertThat(answer.status()).as(() -> route + ": " + answer.text()).isLessThan(500);
        return answer;
    }

    private static TestingVisitor.Page withoutFault(Route route, TestingVisitor.Page page) {
        assertThat(page.status()).as(() -> route + ": " + page.words()).isLessThan(500);
        return page;
    }
}
