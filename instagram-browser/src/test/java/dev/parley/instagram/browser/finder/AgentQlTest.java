package dev.parley.instagram.browser.finder;

import static dev.parley.instagram.browser.finder.TestingFinderService.element;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.instagram.browser.testing.TestingSite;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AgentQlTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Sketch SKETCH = new Sketch("https://www.instagram.com/", "{\"role\":\"webArea\"}");

    @RegisterExtension
    private final TestingFinderService service = new TestingFinderService();

    @Test
    void asks_in_the_services_own_form() {
        service.says(200, element("follow_button", "\"42\""));

        assertThat(find()).isEqualTo("42");

        assertThat(service.told()).hasSize(1);
        JsonNode told = new JsonMapper().readTree(service.told().getFirst());
        assertThat(told.path("query").asString())
                .startsWith("{ follow_button(")
                .endsWith(") }")
                .doesNotContain("\n");
        assertThat(told.path("accessibility_tree").path("role").asString()).isEqualTo("webArea");
        assertThat(told.path("metadata").path("url").asString()).isEqualTo(SKETCH.address());
        assertThat(told.path("params").path("mode").asString()).isEqualTo("fast");
        assertThat(service.told().getFirst()).doesNotContain(TestingFinderService.KEY);
    }

    @Test
    void takes_a_number_too() {
        service.says(200, element("follow_button", "42"));

        assertThat(find()).isEqualTo("42");
    }

    static Stream<String> nothing() {
        String element = "{\"tf623_id\":\"1\"}";
        return Stream.of(
                "",
                "null",
                "[]",
                "Bad gateway",
                "<html>",
                "{\"response\":",
                "{\"response\":null}",
                "{\"response\":{\"follow_button\":null}}",
                "{\"response\":{\"follow_button\":\"1\"}}",
                "{\"response\":{\"other\":" + element + "}}",
                "{\"response\":{\"follow_button\":[" + element + "," + element + "]}}",
                "{\"response\":{\"follow_button\":[" + element + "]}}",
                element("follow_button", "null"),
                element("follow_button", "true"),
                element("follow_button", "1.5"),
                element("follow_button", "-1"),
                element("follow_button", "\"1' or\""),
                element("follow_button", "{\"a\":1}"),
                "{\"response\":{\"follow_button\":{\"tf623_id\":\"1\",\"attributes\":{\"iframe_path\":\"7\"}}}}",
                "[".repeat(5_000),
                "{\"response\":{\"follow_button\":{\"tf623_id\":\"1\",\"name\":\"" + "x".repeat(70_000) + "\"}}}");
    }

    @ParameterizedTest
    @MethodSource("nothing")
    void takes_what_is_not_exactly_one_element_for_none(String answer) {
        service.says(200, answer);

        assertThat(find()).isNull();
        assertThat(service.told()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 301, 400, 401, 402, 429, 500, 503})
    void takes_a_refusal_for_none_and_asks_no_more(int status) {
        service.says(status, element("follow_button", "\"1\""));

        assertThat(find()).isNull();
        assertThat(service.told()).hasSize(1);
    }

    @Test
    void a_wrong_key_finds_nothing() {
        service.says(200, element("follow_button", "\"1\""));

        assertThat(service.finder("wrong").find(Wanted.FOLLOW, SKETCH, PATIENCE))
                .isNull();
    }

    @Test
    void does_not_wait_longer_than_it_may() {
        service.isSilent();

        assertThat(service.finder().find(Wanted.FOLLOW, SKETCH, Duration.ofMillis(300)))
                .isNull();
    }

    @Test
    void finds_nothing_where_nobody_is() {
        var finder = new AgentQl(URI.create(TestingSite.nobodyThere()), TestingFinderService.KEY);

        assertThat(finder.find(Wanted.FOLLOW, SKETCH, PATIENCE)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "secret key", "secret\n", "sécret"})
    void refuses_what_cannot_be_a_key_without_quoting_it(String key) {
        assertThatThrownBy(() -> new AgentQl(key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("cret");
        assertThat(new AgentQl("secret")).hasToString("AgentQl[api.agentql.com]");
    }

    private @Nullable String find() {
        return service.finder().find(Wanted.FOLLOW, SKETCH, PATIENCE);
    }
}
