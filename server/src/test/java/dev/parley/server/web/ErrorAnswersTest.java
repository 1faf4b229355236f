package dev.parley.server.web;

import static dev.parley.server.testing.TestingApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.testing.TestingParley;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ErrorAnswersTest {

    @RegisterExtension
    static final TestingParley parley = TestingParley.start();

    private static final String LOGIN = "/api/auth/login";
    private static final int A_LOT = 5 * 1024 * 1024;

    @Test
    void a_refusal_tells_all_that_the_shape_promises() {
        var refused = parley.api().with("X-Correlation-Id", "abc-1").get("/api/me");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.header("X-Correlation-Id")).isEqualTo("abc-1");
        assertThat(refused.body().propertyNames())
                .containsExactlyInAnyOrder(
                        "type",
                        "title",
                        "status",
                        "detail",
                        "success",
                        "error",
                        "error_code",
                        "message",
                        "recommended_action",
                        "retryable",
                        "retry_after_s",
                        "correlation_id");
        assertThat(refused.field("type")).isEqualTo("/errors/E-AUTH-E-0002");
        assertThat(refused.field("error")).isEqualTo("NOT_SIGNED_IN");
        assertThat(refused.field("correlation_id")).isEqualTo("abc-1");
    }

    @Test
    void a_correlation_id_that_is_not_plain_is_replaced() {
        assertThat(parley.api()
                        .with("X-Correlation-Id", "a b<c>")
                        .get("/api/me")
                        .header("X-Correlation-Id"))
                .isNotBlank()
                .doesNotContain("<");
    }

    @Test
    void malformed_json_is_refused() {
        var refused = parley.api().post(LOGIN, "{\"username\": ");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("MALFORMED_REQUEST");
        assertThat(parley.api().post(LOGIN, "[".repeat(2000)).error()).isEqualTo("MALFORMED_REQUEST");
    }

    @Test
    void unknown_fields_and_wrong_types_are_named() {
        var unknown = parley.api().post(LOGIN, json("{'username': 'a', 'password': 'b', 'colour': 'red'}"));
        assertThat(unknown.error()).isEqualTo("VALIDATION_FAILED");
        assertThat(unknown.body().at("/fields/0/field").asString()).isEqualTo("colour");
        var wrong = parley.api().post(LOGIN, json("{'username': 5, 'password': 'b'}"));
        assertThat(wrong.error()).isEqualTo("VALIDATION_FAILED");
        assertThat(wrong.body().at("/fields/0/field").asString()).isEqualTo("username");
        var nested = parley.api().post(LOGIN, json("{'username': {'a': 1}, 'password': 'b'}"));
        assertThat(nested.body().at("/fields/0/field").asString()).isEqualTo("username");
    }

    @Test
    void an_absent_body_counts_as_an_empty_object() {
        var refused = parley.api().post(LOGIN);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("VALIDATION_FAILED");
        assertThat(refused.body().path("fields").findValuesAsString("field")).containsExactly("password", "username");
    }

    @Test
    void fields_have_the_names_of_the_api() {
        var refused = parley.api().post("/api/admin/initialize-password", json("{'username': 'admin'}"));
        assertThat(refused.body().path("fields").findValuesAsString("field"))
                .containsExactly("current_password", "new_password");
    }

    @Test
    void a_huge_body_is_refused_whether_or_not_it_says_so() {
        assertThat(parley.api().post(LOGIN, "x".repeat(A_LOT)).error()).isEqualTo("BODY_TOO_LARGE");
        var unannounced = parley.api()
                .with("Content-Type", "application/json")
                .send("POST", LOGIN, BodyPublishers.ofInputStream(() -> spaces(A_LOT)));
        assertThat(unannounced.status()).isEqualTo(413);
        assertThat(unannounced.error()).isEqualTo("BODY_TOO_LARGE");
    }

    @Test
    void wrong_methods_and_types_are_refused() {
        var method = parley.api().get(LOGIN);
        assertThat(method.status()).isEqualTo(401);
        var known = parley.admin();
        var wrongMethod = known.delete("/api/me");
        assertThat(wrongMethod.status()).isEqualTo(405);
        assertThat(wrongMethod.header("Allow")).isEqualTo("GET");
        var text = parley.api().with("Content-Type", "text/plain").send("POST", LOGIN, BodyPublishers.ofString("{}"));
        assertThat(text.status()).isEqualTo(415);
        assertThat(text.error()).isEqualTo("MEDIA_TYPE_NOT_SUPPORTED");
        var image = known.with("Accept", "image/png").get("/api/me");
        assertThat(image.status()).isEqualTo(406);
        assertThat(image.error()).isEqualTo("NOT_ACCEPTABLE");
    }

    @Test
    void an_id_that_is_none_names_nothing_and_a_wrong_parameter_is_named() {
        var admin = parley.admin();
        assertThat(admin.patch("/api/users/not-an-id", "{}").status()).isEqualTo(404);
        var limit = admin.get("/api/users?limit=many");
        assertThat(limit.status()).isEqualTo(400);
        assertThat(limit.body().at("/fields/0/field").asString()).isEqualTo("limit");
        assertThat(admin.get("/api/users?limit=100000").error()).isEqualTo("VALIDATION_FAILED");
    }

    @Test
    void browsers_are_answered_with_a_page() {
        var page = parley.admin().with("Accept", "text/html,*/*").get("/accounts/nothing/here");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text()).contains("Not found", "/errors/E-API-E-0004");
    }

    @Test
    void strangers_are_sent_to_the_sign_in_and_back() {
        var page = parley.api().with("Accept", "text/html,*/*").get("/activity?status=failed");
        assertThat(page.status()).isEqualTo(302);
        assertThat(page.header("Location")).isEqualTo("/login?next=%2Factivity%3Fstatus%3Dfailed");
    }

    @Test
    void every_answer_carries_the_headers_of_a_careful_site() {
        for (var path : new String[] {"/login", "/api/me", "/css/parley.css"}) {
            var answer = parley.api().get(path);
            assertThat(answer.header("Content-Security-Policy"))
                    .as(path)
                    .contains("default-src 'none'", "frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Server")).isNull();
        }
        assertThat(parley.api().get("/login").header("Cache-Control")).isEqualTo("no-store");
    }

    private static InputStream spaces(int count) {
        return new ByteArrayInputStream(" ".repeat(count).getBytes(StandardCharsets.US_ASCII));
    }
}
