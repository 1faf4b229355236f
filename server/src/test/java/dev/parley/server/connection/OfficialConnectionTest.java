package dev.parley.server.connection;

import static dev.parley.server.testing.TestingApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.ConsentPage;
import dev.parley.sandbox.SandboxServer;
import dev.parley.server.testing.TestingParley;
import dev.parley.server.testing.TestingVisitor;
import dev.parley.server.testing.TestingVisitor.Page;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Connecting through the official API: the owner agrees on Instagram's own page and comes back. */
class OfficialConnectionTest {

    private static final SandboxServer instagram = SandboxServer.builder().start();
    private static final Pattern OUT = Pattern.compile("href=\"([^\"]+)\" rel=\"noreferrer\"");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

    @RegisterExtension
    static final TestingParley parley = TestingParley.start(
            Map.of("parley.sandbox-url", instagram.baseUrl(), "parley.public-url", "http://parley.example:8080"));

    @AfterAll
    static void close() {
        instagram.close();
    }

    @Test
    void an_owner_agrees_on_instagrams_page_and_the_account_is_connected() {
        var alma = parley.visitor("alma");
        assertThat(alma.get("/accounts/connect").words())
                .contains("Meta’s official API", "Instagram’s terms allow it", "The website, in a browser");
        var waiting = begun(alma, "alma.plain");
        assertThat(alma.get("/").words()).contains("Instagram waits for you to agree for @alma.plain");

        var back = alma.get(back(consent(out(alma.follow(waiting))).allow("alma.plain")));
        assertThat(back.words()).contains("Back from Instagram", "Connect @alma.plain");
        assertThat(alma.get("/").words()).as("looking changes nothing").contains("Instagram waits for you");

        var connected = finish(alma, waiting, back);
        assertThat(connected.location()).startsWith("/#account-");
        var home = alma.follow(connected);
        assertThat(home.words()).contains("@alma.plain", "Connected", "Works").doesNotContain("Needs attention");
        assertThat(home.text()).as("it cannot follow").doesNotContain("/jobs/new");
    }

    @Test
    void what_the_driver_cannot_do_is_refused_before_anything_is_stored() {
        var tomas = parley.visitor("tomas");
        var waiting = begun(tomas, "tomas.totp");
        finish(
                tomas,
                waiting,
                tomas.get(back(consent(out(tomas.follow(waiting))).allow("tomas.totp"))));
        var api = parley.as("tomas", TestingParley.PASSWORD);

        var refused = api.post("/api/bot/actions/follow-hashtag", json("{'hashtag': 'travel', 'amount': 1}"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.field("error")).isEqualTo("DRIVER_CANNOT");
        assertThat(api.post("/api/users/" + api.get("/api/me").field("id") + "/test-session", json("{}"))
                        .field("session_valid"))
                .isEqualTo("true");
    }

    @Test
    void an_owner_who_cancels_is_told_so() {
        var chloe = parley.visitor("chloe");
        var waiting = begun(chloe, "chloe.challenge");
        var back = chloe.get(back(consent(out(chloe.follow(waiting))).cancel()));

        var refused = finish(chloe, waiting, back);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.words()).contains("A permission is missing", "E-ACC-E-0010");
    }

    @Test
    void another_account_than_the_one_that_was_meant_is_not_connected() {
        var sami = parley.visitor("sami");
        var waiting = begun(sami, "sami.sms");
        var back = sami.get(back(consent(out(sami.follow(waiting))).allow("alma.plain")));

        var refused = finish(sami, waiting, back);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.words()).contains("Another Instagram account");
    }

    @Test
    void whoever_comes_back_late_twice_or_for_somebody_else_finds_nothing() {
        instagram.makeAccounts("vera", 1);
        var vera = parley.visitor("vera");
        var waiting = begun(vera, "vera.1");
        var address = back(consent(out(vera.follow(waiting))).allow("vera.1"));

        var boris = parley.visitor("boris");
        assertThat(boris.get(address).words()).contains("The sign-in is over", "E-AUTH-E-0008");
        assertThat(boris.get("/accounts/authorization").status()).isEqualTo(409);
        assertThat(parley.visitor().get(address).location()).startsWith("/login?next=");

        var back = vera.get(address);
        finish(vera, waiting, back);
        assertThat(vera.get(address).words()).contains("The sign-in is over");
    }

    @Test
    void a_program_gets_the_page_and_brings_back_what_the_owner_brought() {
        instagram.makeAccounts("program", 1);
        var api = parley.person("program");
        var begun = api.post("/api/bot/login", json("{'username': 'program.1', 'driver': 'graph'}"));
        assertThat(begun.status()).isEqualTo(202);
        assertThat(begun.field("verification", "kind")).isEqualTo("AUTHORIZATION");
        var verification = begun.field("verification", "id");

        var code = api.post(
                "/api/bot/verify", json("{'verification_id': '%s', 'code': '123456'}".formatted(verification)));
        assertThat(code.status()).as("it waits for no code").isEqualTo(400);

        var page = new ConsentPage(URI.create(begun.field("verification", "page")));
        var brought = ConsentPage.parameters(page.allow("program.1")).entrySet().stream()
                .map(parameter -> "'%s': '%s'".formatted(parameter.getKey(), parameter.getValue()))
                .collect(Collectors.joining(", "));
        var connected = api.post(
                "/api/bot/verify/authorization",
                json("{'verification_id': '%s', 'brought_back': {%s}}".formatted(verification, brought)));
        assertThat(connected.status()).as(connected.text()).isEqualTo(200);
        assertThat(connected.field("session_valid")).isEqualTo("true");
    }

    private static Page begun(TestingVisitor visitor, String username) {
        visitor.get("/accounts/connect/graph");
        var waiting = visitor.submit("/accounts/connect/graph", "username", username);
        assertThat(waiting.location()).as(waiting.words()).startsWith("/accounts/verification/");
        return waiting;
    }

    private static String out(Page page) {
        var link = OUT.matcher(page.text());
        assertThat(link.find()).as(page.words()).isTrue();
        return link.group(1).replace("&amp;", "&");
    }

    private static ConsentPage consent(String out) {
        return new ConsentPage(URI.create(out));
    }

    /** As a path of ours. */
    private static String back(URI sentBack) {
        return sentBack.getRawPath() + "?" + sentBack.getRawQuery();
    }

    private static Page finish(TestingVisitor visitor, Page waiting, Page back) {
        var fields = HIDDEN.matcher(back.text())
                .results()
                .filter(field -> !field.group(1).equals("_csrf"))
                .flatMap(field -> Stream.of(
                        field.group(1), field.group(2).replace("&amp;", "&").replace("&#34;", "\"")))
                .toArray(String[]::new);
        return visitor.submit(waiting.location() + "/authorization", fields);
    }
}
