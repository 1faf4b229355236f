package dev.parley.server.account;

import static dev.parley.server.testing.TestingApi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.sandbox.SandboxServer;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.testing.TestingApi;
import dev.parley.server.testing.TestingParley;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AccountApiTest {

    static final SandboxServer sandbox = SandboxServer.builder().start();

    @RegisterExtension
    static final TestingParley parley = TestingParley.start(Map.of("parley.sandbox-url", sandbox.baseUrl()));

    @AfterEach
    void no_accounts() {
        sandbox.reset();
        parley.database().owner().sql("delete from instagram_accounts").update();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void tells_how_each_account_is_doing_and_nothing_secret() {
        var alma = parley.person("alma");
        assertThat(alma.get("/api/accounts").body().path("items")).isEmpty();
        var signIns = new TestingSignIns(parley, caller(alma));
        var connected = ((Recorded.Connected) signIns.login("alma.plain")).account();
        signIns.login("tomas.totp", "wrong");

        var items = alma.get("/api/accounts").body().path("items");

        assertThat(items).hasSize(2);
        var plain = items.get(0);
        assertThat(plain.path("id").asString()).isEqualTo(connected.id().toString());
        assertThat(plain.path("username").asString()).isEqualTo("alma.plain");
        assertThat(plain.path("driver").asString()).isEqualTo("mobile");
        assertThat(plain.path("state").asString()).isEqualTo("CONNECTED");
        assertThat(plain.path("session_valid").asBoolean()).isTrue();
        assertThat(plain.path("expires_at").asString()).isNotEmpty();
        var refused = items.get(1);
        assertThat(refused.path("state").asString()).isEqualTo("DISCONNECTED");
        assertThat(refused.path("session_valid").asBoolean()).isFalse();
        assertThat(refused.path("why").path("error").asString()).isEqualTo("INSTAGRAM_CREDENTIALS_REFUSED");
        var one = alma.get("/api/accounts/" + connected.id());
        assertThat(one.body()).isEqualTo(plain);
        assertThat(one.text()).doesNotContain("encrypted", "password", "identity");
    }

    @Test
    void removes_an_account_with_all_that_is_stored_of_it_but_not_what_happened() {
        var alma = parley.person("alma");
        var account = ((Recorded.Connected) new TestingSignIns(parley, caller(alma)).login("alma.plain")).account();

        assertThat(alma.delete("/api/accounts/" + account.id()).status()).isEqualTo(204);

        assertThat(alma.get("/api/accounts/" + account.id()).error()).isEqualTo("ACCOUNT_NOT_FOUND");
        assertThat(alma.delete("/api/accounts/" + account.id()).status()).isEqualTo(404);
        for (var table : new String[] {"instagram_credentials", "user_bot_status", "verifications"}) {
            assertThat(parley.database()
                            .owner()
                            .sql("select * from " + table)
                            .query()
                            .listOfRows())
                    .as(table)
                    .isEmpty();
        }
        assertThat(parley.database()
                        .owner()
                        .sql("select action from activity_logs where account_id = :account order by seq")
                        .param("account", account.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("sign-in", "disconnect");
        var other = parley.person("tomas");
        assertThat(new TestingSignIns(parley, caller(other)).login("alma.plain"))
                .isInstanceOf(Recorded.Connected.class);
    }

    @Test
    void accounts_of_others_do_not_exist() {
        var alma = parley.person("alma");
        var account = new TestingSignIns(parley, caller(alma)).account("alma.plain");
        var stranger = parley.person("tomas");
        for (var path : new String[] {"/api/accounts/" + account.id(), "/api/accounts/" + AccountId.create()}) {
            assertThat(stranger.get(path).error()).isEqualTo("ACCOUNT_NOT_FOUND");
            assertThat(stranger.delete(path).error()).isEqualTo("ACCOUNT_NOT_FOUND");
        }
        assertThat(stranger.get("/api/accounts").body().path("items")).isEmpty();
        assertThat(stranger.get("/api/accounts/not-an-id").status()).isIn(400, 404);
        assertThat(alma.get("/api/accounts/" + account.id()).status()).isEqualTo(200);
    }

    @Test
    void an_administrator_sees_how_many_accounts_a_workspace_has_and_says_how_many_it_may_have() {
        var alma = parley.person("alma");
        var caller = caller(alma);
        new TestingSignIns(parley, caller).login("alma.plain");
        var at = "/api/admin/workspaces/" + caller.workspace();
        var seen = parley.admin().get(at);
        assertThat(seen.body().path("owners").toString()).isEqualTo("[\"alma\"]");
        assertThat(seen.body().path("personal").asBoolean()).isTrue();
        assertThat(seen.body().path("accounts").asInt()).isEqualTo(1);
        assertThat(seen.body().path("max_accounts").asInt()).isEqualTo(20);
        assertThat(seen.text()).doesNotContain("alma.plain", "\"name\"");
        assertThat(parley.admin().get("/api/admin/workspaces?limit=200").text())
                .contains(caller.workspace().toString())
                .doesNotContain("alma.plain");
        assertThat(parley.admin()
                        .put(at + "/limits", json("{'max_accounts': 1}"))
                        .field("adjusted"))
                .isEqualTo("true");
        assertThat(parley.admin()
                        .put(at + "/limits", json("{'max_accounts': 1001}"))
                        .error())
                .isEqualTo("VALIDATION_FAILED");

        assertThatThrownBy(() -> new TestingSignIns(parley, caller).login("tomas.totp"))
                .isInstanceOfSatisfying(
                        BotException.class, full -> assertThat(full.code()).isEqualTo(ErrorCode.ACCOUNT_LIMIT_REACHED));
        var told = alma.get("/api/audit?action=change-account-limit").body().at("/items/0");
        assertThat(told.path("user_name").asString()).isEqualTo("admin");
        assertThat(told.path("before").asInt()).isEqualTo(20);
        assertThat(told.path("after").asInt()).isEqualTo(1);
        assertThat(parley.admin()
                        .put(at + "/limits", "{}")
                        .body()
                        .path("max_accounts")
                        .asInt())
                .isEqualTo(20);
        assertThat(new TestingSignIns(parley, caller).login("tomas.totp")).isNotNull();
    }

    @Test
    void the_same_is_done_on_pages() {
        var id = caller(parley.person("paula")).workspace();
        parley.admin();
        var browser = parley.visitor();
        browser.get("/login");
        browser.submit("/login", "username", "admin", "password", TestingParley.PASSWORD);
        assertThat(browser.get("/admin/workspaces").words()).contains("paula Their own 1 0 of 20");
        browser.get("/admin/workspaces/" + id);
        var wrong = browser.submit("/admin/workspaces/" + id + "/limits", "max_accounts", "many");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.words()).contains("must be a number from 0 to 1000");
        assertThat(browser.submit("/admin/workspaces/" + id + "/limits", "max_accounts", "3")
                        .location())
                .isEqualTo("/admin/workspaces");
        assertThat(browser.get("/admin/workspaces").words()).contains("paula Their own 1 0 of 3");
    }

    @Test
    void nobody_sees_accounts_without_signing_in() {
        assertThat(parley.api().get("/api/accounts").status()).isEqualTo(401);
        assertThat(parley.api().delete("/api/accounts/" + AccountId.create()).status())
                .isEqualTo(401);
    }

    private static Caller caller(TestingApi person) {
        var user = UserId.of(person.get("/api/me").field("id"));
        var workspace = parley.database()
                .owner()
                .sql("select id from workspaces where personal_of = :user")
                .param("user", user.value())
                .query(UUID.class)
                .single();
        return new Caller(user, "somebody", false, new WorkspaceId(workspace));
    }
}
