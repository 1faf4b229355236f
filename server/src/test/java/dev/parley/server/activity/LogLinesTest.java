package dev.parley.server.activity;

import static dev.parley.server.testing.TestingApi.json;
import static dev.parley.server.testing.TestingParley.PASSWORD;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.core.ErrorCode;
import dev.parley.server.testing.TestingParley;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class LogLinesTest {

    private static final String JSON_LINES = "dev.parley.server.activity.JsonLogLine";

    @Test
    void a_line_is_one_object_with_all_that_belongs_to_it(CapturedOutput output) {
        try (var _ = TestingParley.start(Map.of("logging.structured.format.console", JSON_LINES))) {
            MDC.put("correlation_id", "line-1");
            MDC.put("user_id", "user-1");
            LoggerFactory.getLogger("dev.parley.server.bot.Test")
                    .atError()
                    .addKeyValue("error_code", ErrorCode.NO_EFFECT)
                    .setCause(new IllegalStateException("broken"))
                    .log("one\n\"line\"");
            MDC.clear();
        }
        var line = lines(output).stream()
                .filter(candidate ->
                        candidate.path("correlation_id").asString("").equals("line-1"))
                .findFirst()
                .orElseThrow();
        assertThat(line.path("message").asString()).isEqualTo("one\n\"line\"");
        assertThat(line.path("error_code").asString()).isEqualTo("E-BOT-W-0007");
        assertThat(line.path("module").asString()).isEqualTo("BOT");
        assertThat(line.path("severity").asString()).isEqualTo("W");
        assertThat(line.path("user_id").asString()).isEqualTo("user-1");
        assertThat(line.path("stack").asString()).contains("IllegalStateException", "LogLinesTest");
    }

    @Test
    void no_secret_is_in_any_line_or_table(CapturedOutput output) {
        var canary = "canary-of-a-password";
        try (var parley = TestingParley.start(Map.of("logging.level.dev.parley", "debug"))) {
            var alma = parley.person("alma");
            var token = requireNonNull(alma.headers().get("Authorization")).replace("Bearer ", "");
            var path = "/api/users/" + alma.get("/api/me").field("id") + "/change-password";
            alma.put(path, json("{'current_password': '%s', 'new_password': '%s'}".formatted(PASSWORD, canary)));
            parley.as("alma", canary);
            parley.api()
                    .post("/api/auth/login", json("{'username': 'alma', 'password': 'wrong-%s'}".formatted(canary)));
            parley.api().post("/api/auth/login", json("{'username': 'alma', 'password': {'%s': 1}}".formatted(canary)));
            assertThat(everyRow(parley.database().owner())).contains("alma").doesNotContain(canary, token, PASSWORD);
            assertThat(output.getAll()).doesNotContain(canary, token, PASSWORD);
        }
    }

    private static String everyRow(JdbcClient owner) {
        var tables = owner.sql("select tablename from pg_tables where schemaname = 'public'")
                .query((row, n) -> requireNonNull(row.getString(1)))
                .list();
        return tables.stream()
                .map(table -> owner.sql("select coalesce(string_agg(row::text, ' '), '') from %s row".formatted(table))
                        .query(String.class)
                        .single())
                .collect(Collectors.joining(" "));
    }

    private static List<JsonNode> lines(CapturedOutput output) {
        return output.getOut()
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(JsonMapper.shared()::readTree)
                .toList();
    }
}
