package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public Node client instagram-private-api, unmodified but for its base address. Installs it on the first run. */
@ExtendWith(SandboxExtension.class)
class InstagramPrivateApiTest {
    private static final Path FOLDER =
            Path.of("target", "instagram-private-api").toAbsolutePath();
    private static final Path CLIENT = FOLDER.resolve("node_modules/instagram-private-api");
    private static final String SCRIPT = "src/test/resources/dev/parley/sandbox/instagram-private-api.cjs";

    @BeforeAll
    static void install() throws Exception {
        if (Files.exists(CLIENT.resolve("package.json"))) {
            return;
        }
        Files.createDirectories(FOLDER);
        run(List.of(
                "npm",
                "install",
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
                "--prefix",
                FOLDER.toString(),
                "instagram-private-api@1.46.1"));
    }

    @Test
    void likes_watches_and_writes(SandboxServer sandbox) throws Exception {
        var teller = sandbox.people().stream()
                .filter(each -> !each.isPrivate() && each.takesMessages())
                .filter(each -> !sandbox.stories(each).isEmpty())
                .findFirst()
                .orElseThrow();

        JsonNode told = story(
                sandbox,
                "social",
                Long.toString(teller.id()),
                sandbox.posts("travel", 24).stream()
                        .filter(post -> !post.owner().isPrivate())
                        .findFirst()
                        .orElseThrow()
                        .id());

        assertThat(told.toString())
                .isEqualTo("""
                        {"me":"alma.plain","liked":true,"likedBy":"alma.plain","posted":true,"shown":true,"follower":true,"stories":%d,"threads":1,"text":"Hello"}""".formatted(sandbox.stories(teller).size()));
        assertThat(sandbox.likes("alma.plain")).hasSize(1);
        assertThat(sandbox.storyViews("alma.plain")).hasSameSizeAs(sandbox.stories(teller));
        assertThat(sandbox.messages("alma.plain", teller.username())).hasSize(1);
    }

    @Test
    @Tag("long")
    void signs_in_reads_hashtags_follows_and_signs_out(SandboxServer sandbox) throws Exception {
        var person = sandbox.people().stream()
                .filter(each -> !each.isPrivate() && !each.deleted())
                .findFirst()
                .orElseThrow();

        JsonNode told = story(sandbox, "plain", Long.toString(person.id()));

        assertThat(told.toString()).isEqualTo("""
                        {"me":"alma.plain","first":24,"second":24,"old":24,"followed":true,"shown":true,"many":true,\
                        "ended":false,"info":"%s","byName":"%d","current":"alma.plain"}""".formatted(person.username(), person.id()));
        assertThat(sandbox.follows("alma.plain")).singleElement().matches(follow -> follow.times() == 1);
    }

    @ParameterizedTest
    @Tag("long")
    @ValueSource(strings = {"tomas.totp", "sami.sms"})
    void signs_in_with_a_second_factor(String username, SandboxServer sandbox) throws Exception {
        assertThat(story(sandbox, "secondFactor", username).get("current").asString())
                .isEqualTo(username);
    }

    @Test
    @Tag("long")
    void passes_a_challenge(SandboxServer sandbox) throws Exception {
        JsonNode told = story(sandbox, "challenge", "chloe.challenge");

        assertThat(told.get("action").asString()).isEqualTo("close");
        assertThat(told.get("current").asString()).isEqualTo("chloe.challenge");
    }

    private static JsonNode story(SandboxServer sandbox, String name, String... about) throws Exception {
        var command = new ArrayList<>(List.of("node", SCRIPT, sandbox.baseUrl(), CLIENT.toString(), name));
        command.addAll(List.of(about));
        return JsonMapper.shared().readTree(run(command));
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Path errors = Files.createTempFile("client", ".log");
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(() -> output + read(errors)).isZero();
        return output;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
