package dev.parley.server.workspace;

import static dev.parley.server.testing.TestingApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.testing.TestingAccounts;
import dev.parley.server.testing.TestingApi;
import dev.parley.server.testing.TestingApi.Answer;
import dev.parley.server.testing.TestingMailServer;
import dev.parley.server.testing.TestingParley;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WorkspaceApiTest {

    @RegisterExtension
    static final TestingMailServer mail = new TestingMailServer();

    @RegisterExtension
    static final TestingParley parley = TestingParley.start(settings());

    private static final int MAILS_A_DAY = 5;

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final TestingApi alma = parley.person("alma" + COUNT.incrementAndGet());
    private final String shared = make(alma, "Studio");
    private final String at = "/api/workspaces/" + shared;

    @Test
    void a_workspace_is_made_renamed_and_listed_after_ones_own() {
        var renamed = alma.patch(at, json("{'name': '  The studio '}"));
        assertThat(renamed.field("name")).isEqualTo("The studio");
        assertThat(renamed.field("role")).isEqualTo("owner");
        var mine = alma.get("/api/workspaces").body();
        assertThat(mine.at("/items/0/personal").asBoolean()).isTrue();
        assertThat(mine.at("/items/1/id").asString()).isEqualTo(shared);
        assertThat(mine.at("/items/1/name").asString()).isEqualTo("The studio");
        assertThat(alma.patch(at, json("{'name': ' '}")).error()).isEqualTo("VALIDATION_FAILED");
        assertThat(alma.patch(at, json("{'name': 'a\\nb'}")).error()).isEqualTo("VALIDATION_FAILED");
    }

    @Test
    void a_workspace_says_how_long_it_keeps_what_it_holds_of_others() {
        var retention = at + "/retention";
        var first = alma.get(retention);
        assertThat(first.body().at("/messages_days").isNull()).isTrue();
        assertThat(first.body().at("/screenshots_days").asInt()).isEqualTo(30);
        assertThat(alma.put(retention, json("{'messages_days': 90, 'contacts_days': 365}"))
                        .status())
                .isEqualTo(200);
        var changed = alma.get(retention);
        assertThat(changed.body().at("/messages_days").asInt()).isEqualTo(90);
        assertThat(changed.body().at("/screenshots_days").isNull()).isTrue();
        assertThat(alma.put(retention, json("{'messages_days': 0}")).error()).isEqualTo("VALIDATION_FAILED");
        assertThat(alma.put(retention, json("{'messages_days': 99999999999}")).status())
                .isEqualTo(400);
        assertThat(alma.with("X-Workspace", shared).get("/api/activity").text())
                .contains("change-retention", "messages 90 days, contacts 365 days, screenshots for ever");
        var vera = person("vera");
        assertThat(vera.get(retention).status()).isEqualTo(404);
        accept(vera, invite(alma, "viewer"));
        assertThat(vera.get(retention).status()).isEqualTo(200);
        assertThat(vera.put(retention, "{}").status()).isEqualTo(403);
        assertThat(alma.get(retention).body().at("/messages_days").asInt()).isEqualTo(90);
    }

    @Test
    void what_is_kept_no_longer_is_deleted_in_the_workspaces_that_say_so() {
        var keeping = person("keeper");
        var forgetting = person("forgetter");
        var old = "now() - interval '40 days'";
        Stream.of(keeping, forgetting).forEach(who -> {
            hold(who, "old.one", old);
            hold(who, "new.one", "now()");
        });
        assertThat(forgetting
                        .put(
                                "/api/workspaces/" + workspaceOf(forgetting) + "/retention",
                                json("{'messages_days': 30, 'contacts_days': 30}"))
                        .status())
                .isEqualTo(200);

        parley.bean(ForgetOld.class).everywhere();
        parley.bean(ForgetOld.class).everywhere();

        assertThat(keeping.get("/api/people").text()).contains("old.one", "new.one");
        assertThat(keeping.get("/api/messages").text()).contains("old.one", "new.one");
        assertThat(forgetting.get("/api/people").text()).contains("new.one").doesNotContain("old.one");
        assertThat(forgetting.get("/api/messages").text()).contains("new.one").doesNotContain("old.one");
        assertThat(forgetting.get("/api/labels").text()).contains("\"new.one\"").doesNotContain("old.one");
    }

    private static String workspaceOf(TestingApi who) {
        return who.get("/api/workspaces").body().at("/items/0/id").asString();
    }

    /** Of somebody with whom an account had to do at this moment. */
    private static void hold(TestingApi who, String name, String at) {
        var owner =
                new Caller(UserId.of(who.get("/api/me").field("id")), "owner", false, WorkspaceId.of(workspaceOf(who)));
        var account = TestingAccounts.add(parley.database(), owner, "holder" + COUNT.incrementAndGet());
        parley.database()
                .tenancy()
                .run(
                        owner.workspace(),
                        () -> Stream.of("""
                insert into contacts (account_id, instagram_user_id, workspace_id, username, wrote_at)
                values (:account, abs(hashtext('%1$s'))::text, current_workspace(), '%1$s', %2$s)
                """, """
                insert into person_labels (workspace_id, instagram_user_id, label) values (current_workspace(), abs(hashtext('%1$s'))::text, '%1$s')
                """, """
                insert into messages (id, workspace_id, account_id, account_name, user_id, driver, recipient, content, lane, status,
                    token, correlation_id, created_at)
                values (gen_random_uuid(), current_workspace(), :account, 'holder', :user, 'mobile', '%1$s', 'Hello', 0, 'sent', '6800011111111111112', 'c',
                    %2$s)
                """)
                                .forEach(sql -> parley.database()
                                        .client()
                                        .sql(sql.formatted(name, at))
                                        .param("account", account.value())
                                        .param("user", owner.user().value())
                                        .update()));
    }

    @Test
    void one_person_owns_only_so_many_workspaces() {
        var made = Stream.generate(() -> alma.post("/api/workspaces", json("{'name': 'One more'}")))
                .limit(9)
                .toList();
        assertThat(made.subList(0, 8)).extracting(Answer::status).containsOnly(201);
        assertThat(made.getLast().error()).isEqualTo("TOO_MANY_WORKSPACES");
    }

    @Test
    void a_link_lets_in_once_with_its_role() {
        var tomas = person("tomas");
        var token = invite(alma, "operator");
        assertThat(tomas.get(at).status()).isEqualTo(404);
        var joined = accept(tomas, token);
        assertThat(joined.field("role")).isEqualTo("operator");
        assertThat(joined.field("id")).isEqualTo(shared);
        assertThat(tomas.get(at).field("name")).isEqualTo("Studio");
        assertThat(accept(person("late"), token).error()).isEqualTo("INVITATION_NOT_FOUND");
        assertThat(alma.get(at + "/invitations").body().at("/items")).isEmpty();
        var members = alma.get(at + "/members").body();
        assertThat(members.at("/items/1/role").asString()).isEqualTo("operator");
        var activity = alma.with("X-Workspace", shared).get("/api/activity").text();
        assertThat(activity).contains("join-workspace", "invite").doesNotContain(token);
    }

    @Test
    void of_two_who_follow_a_link_at_once_one_gets_in() {
        var token = invite(alma, "viewer");
        var both = Stream.of(person("first"), person("second"))
                .map(who ->
                        CompletableFuture.supplyAsync(() -> accept(who, token).status()))
                .toList();
        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 404);
        assertThat(alma.get(at + "/members").body().at("/items")).hasSize(2);
    }

    @Test
    void only_a_hash_of_the_link_is_kept() {
        var token = invite(alma, "viewer");
        assertThat(token).matches("parley_invitation_[\\w-]{43}");
        var kept = parley.database()
                .owner()
                .sql("select string_agg(i::text, ' ') from invitations i")
                .query(String.class)
                .single();
        assertThat(kept).contains("viewer").doesNotContain(token);
    }

    @Test
    void what_was_revoked_has_expired_or_never_was_is_answered_alike() {
        var tomas = person("tomas");
        var revoked = invite(alma, "viewer");
        var id = alma.get(at + "/invitations").body().at("/items/0/id").asString();
        assertThat(alma.delete(at + "/invitations/" + id).status()).isEqualTo(204);
        assertThat(alma.delete(at + "/invitations/" + id).status()).isEqualTo(404);
        var expired = invite(alma, "viewer");
        parley.database()
                .owner()
                .sql("update invitations set expires_at = now() - interval '1 second'")
                .update();
        var answers = Stream.of(revoked, expired, "parley_invitation_nothing")
                .map(token -> accept(tomas, token))
                .toList();
        assertThat(answers).extracting(Answer::status).containsOnly(404);
        assertThat(answers)
                .extracting(answer -> answer.field("message"))
                .hasSize(3)
                .containsOnly(answers.getFirst().field("message"));
    }

    @Test
    void an_invitation_tells_nothing_of_who_is_known_here() {
        var known = person("known");
        var answers = Stream.of(known.get("/api/me").field("email"), "nobody@example.org")
                .map(email ->
                        alma.post(at + "/invitations", json("{'role': 'viewer', 'email': '%s'}".formatted(email))))
                .toList();
        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers.getFirst().body().propertyNames())
                .isEqualTo(answers.getLast().body().propertyNames());
    }

    private static Map<String, String> settings() {
        var settings = new HashMap<>(mail.settings());
        settings.put("parley.workspace.invitation-mails-a-day", Integer.toString(MAILS_A_DAY));
        return settings;
    }

    @Test
    void an_invitation_with_an_address_is_mailed_there() {
        var tomas = person("tomas");
        var email = tomas.get("/api/me").field("email");
        assertThat(inviteByMail(email).text()).contains("\"mailed\":true");
        var letter = mail.letter(email, "You are invited to a workspace");
        assertThat(letter.text()).contains("\"Studio\"", "as its viewer", "within 7 days");
        assertThat(accept(tomas, letter.token()).field("id")).isEqualTo(shared);
        assertThat(alma.post(at + "/invitations", json("{'role': 'viewer'}")).text())
                .contains("\"mailed\":false");
    }

    @Test
    void nobody_is_pestered_by_invitations() {
        parley.clock().set(Instant.now());
        assertThat(Stream.generate(() -> inviteByMail("Often@example.org")).limit(3))
                .extracting(Answer::status)
                .containsOnly(201);
        var refused = inviteByMail("often@example.org");
        assertThat(refused.error()).isEqualTo("TOO_MANY_INVITATION_MAILS");
        assertThat(inviteByMail("a@example.org").status()).isEqualTo(201);
        assertThat(inviteByMail("b@example.org").status()).isEqualTo(201);
        assertThat(inviteByMail("c@example.org").error()).isEqualTo("TOO_MANY_INVITATION_MAILS");
        assertThat(alma.get(at + "/invitations").body().at("/items")).hasSize(MAILS_A_DAY);
        assertThat(alma.post(at + "/invitations", json("{'role': 'viewer'}")).status())
                .isEqualTo(201);
    }

    @AfterEach
    void the_clock_runs_on() {
        parley.clock().reset();
    }

    private Answer inviteByMail(String email) {
        return alma.post(at + "/invitations", json("{'role': 'viewer', 'email': '%s'}".formatted(email)));
    }

    @Test
    void a_manager_invites_below_manager_and_nobody_else_does() {
        var manager = member("manager");
        assertThat(invitation(manager, "operator").status()).isEqualTo(201);
        assertThat(invitation(manager, "manager").error()).isEqualTo("FORBIDDEN");
        assertThat(invitation(manager, "owner").error()).isEqualTo("FORBIDDEN");
        assertThat(invitation(member("operator"), "viewer").error()).isEqualTo("FORBIDDEN");
        assertThat(member("viewer").get(at + "/invitations").error()).isEqualTo("FORBIDDEN");
    }

    @Test
    void a_manager_who_was_let_go_does_not_come_back_by_a_link_of_their_own() {
        var manager = member("manager");
        var token = invite(manager, "viewer");
        assertThat(alma.delete(at + "/members/" + id(manager)).status()).isEqualTo(204);
        assertThat(accept(manager, token).error()).isEqualTo("INVITATION_NOT_FOUND");
    }

    @Test
    void a_role_that_is_changed_or_removed_counts_at_the_next_request() {
        var operator = member("operator");
        var there = operator.with("X-Workspace", shared);
        assertThat(there.put("/api/contacts/protected/mother", "{}").status()).isEqualTo(200);
        var changed = alma.patch(at + "/members/" + id(operator), json("{'role': 'viewer'}"));
        assertThat(changed.field("role")).isEqualTo("viewer");
        assertThat(there.put("/api/contacts/protected/father", "{}").error()).isEqualTo("FORBIDDEN");
        assertThat(there.get("/api/contacts/protected").status()).isEqualTo(200);
        assertThat(alma.delete(at + "/members/" + id(operator)).status()).isEqualTo(204);
        assertThat(there.get("/api/contacts/protected").error()).isEqualTo("WORKSPACE_NOT_FOUND");
        assertThat(operator.get("/api/contacts/protected").status()).isEqualTo(200);
    }

    @Test
    void the_last_owner_stays() {
        var viewer = member("viewer");
        var me = id(alma);
        assertThat(alma.delete(at + "/membership").error()).isEqualTo("LAST_OWNER");
        assertThat(alma.delete(at + "/members/" + me).status()).isEqualTo(409);
        assertThat(alma.patch(at + "/members/" + me, json("{'role': 'viewer'}")).error())
                .isEqualTo("LAST_OWNER");
        var disabled = member("owner");
        parley.admin().patch("/api/users/" + id(disabled), json("{'disabled': true}"));
        assertThat(alma.delete(at + "/membership").error()).isEqualTo("LAST_OWNER");
        assertThat(viewer.delete(at + "/membership").status()).isEqualTo(204);
        assertThat(viewer.get(at).status()).isEqualTo(404);
        assertThat(viewer.get("/api/activity").status()).isEqualTo(200);
    }

    @Test
    void of_two_owners_who_leave_at_once_one_stays() {
        var other = member("owner");
        var both = Stream.of(alma, other)
                .map(who -> CompletableFuture.supplyAsync(
                        () -> who.delete(at + "/membership").status()))
                .toList();
        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(204, 409);
    }

    @Test
    void nobody_leaves_their_own_workspace() {
        var own = alma.get("/api/workspaces").body().at("/items/0/id").asString();
        assertThat(alma.delete("/api/workspaces/" + own + "/membership").error())
                .isEqualTo("PERSONAL_WORKSPACE");
    }

    @Test
    void an_invited_administrator_sees_what_others_of_their_kind_do_not() {
        assertThat(parley.admin().get(at).status()).isEqualTo(404);
        assertThat(accept(parley.admin(), invite(alma, "viewer")).status()).isEqualTo(200);
        assertThat(parley.admin().get(at).field("role")).isEqualTo("viewer");
        assertThat(parley.admin().patch(at, json("{'name': 'Mine'}")).error()).isEqualTo("FORBIDDEN");
    }

    @Test
    void who_is_a_member_already_leaves_the_invitation_open() {
        var viewer = member("viewer");
        var token = invite(alma, "manager");
        assertThat(accept(viewer, token).error()).isEqualTo("ALREADY_MEMBER");
        assertThat(accept(person("other"), token).status()).isEqualTo(200);
    }

    @Test
    void what_somebody_shared_stays_when_they_are_removed_from_the_instance() {
        var viewer = member("viewer");
        var manager = member("manager");
        var removed = parley.admin().delete("/api/users/" + id(alma));
        assertThat(removed.status()).as(removed.text()).isEqualTo(204);
        assertThat(manager.get(at).field("role")).isEqualTo("owner");
        assertThat(viewer.get(at).field("role")).isEqualTo("viewer");
        assertThat(parley.admin().delete("/api/users/" + id(viewer)).status()).isEqualTo(204);
        assertThat(parley.admin().delete("/api/users/" + id(manager)).status()).isEqualTo(204);
        assertThat(parley.database()
                        .owner()
                        .sql("select count(*) from workspaces where id = :id")
                        .param("id", UUID.fromString(shared))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void an_owner_deletes_a_shared_workspace_with_all_that_is_in_it() {
        var manager = member("manager");
        var owner = new Caller(UserId.of(id(alma)), "alma", false, WorkspaceId.of(shared));
        var account = TestingAccounts.add(parley.database(), owner, "studio." + COUNT.incrementAndGet());
        var owners = parley.database().owner();
        owners.sql("""
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                values ('bot', :account, now() + interval '1 day', false, 1)
                """).param("account", account.toString()).update();
        alma.with("X-Workspace", shared).put("/api/contacts/protected/mother", "{}");
        var named = json("{'name': 'Studio'}");
        assertThat(manager.sendJson("DELETE", at, named).error()).isEqualTo("FORBIDDEN");
        assertThat(alma.sendJson("DELETE", at, json("{'name': 'studio'}")).error())
                .isEqualTo("VALIDATION_FAILED");
        assertThat(alma.sendJson("DELETE", at, named).status()).isEqualTo(204);
        assertThat(alma.get(at).status()).isEqualTo(404);
        assertThat(manager.with("X-Workspace", shared).get("/api/accounts").error())
                .isEqualTo("WORKSPACE_NOT_FOUND");
        for (var left : List.of(
                "workspaces where id",
                "instagram_accounts where workspace_id",
                "protected_people where workspace_id")) {
            assertThat(owners.sql("select count(*) from " + left + " = :id")
                            .param("id", UUID.fromString(shared))
                            .query(Long.class)
                            .single())
                    .as(left)
                    .isZero();
        }
        assertThat(owners.sql("select count(*) from scheduled_tasks where task_instance = :account")
                        .param("account", account.toString())
                        .query(Long.class)
                        .single())
                .isZero();
        var told = parley.admin().get("/api/admin/audit?action=remove-workspace");
        assertThat(told.body().at("/items/0/subject_id").asString()).isEqualTo(shared);
        assertThat(told.text()).doesNotContain("Studio");
    }

    @Test
    void a_workspace_of_ones_own_is_not_deleted_nor_any_by_somebody_who_signed_in_long_ago() {
        var own = alma.get("/api/workspaces").body().at("/items/0");
        assertThat(alma.sendJson(
                                "DELETE",
                                "/api/workspaces/" + own.path("id").asString(),
                                json("{'name': '%s'}".formatted(own.path("name").asString())))
                        .error())
                .isEqualTo("PERSONAL_WORKSPACE");
        parley.clock().advance(Duration.ofMinutes(11));
        assertThat(alma.sendJson("DELETE", at, json("{'name': 'Studio'}")).error())
                .isEqualTo("FRESH_SIGN_IN_REQUIRED");
    }

    @Test
    void where_the_only_owner_is_disabled_somebody_else_becomes_one_too() {
        var viewer = member("viewer");
        var manager = member("manager");
        parley.admin().patch("/api/users/" + id(alma), json("{'disabled': true}"));
        assertThat(manager.get(at).field("role")).isEqualTo("owner");
        assertThat(viewer.get(at).field("role")).isEqualTo("viewer");
        assertThat(manager.with("X-Workspace", shared)
                        .get("/api/audit?action=inherit-workspace")
                        .body()
                        .path("items"))
                .hasSize(1);
        assertThat(manager.get(at + "/members").body().at("/items/0/role").asString())
                .isEqualTo("owner");
    }

    @Test
    void a_workspace_has_only_so_many_open_invitations() {
        Stream.generate(() -> invitation(alma, "viewer"))
                .limit(50)
                .forEach(made -> assertThat(made.status()).isEqualTo(201));
        assertThat(invitation(alma, "viewer").error()).isEqualTo("TOO_MANY_INVITATIONS");
        parley.clock().advance(Duration.ofDays(8));
        assertThat(invitation(alma, "viewer").status()).isEqualTo(201);
    }

    private static String make(TestingApi owner, String name) {
        return owner.post("/api/workspaces", json("{'name': '%s'}".formatted(name)))
                .field("id");
    }

    private static TestingApi person(String name) {
        return parley.person(name + COUNT.incrementAndGet());
    }

    private TestingApi member(String role) {
        var member = person(role);
        assertThat(accept(member, invite(alma, role)).status()).isEqualTo(200);
        return member;
    }

    private Answer invitation(TestingApi by, String role) {
        return by.post(at + "/invitations", json("{'role': '%s'}".formatted(role)));
    }

    private String invite(TestingApi by, String role) {
        return invitation(by, role).field("token");
    }

    private static Answer accept(TestingApi who, String token) {
        return who.post("/api/invitations/accept", json("{'token': '%s'}".formatted(token)));
    }

    private static String id(TestingApi who) {
        return who.get("/api/me").field("id");
    }
}
