package dev.parley.journeys.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came back.
 *
 * @param call method and path, for messages
 * @param body an empty object where there was no JSON
 */
public record Answer(String call, int status, JsonNode body, String raw, HttpResponse<String> http) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static Answer of(String call, HttpResponse<String> response) {
        var raw = response.body();
        var isJson = response.headers().firstValue("Content-Type").orElse("").contains("json");
        var body = isJson && !raw.isBlank() ? JSON.readTree(raw) : JSON.createObjectNode();
        return new Answer(call, response.statusCode(), body, raw, response);
    }

    public Answer expect(int expected) {
        assertThat(status).as("%s answered %s", call, raw).isEqualTo(expected);
        return this;
    }

    /** A refusal in the one shape that all refusals have. */
    public Answer expectRefusal(int expected, String error, String code) {
        expect(expected);
        assertThat(header("Content-Type")).as(call).startsWith("application/problem+json");
        assertThat(text("error")).as("%s answered %s", call, raw).isEqualTo(error);
        assertThat(text("error_code")).as(call).isEqualTo(code);
        assertThat(text("type")).as(call).isEqualTo("/errors/" + code);
        assertThat(number("status")).as(call).isEqualTo(expected);
        assertThat(body.path("success").isBoolean() && !flag("success"))
                .as("%s says success: false", call)
                .isTrue();
        assertThat(text("message")).as(call).isNotBlank().isEqualTo(text("detail"));
        assertThat(text("title")).as(call).isNotBlank();
        assertThat(text("recommended_action")).as(call).isNotBlank();
        assertThat(body.path("retryable").isBoolean())
                .as("%s says whether to retry", call)
                .isTrue();
        assertThat(body.has("retry_after_s")).as("%s has retry_after_s", call).isTrue();
        assertThat(text("correlation_id")).as(call).isNotBlank().isEqualTo(header("X-Correlation-Id"));
        return this;
    }

    /** Exactly these members, no more. */
    public Answer expectMembers(String... names) {
        assertThat(body.propertyNames()).as("%s answered %s", call, raw).containsExactlyInAnyOrder(names);
        return this;
    }

    /** The member by its name, or by its path with slashes; empty if it is missing or null. */
    public String text(String path) {
        return at(path).asString("");
    }

    public int number(String path) {
        return at(path).asInt(Integer.MIN_VALUE);
    }

    public boolean flag(String path) {
        return at(path).asBoolean(false);
    }

    public boolean isNull(String path) {
        return at(path).isNull();
    }

    public JsonNode at(String path) {
        return path.isEmpty() ? body : body.at("/" + path);
    }

    public List<JsonNode> items() {
        return list("items");
    }

    public List<JsonNode> list(String path) {
        return at(path).valueStream().toList();
    }

    public List<String> texts(String path) {
        return at(path).valueStream().map(JsonNode::asString).toList();
    }

    public String header(String name) {
        return http.headers().firstValue(name).orElse("");
    }

    @Override
    public String toString() {
        return "%s answered %d %s".formatted(call, status, raw);
    }
}
