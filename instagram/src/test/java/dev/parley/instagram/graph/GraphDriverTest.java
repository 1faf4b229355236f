package dev.parley.instagram.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.instagram.Capability;
import dev.parley.instagram.SessionSnapshot;
import dev.parley.instagram.contract.CapabilityTable;
import dev.parley.instagram.contract.ConversationContract;
import dev.parley.instagram.contract.SendContract;
import dev.parley.sandbox.SandboxExtension;
import dev.parley.sandbox.SandboxServer;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class GraphDriverTest {

    private static final GraphApp APP = new GraphApp("1", "secret");

    @Nested
    class Sends extends SendContract {
        Sends() {
            super(new GraphKit());
        }
    }

    @Nested
    class Converses extends ConversationContract {
        Converses() {
            super(new GraphKit());
        }
    }

    @Test
    void says_why_it_leaves_things_out(SandboxServer sandbox) {
        CapabilityTable.record(new GraphKit(), sandbox);
    }

    @Test
    void looks_people_up_with_facebooks_login_only() {
        try (GraphDriver instagram =
                        GraphDriver.builder(GraphLogin.INSTAGRAM, APP).build();
                GraphDriver facebook =
                        GraphDriver.builder(GraphLogin.FACEBOOK, APP).build()) {
            assertThat(instagram.capabilities()).doesNotContain(Capability.PEOPLE);
            assertThat(facebook.capabilities()).contains(Capability.PEOPLE);
        }
    }

    @Test
    void refuses_settings_that_make_no_sense() {
        GraphDriver.Builder builder = GraphDriver.builder(GraphLogin.INSTAGRAM, APP);

        assertThatThrownBy(() -> builder.version("25")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.callDeadline(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.largestAnswer(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        builder.hosts(GraphHosts.sandbox(URI.create("ftp://x"))).build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GraphApp("", "secret")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void opens_no_session_of_another_driver_or_login(SandboxServer sandbox) {
        try (TestingDrivers drivers = new TestingDrivers(sandbox)) {
            SessionSnapshot session = TestingDrivers.signIn(drivers.driver(GraphLogin.INSTAGRAM), "alma.plain")
                    .session();
            SessionSnapshot others = new SessionSnapshot(
                    "mobile", session.account(), session.username(), session.identity(), null, session.state());

            assertThatThrownBy(() -> drivers.driver(GraphLogin.FACEBOOK).open(session))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> drivers.driver(GraphLogin.INSTAGRAM).open(others))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
