package dev.parley.server.testing;

import static dev.parley.server.testing.TestingApi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import dev.parley.sandbox.ConsentPage;
import dev.parley.sandbox.SandboxServer;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import tools.jackson.databind.JsonNode;

/**
 * A server and an Instagram of their own for a test class; and for each of its tests somebody new who reads what is written to their
 * account, and somebody at Instagram who may write to it.
 */
public final class TestingTalks implements TestInstancePreConstructCallback, AfterEachCallback, AfterAllCallback {

    public static final String VERIFY_TOKEN = "agreed-with-meta";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String CONVERSATIONS = "/api/conversations";

    private final SandboxServer instagram = SandboxServer.builder().start();
    private final TestingParley parley;
    private int people;
    private TestingApi api;
    private String reader = "";
    private String account = "";
    private String friend = "";

    private TestingTalks(Map<String, String> more) {
        var settings = new HashMap<>(more);
        settings.put("parley.sandbox-url", instagram.baseUrl());
        settings.put("parley.bot.divisor", "0");
        settings.put("parley.public-url", "http://parley.example:8080");
        settings.put("parley.graph.verify-token", VERIFY_TOKEN);
        parley = TestingParley.start(settings);
        api = parley.api();
    }

    public static TestingTalks start() {
        return start(Map.of());
    }

    /** With properties that differ from the defaults. */
    public static TestingTalks start(Map<String, String> settings) {
        return new TestingTalks(settings);
    }

    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext test, ExtensionContext context) {
        reader = "reader" + people++;
        api = parley.person(reader);
        var accounts = instagram.makeAccounts("talks", 2);
        account = accounts.get(0).account().username();
        friend = accounts.get(1).account().username();
        var connected =
                api.post("/api/bot/login", json("{'username':'%s','password':'sandbox-pass'}".formatted(account)));
        assertThat(connected.status()).isEqualTo(200);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        instagram.clearScript();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        parley.close();
        instagram.close();
    }

    public SandboxServer instagram() {
        return instagram;
    }

    public TestingParley parley() {
        return parley;
    }

    /** Who reads, in Parley. */
    public String reader() {
        return reader;
    }

    /** As the reader. */
    public TestingApi api() {
        return api;
    }

    /** The reader's, at Instagram. */
    public String account() {
        return account;
    }

    /** Who may write to it. */
    public String friend() {
        return friend;
    }

    /** Of another workspace. */
    public TestingApi somebodyElse() {
        return parley.person("other" + people++);
    }

    /** The reader's browser, signed in and at this page. */
    public Page signedIn(TestingBrowser browser, String next) {
        var page = browser.page(parley.uri("/").toString());
        Hands.signIn(page, reader, TestingParley.PASSWORD, next);
        return page;
    }

    /** After the server was started again. */
    public void signInAgain() {
        api = parley.as(reader, TestingParley.PASSWORD);
    }

    /** Another account of the reader, by the official API, told of what comes. */
    public String connectOfficially() {
        var official =
                instagram.makeAccounts("official", 1).getFirst().account().username();
        var begun = api.post("/api/bot/login", json("{'username':'%s','driver':'graph'}".formatted(official)));
        var page = new ConsentPage(URI.create(begun.field("verification", "page")));
        var brought = ConsentPage.parameters(page.allow(official)).entrySet().stream()
                .map(parameter -> "'%s':'%s'".formatted(parameter.getKey(), parameter.getValue()))
                .collect(Collectors.joining(","));
        var connected = api.post(
                "/api/bot/verify/authorization",
                json("{'verification_id':'%s','brought_back':{%s}}"
                        .formatted(begun.field("verification", "id"), brought)));
        assertThat(connected.status()).as(connected.text()).isEqualTo(200);
        await().atMost(PATIENCE)
                .until(() -> !api.get("/api/activity?action=subscribe-events")
                        .body()
                        .path("items")
                        .isEmpty());
        syncOf(official);
        return official;
    }

    public void syncOf(String username) {
        var body = json("{'account_id':'%s'}".formatted(accountId(username)));
        assertThat(api.post(CONVERSATIONS + "/sync", body).status()).isEqualTo(204);
    }

    public String accountId(String username) {
        return api.get("/api/accounts")
                .body()
                .path("items")
                .valueStream()
                .filter(one -> one.path("username").asString().equals(username))
                .map(one -> one.path("id").asString())
                .findFirst()
                .orElseThrow();
    }

    /** The conversation of this account, once it says this and nothing else. */
    public JsonNode conversationWith(String username, Set<String> expected) {
        var query = "?account_id=" + accountId(username);
        await().atMost(PATIENCE).until(() -> {
            var found = conversations(query);
            return !found.isEmpty() && expected.equals(Set.copyOf(said(found.getFirst())));
        });
        return conversations(query).getFirst();
    }

    public int receivedActivities() {
        return api.get("/api/activity?action=message-received&limit=200")
                .body()
                .path("items")
                .size();
    }

    /** Reads the inbox at Instagram now. */
    public void sync() {
        assertThat(api.post(CONVERSATIONS + "/sync").status()).isEqualTo(204);
    }

    /** The one conversation that there is. */
    public JsonNode only() {
        var all = conversations("");
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    public List<JsonNode> conversations(String query) {
        return api.get(CONVERSATIONS + query).body().path("items").valueStream().toList();
    }

    /** Newest first. */
    public List<String> said(JsonNode conversation) {
        return messages(conversation).stream()
                .map(message -> message.path("content").asString())
                .toList();
    }

    public List<JsonNode> messages(JsonNode conversation) {
        return api.get(CONVERSATIONS + "/" + conversation.path("id").asString() + "/messages?limit=200")
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    /** What came there, once. */
    public List<String> arrived(String from, String to) {
        return instagram.messages(from, to).stream()
                .filter(message -> message.timesReceived() == 1)
                .map(message -> message.text())
                .toList();
    }
}
