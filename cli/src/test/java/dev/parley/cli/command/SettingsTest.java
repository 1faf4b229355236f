package dev.parley.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.cli.instance.InstagramMode;
import dev.parley.cli.instance.InstanceSettings;
import dev.parley.cli.instance.LogFormat;
import dev.parley.cli.process.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class SettingsTest {

    @TempDir
    Path folder;

    @Test
    void defaults_are_those_that_the_guide_promises() {
        var settings = parse(new Settings(Map.of(), Map.of()));

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.sandboxPort()).isEqualTo(8090);
        assertThat(settings.folder().root()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(settings.mode()).isEqualTo(InstagramMode.SANDBOX);
        assertThat(settings.databaseUrl()).isNull();
        assertThat(settings.keyFile()).isNull();
        assertThat(settings.logFormat()).isEqualTo(LogFormat.JSON);
        assertThat(settings.javaOptions()).isEmpty();
    }

    @Test
    void flags_win_over_the_environment_and_the_environment_over_the_file() {
        var outside = new Settings(
                Map.of("PORT", "2", "SANDBOX_PORT", "2"),
                Map.of("PORT", "3", "SANDBOX_PORT", "3", "LOG_FORMAT", "text"));

        var settings = parse(outside, "--port", "1");

        assertThat(settings.port()).isEqualTo(1);
        assertThat(settings.sandboxPort()).isEqualTo(2);
        assertThat(settings.logFormat()).isEqualTo(LogFormat.TEXT);
    }

    @Test
    void each_variable_has_its_flag() {
        var settings = parse(new Settings(
                Map.of(
                        "DATA_DIR", folder.toString(),
                        "PARLEY_INSTAGRAM", "live",
                        "DATABASE_URL", "postgresql://owner:word@host:5432/parley",
                        "PARLEY_KEY_FILE", "/etc/parley/key",
                        "JAVA_OPTS", " -Xmx1g  -Xss1m "),
                Map.of("AGENTQL_API_KEY", "given")));

        assertThat(settings.folder().root()).isEqualTo(folder);
        assertThat(settings.mode()).isEqualTo(InstagramMode.LIVE);
        assertThat(settings.databaseUrl()).isEqualTo("postgresql://owner:word@host:5432/parley");
        assertThat(settings.keyFile()).isEqualTo(Path.of("/etc/parley/key"));
        assertThat(settings.javaOptions()).containsExactly("-Xmx1g", "-Xss1m");
        assertThat(settings.environment()).containsEntry("AGENTQL_API_KEY", "given");
    }

    @Test
    void the_sample_file_can_be_read_and_sets_what_would_be_so_anyway() {
        var sample = EnvironmentFile.read(Path.of("..", ".env.example"));

        assertThat(sample)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("PORT", "8080", "SANDBOX_PORT", "8090", "DATA_DIR", "./data", "LOG_FORMAT", "json"));
    }

    @Test
    void the_file_may_hold_comments_quotes_and_empty_values() throws IOException {
        var file = Files.writeString(
                folder.resolve(".env"), "# a comment\n\nA = 1\nB=\"two words\"\nC='3'\nD=\nE=a=b#c\n");

        assertThat(EnvironmentFile.read(file))
                .containsExactlyInAnyOrderEntriesOf(Map.of("A", "1", "B", "two words", "C", "3", "E", "a=b#c"));
    }

    @Test
    void a_line_that_is_no_setting_is_named() throws IOException {
        var file = Files.writeString(folder.resolve(".env"), "A=1\nnonsense\n");

        assertThatThrownBy(() -> EnvironmentFile.read(file))
                .isInstanceOf(Problem.class)
                .hasMessageEndingWith(".env line 2 is not KEY=VALUE");
    }

    private static InstanceSettings parse(Settings outside, String... arguments) {
        var command = new OnlyOptions();
        var line = new CommandLine(command).setDefaultValueProvider(outside).setCaseInsensitiveEnumValuesAllowed(true);
        line.parseArgs(arguments);
        return command.options.settings(line, outside);
    }

    @Command(name = "only")
    private static final class OnlyOptions {

        @Mixin
        private InstanceOptions options = new InstanceOptions();
    }
}
