package dev.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.testing.TestingParley;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StartTest {

    @RegisterExtension
    static final TestingParley parley = TestingParley.start();

    @Test
    void makes_the_key_at_the_first_start_and_keeps_it_over_restarts() throws Exception {
        var key = Files.readString(parley.dataDir().resolve("key"));
        parley.restart();
        assertThat(Files.readString(parley.dataDir().resolve("key"))).isEqualTo(key);
    }
}
