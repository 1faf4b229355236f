package dev.parley.server.access;

import static dev.parley.server.testing.TestingApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.testing.TestingAccounts;
import dev.parley.server.testing.TestingApi;
import dev.parley.server.testing.TestingParley;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {

    @RegisterExtension
    static final TestingParley parley = TestingParley.start(Map.of(
            "parley.rate.signed-in", "300",
            "parley.rate.strangers", "20",
            "parley.web.trusted-proxies", "127.0.0.1"));

    private static final Pattern TOKEN = Pattern.compile("parley_[A-Za-z0-9_-]{43}");

    @AfterEach
    void today() {
        parley.clock().reset();
    }

    @Test
    void a_session_that_is_ended_is_over_with_the_next_request() {
        var here = parley.visitor("ada");
        var elsewhere = parley.visitor("ada");
        var api = parley.as("ada", TestingParley.PASSWORD);

        var sessions = api.get("/api/me/sessions");

        assertThat(sessions.body().path("items")).hasSize(2).allSatisfy(session -> {
            assertThat(session.path("device").path("address").asString()).isEqualTo("127.0.0.1");
            assertThat(session.path("device").path("agent").asString()).contains("Java");
            assertThat(session.path("current").asBoolean()).isFalse();
        });
        for (var session : sessions.body().path("items")) {
            assertThat(api.delete("/api/me/sessions/" + session.path("id").asString())
                            .status())
                    .isEqualTo(204);
        }
        assertThat(here.get("/").location()).startsWith("/login");
        assertThat(elsewhere.get("/").location()).startsWith("/login");
        assertThat(api.get("/api/me/sessions").body().path("items")).isEmpty();
    }

    @Test
    void signing_out_elsewhere_spares_this_browser_and_the_programs() {
        var here = parley.visitor("bea");
        var elsewhere = parley.visitor("bea");
        var signedIn = parley.as("bea", TestingParley.PASSWORD);
        var program = signedIn.token(made(signedIn, "{'name': 'Reports'}").field("token"));

        here.get("/profile/access");
        here.submit("/profile/access/sign-out-elsewhere");

        assertThat(here.get("/profile/access").words()).contains("Java", "This one", "Reports");
        assertThat(elsewhere.get("/").location()).startsWith("/login");
        assertThat(signedIn.get("/api/me").status()).isEqualTo(401);
        assertThat(program.get("/api/accounts").status()).isEqualTo(200);
    }

    @Test
    void a_token_does_what_it_was_made_for_and_no_more() {
        var person = parley.person("cleo");
        var made = made(person, "{'name': 'Reader'}");
        var reader = person.token(made.field("token"));
        var runner = person.token(
                made(person, "{'name': 'Runner', 'rights': ['READ', 'RUN']}").field("token"));

        assertThat(made.field("token")).matches(TOKEN);
        assertThat(reader.get("/api/accounts").status()).isEqualTo(200);
        assertThat(reader.post("/api/bot/start").error()).isEqualTo("TOKEN_TOO_NARROW");
        assertThat(runner.post("/api/bot/start").error()).isEqualTo("SESSION_INVALID");
        assertThat(runner.delete("/api/accounts/" + new UUID(1, 1)).error()).isEqualTo("TOKEN_TOO_NARROW");
    }

    @Test
    void a_program_touches_nothing_that_concerns_its_person_alone() {
        var person = parley.person("dora");
        var program = person.token(
                made(person, "{'name': 'All', 'rights': ['READ', 'RUN', 'CONNECT', 'ADJUST', 'INVITE', 'GOVERN']}")
                        .field("token"));

        assertThat(program.post("/api/me/tokens", json("{'name': 'Another'}")).error())
                .isEqualTo("TOKEN_TOO_NARROW");
        assertThat(program.get("/api/me/tokens").error()).isEqualTo("TOKEN_TOO_NARROW");
        assertThat(program.delete("/api/me/sessions").error()).isEqualTo("TOKEN_TOO_NARROW");
        assertThat(program.get("/api/users").status()).isEqualTo(403);
    }

    @Test
    void a_token_is_made_by_somebody_who_has_just_proven_who_they_are() {
        var person = parley.person("nora");
        parley.clock().advance(Duration.ofMinutes(11));

        assertThat(person.post("/api/me/tokens", json("{'name': 'Late'}")).error())
                .isEqualTo("FRESH_SIGN_IN_REQUIRED");
    }

    @Test
    void a_token_lasts_as_long_as_it_was_made_for() {
        var person = parley.person("emmy");
        var program = person.token(
                made(person, "{'name': 'Short', 'expires_in_days': 1}").field("token"));

        assertThat(program.get("/api/accounts").status()).isEqualTo(200);
        parley.clock().advance(Duration.ofDays(1).plusSeconds(1));
        assertThat(program.get("/api/accounts").status()).isEqualTo(401);
    }

    @Test
    void a_list_tells_which_tokens_are_used_and_never_what_opens_them() {
        var person = parley.person("fay");
        var made = made(person, "{'name': 'Report <b>'}");
        person.token(made.field("token")).with("User-Agent", "reports/1.0").get("/api/accounts");

        var listed = person.get("/api/me/tokens");

        assertThat(listed.text()).doesNotContain(made.field("token"));
        assertThat(listed.body().path("items")).anySatisfy(token -> {
            assertThat(token.path("name").asString()).isEqualTo("Report <b>");
            assertThat(token.path("rights").get(0).asString()).isEqualTo("READ");
            assertThat(token.path("last_used").path("agent").asString()).isEqualTo("reports/1.0");
        });
        assertThat(person.delete("/api/me/tokens/" + made.field("id")).status()).isEqualTo(204);
        assertThat(person.token(made.field("token")).get("/api/accounts").status())
                .isEqualTo(401);
    }

    @Test
    void nobody_ends_what_is_another_persons() {
        var gwen = parley.person("gwen");
        var token = made(gwen, "{'name': 'Mine'}");
        parley.visitor("gwen");
        var session = gwen.get("/api/me/sessions")
                .body()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        var hana = parley.person("hana");

        assertThat(hana.delete("/api/me/tokens/" + token.field("id")).error()).isEqualTo("NOT_FOUND");
        assertThat(hana.delete("/api/me/sessions/" + session).error()).isEqualTo("NOT_FOUND");
        assertThat(gwen.token(token.field("token")).get("/api/accounts").status())
                .isEqualTo(200);
    }

    @Test
    void a_token_is_made_for_accounts_that_are_there() {
        var person = parley.person("lena");
        var account = account(person, "lena.shop");
        var foreign = account(parley.person("ravi"), "ravi.shop");

        var made = made(person, "{'name': 'Shop', 'accounts': ['%s']}".formatted(account));

        assertThat(made.body().at("/accounts/0/username").asString()).isEqualTo("lena.shop");
        assertThat(person.get("/api/me/tokens")
                        .body()
                        .at("/items/0/accounts/0/id")
                        .asString())
                .isEqualTo(account.toString());
        assertThat(person.post("/api/me/tokens", json("{'name': 'x', 'accounts': ['%s']}".formatted(foreign)))
                        .error())
                .isEqualTo("ACCOUNT_NOT_FOUND");
        var governing = "{'name': 'x', 'rights': ['READ', 'GOVERN'], 'accounts': ['%s']}".formatted(account);
        assertThat(person.post("/api/me/tokens", json(governing)).error()).isEqualTo("VALIDATION_FAILED");
    }

    @Test
    void the_page_offers_the_accounts_and_says_which_a_token_is_for() {
        var account = account(parley.person("sara"), "sara.shop");
        var visitor = parley.visitor("sara");
        assertThat(visitor.get("/profile/access").words()).contains("With which accounts", "@sara.shop");

        var tooMuch = visitor.submit(
                "/profile/access/tokens", "name", "Shop", "rights", "GOVERN", "accounts", account.toString());
        assertThat(tooMuch.status()).isEqualTo(400);
        assertThat(tooMuch.words()).contains("A token for chosen accounts can see, run and connect them.");
        var made = visitor.submit(
                "/profile/access/tokens", "name", "Shop", "rights", "READ", "accounts", account.toString());

        assertThat(made.words()).contains("With @sara.shop alone");
    }

    private static AccountId account(TestingApi person, String username) {
        var workspace = person.get("/api/workspaces").body().at("/items/0/id").asString();
        var user = UserId.of(person.get("/api/me").field("id"));
        return TestingAccounts.add(
                parley.database(), new Caller(user, username, false, WorkspaceId.of(workspace)), username);
    }

    @Test
    void of_many_orders_at_once_no_more_are_taken_than_there_is_room_for() throws Exception {
        var person = parley.person("theo");
        parley.database().owner().sql("""
            insert into api_tokens (id, user_id, token_hash, name, rights, expires_at)
            select gen_random_uuid(), id, decode(md5(n::text || id), 'hex'), 'Token ' || n, '{READ}', now() + interval '90 days'
            from users, generate_series(1, 48) n where username = 'theo'
            """).update();

        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var orders = IntStream.range(0, 8)
                    .mapToObj(n -> json("{'name': 'More %d'}".formatted(n)))
                    .<Callable<Integer>>map(
                            order -> () -> person.post("/api/me/tokens", order).status())
                    .toList();
            for (var answered : threads.invokeAll(orders)) {
                statuses.add(answered.get());
            }
        }

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(2);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(6);
    }

    @Test
    void addresses_are_shown_in_their_short_form() {
        var person = parley.person("uma");
        var made = made(person, "{'name': 'Six'}");
        person.token(made.field("token"))
                .with("X-Forwarded-For", "2001:0DB8:0:0:0:0:0:7")
                .get("/api/accounts");

        assertThat(person.get("/api/me/tokens")
                        .body()
                        .at("/items/0/last_used/address")
                        .asString())
                .isEqualTo("2001:db8::7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'name': ' '}",
                "{'name': 'x', 'rights': []}",
                "{'name': 'x', 'rights': ['SIGN_IN']}",
                "{'name': 'x', 'rights': ['ADMINISTER']}",
                "{'name': 'x', 'rights': ['EVERYTHING']}",
                "{'name': 'x', 'accounts': []}",
                "{'name': 'x', 'accounts': ['no id']}",
                "{'name': 'x', 'expires_in_days': 0}",
                "{'name': 'x', 'expires_in_days': 366}",
            })
    void a_token_that_cannot_be_is_refused(String order) {
        assertThat(parley.person("ida").post("/api/me/tokens", json(order)).error())
                .isIn("VALIDATION_FAILED", "MALFORMED_REQUEST");
    }

    @Test
    void each_token_has_a_name_of_its_own() {
        var person = parley.person("jo");
        made(person, "{'name': 'Reports'}");

        assertThat(person.post("/api/me/tokens", json("{'name': 'reports'}")).error())
                .isEqualTo("TOKEN_NAME_TAKEN");
    }

    @Test
    void an_expired_token_gives_its_name_back() {
        var person = parley.person("olga");
        made(person, "{'name': 'Reports', 'expires_in_days': 1}");
        parley.clock().advance(Duration.ofDays(1).plusSeconds(1));

        made(parley.person("olga"), "{'name': 'Reports'}");
    }

    @Test
    void the_page_shows_a_new_token_once() {
        var visitor = parley.visitor("kim");
        visitor.get("/profile/access");

        var unnamed = visitor.submit("/profile/access/tokens", "name", "", "rights", "READ", "expires_in_days", "30");
        assertThat(unnamed.status()).isEqualTo(400);
        assertThat(unnamed.words()).contains("A token needs a name");
        var made = visitor.submit(
                "/profile/access/tokens", "name", "<i>Sheet</i>", "rights", "READ", "expires_in_days", "30");

        assertThat(made.text()).containsPattern(TOKEN).contains("&lt;i&gt;Sheet");
        assertThat(visitor.get("/profile/access").text())
                .doesNotContainPattern(TOKEN)
                .contains("&lt;i&gt;Sheet");
    }

    @Test
    void whoever_asks_too_often_waits_and_nobody_else() {
        var busy = parley.person("lia");
        var first = busy.get("/api/me");
        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"requests\";q=300;w=60");
        assertThat(first.header("RateLimit")).startsWith("\"requests\";r=299;t=");

        var refused = refusedInTheEnd(busy, 600);

        assertThat(refused.error()).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(refused.header("Retry-After")).isNotNull();
        assertThat(parley.person("mia").get("/api/me").status()).isEqualTo(200);
    }

    @Test
    void strangers_at_one_address_share_what_they_may_ask() {
        var flood = parley.api().with("X-Forwarded-For", "203.0.113.9");

        assertThat(refusedInTheEnd(flood, 30).error()).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(parley.api()
                        .with("X-Forwarded-For", "203.0.113.10")
                        .get("/api/errors")
                        .status())
                .isEqualTo(200);
        assertThat(flood.get("/css/parley.css").status()).isEqualTo(200);
    }

    private static TestingApi.Answer refusedInTheEnd(TestingApi caller, int tries) {
        return IntStream.range(0, tries)
                .mapToObj(n -> caller.get("/api/errors"))
                .filter(answer -> answer.status() == 429)
                .findFirst()
                .orElseThrow();
    }

    private static TestingApi.Answer made(TestingApi person, String order) {
        var answer = person.post("/api/me/tokens", json(order));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }
}
