package dev.parley.journeys.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestingToolsTest {

    @TempDir
    Path folder;

    @Test
    void what_was_seen_last_is_told_when_the_patience_is_over() {
        var impatient = Eventually.within(Duration.ZERO);

        assertThatThrownBy(() -> impatient.shows("a full moon", () -> "a half moon", "a full moon"::equals))
                .isInstanceOf(AssertionError.class)
                .hasMessage("within 0 s it never came to a full moon; last seen: a half moon");
    }

    @Test
    void kept_logs_are_those_of_the_last_failure() throws IOException {
        var logs = Files.createDirectory(folder.resolve("logs"));
        var kept = new KeptLogs(folder.resolve("kept"));
        var old = Files.writeString(logs.resolve("server-2.log"), "an earlier run");
        kept.keep(logs);

        Files.delete(old);
        Files.writeString(logs.resolve("server-1.log"), "what went wrong");
        kept.keep(logs);

        assertThat(kept.folder()).isDirectoryContaining("glob:**server-1.log");
        assertThat(kept.folder()).isDirectoryNotContaining("glob:**server-2.log");
    }
}
