package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The official API as somebody uses it who has the admin API only: tokens, faults, windows and webhooks. */
@ExtendWith(SandboxExtension.class)
class OfficialAdminTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final SandboxServer sandbox;
    private final TestingAdmin admin;

    OfficialAdminTest(SandboxServer sandbox) {
        this.sandbox = sandbox;
        admin = new TestingAdmin(sandbox.baseUrl());
    }

    @Test
    void gives_a_token_and_takes_it_back() throws Exception {
        String token = token();
        assertThat(graph("GET", "/me?fields=username", token).body()).contains("alma.plain");

        assertThat(admin.delete("/_sandbox/official/tokens?account=alma.plain").statusCode())
                .isEqualTo(200);

        assertThat(code(graph("GET", "/me?fields=username", token))).isEqualTo(190);
    }

    @Test
    void faults_hit_the_official_api_by_call() throws Exception {
        String token = token();
        admin.post("/_sandbox/script", """
                {"call":"threads","fault":"graph_error","error":"613/1996","times":1}""");

        assertThat(code(graph("GET", "/me/conversations?platform=instagram", token)))
                .isEqualTo(613);
        assertThat(graph("GET", "/me/conversations?platform=instagram", token).statusCode())
                .isEqualTo(200);
    }

    @Test
    void windows_close_by_the_clock() throws Exception {
        String token = token();
        admin.post("/_sandbox/messages", """
                {"from":"tomas.totp","to":"alma.plain","text":"Hello"}""");
        String person = admin.json("/_sandbox/official/numbers?account=alma.plain&person=tomas.totp")
                .path("person")
                .asString();

        assertThat(send(person, token).statusCode()).isEqualTo(200);
        admin.post("/_sandbox/clock", "{\"advance\":\"PT25H\"}");

        JsonNode error =
                JsonMapper.shared().readTree(send(person, token).body()).path("error");
        assertThat(error.path("code").asInt()).isEqualTo(10);
        assertThat(error.path("error_subcode").asInt()).isEqualTo(2534022);
        assertThat(admin.json("/_sandbox/truth/messages?sender=alma.plain").size())
                .isEqualTo(1);
    }

    @Test
    void tells_of_webhooks() {
        admin.post("/_sandbox/official/callback", """
                {"url":"http://127.0.0.1:9/","verify_token":"v","fields":["messages","messaging_postbacks"]}""");
        admin.post("/_sandbox/official/manners", "{\"held\":true,\"signed_by\":\"facebook\"}");
        admin.post("/_sandbox/official/subscriptions", "{\"account\":\"alma.plain\"}");
        admin.post("/_sandbox/messages", """
                {"from":"tomas.totp","to":"alma.plain","text":"Hello"}""");
        admin.post("/_sandbox/official/presses", """
                {"account":"alma.plain","person":"tomas.totp","title":"Yes","payload":"YES"}""");

        JsonNode webhooks = admin.json("/_sandbox/official/webhooks");
        assertThat(webhooks.valueStream().map(webhook -> webhook.path("field").asString()))
                .containsExactly("messages", "messaging_postbacks");
        assertThat(webhooks.get(0).propertyNames())
                .containsExactly("id", "account", "field", "entry", "at", "tries", "status", "delivered", "pending");
        assertThat(webhooks.get(0).at("/entry/messaging/0/message/text").asString())
                .isEqualTo("Hello");
        assertThat(admin.json("/_sandbox/official")
                        .path("manners")
                        .path("signed_by")
                        .asString())
                .isEqualTo("facebook");
    }

    @Test
    void registers_where_browsers_may_be_sent() {
        admin.post("/_sandbox/official/redirects", "{\"addresses\":[\"https://parley.example/back\"]}");

        JsonNode app = admin.json("/_sandbox/official");
        assertThat(app.path("redirects").get(0).asString()).isEqualTo("https://parley.example/back");
        assertThat(app.path("apps").size()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            tokens;        {"account":"nobody"}
            tokens;        {"account":"alma.plain","login":"myspace"}
            callback;      {"url":"http://127.0.0.1:9/","fields":["weather"]}
            redirects;     {"addresses":"everywhere"}
            manners;       {"polite":true}
            manners;       {"duplicates":11}
            subscriptions; {}
            presses;       {"account":"alma.plain","person":"nobody at all","title":"t","payload":"p"}
            """)
    void refuses_what_makes_no_sense(String call, String body) {
        assertThat(admin.post("/_sandbox/official/" + call, body).statusCode()).isEqualTo(400);
    }

    private String token() {
        HttpResponse<String> made = admin.post("/_sandbox/official/tokens", "{\"account\":\"alma.plain\"}");
        assertThat(made.statusCode()).isEqualTo(201);
        return JsonMapper.shared().readTree(made.body()).path("token").asString();
    }

    private HttpResponse<String> send(String person, String token) throws IOException, InterruptedException {
        return ask(HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"recipient\":{\"id\":\"%s\"},\"message\":{\"text\":\"Hi\"}}".formatted(person)))
                .uri(address("/me/messages"))
                .header("Authorization", "Bearer " + token));
    }

    private HttpResponse<String> graph(String method, String path, String token)
            throws IOException, InterruptedException {
        return ask(HttpRequest.newBuilder(address(path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Authorization", "Bearer " + token));
    }

    private URI address(String path) {
        return URI.create(sandbox.baseUrl() + "/graph.instagram.com/v25.0" + path);
    }

    private static HttpResponse<String> ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static int code(HttpResponse<String> answer) {
        return JsonMapper.shared()
                .readTree(answer.body())
                .path("error")
                .path("code")
                .asInt();
    }
}
