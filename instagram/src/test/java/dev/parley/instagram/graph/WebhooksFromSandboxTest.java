package dev.parley.instagram.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.Capability;
import dev.parley.instagram.IncomingEvent;
import dev.parley.instagram.contract.Shows;
import dev.parley.sandbox.SandboxExtension;
import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.official.Flavour;
import dev.parley.sandbox.official.WebhookTruth;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Shows(driver = GraphDriver.NAME, value = Capability.EVENTS)
@ExtendWith(SandboxExtension.class)
class WebhooksFromSandboxTest {

    private SandboxServer sandbox;
    private TestingCallback callback;

    @BeforeEach
    void listen(SandboxServer server) {
        sandbox = server;
        callback = new TestingCallback(server);
        server.dashboard().subscribe("alma.plain");
    }

    @AfterEach
    void hangUp() {
        callback.close();
    }

    @ParameterizedTest
    @EnumSource(Flavour.class)
    void a_message_from_the_app_arrives_signed_with_either_secret(Flavour signer) throws InterruptedException {
        sandbox.dashboard().behave(manners -> manners.signing(signer));

        sandbox.write("tomas.totp", "alma.plain", "Grüße 🌅");

        assertThat(callback.next()).isInstanceOfSatisfying(IncomingEvent.MessageReceived.class, received -> {
            assertThat(received.account().value()).isEqualTo(sandbox.dashboard().accountNumber("alma.plain"));
            assertThat(received.from().value()).isEqualTo(sandbox.dashboard().personNumber("tomas.totp", "alma.plain"));
            assertThat(received.received().text()).isEqualTo("Grüße 🌅");
        });
    }

    @Test
    void what_the_account_writes_comes_back_as_an_echo() throws InterruptedException {
        sandbox.write("alma.plain", "tomas.totp", "Hello");

        assertThat(callback.next()).isInstanceOf(IncomingEvent.MessageSent.class);
    }

    @Test
    void nobody_hears_of_accounts_that_are_not_subscribed() throws InterruptedException {
        sandbox.write("alma.plain", "tomas.totp", "first");
        sandbox.write("sami.sms", "tomas.totp", "not told");
        sandbox.write("tomas.totp", "alma.plain", "last");

        assertThat(List.of(callback.next(), callback.next()))
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("MessageSent", "MessageReceived");
        assertThat(sandbox.dashboard().webhooks()).hasSize(2);
    }

    @Test
    void what_is_refused_comes_again_at_once_and_then_ever_more_seldom() throws InterruptedException {
        callback.refuse(3);
        sandbox.write("tomas.totp", "alma.plain", "Hello");
        awaitTries(2);

        sandbox.advance(Duration.ofSeconds(10));
        awaitTries(3);
        sandbox.advance(Duration.ofMinutes(1));

        assertThat(callback.next()).isInstanceOf(IncomingEvent.MessageReceived.class);
    }

    @Test
    void duplicates_and_a_changed_order_are_recognised() throws InterruptedException {
        sandbox.dashboard()
                .behave(manners -> manners.holding(true).reversing(true).duplicating(1));
        sandbox.write("tomas.totp", "alma.plain", "first");
        sandbox.write("tomas.totp", "alma.plain", "second");
        sandbox.dashboard().behave(manners -> manners.holding(false));

        List<IncomingEvent> came = List.of(callback.next(), callback.next(), callback.next(), callback.next());
        SeenEvents seen = new SeenEvents(100);

        assertThat(seen.unseen(came))
                .extracting(event ->
                        ((IncomingEvent.MessageReceived) event).received().text())
                .containsExactly("second", "first");
    }

    @Test
    void a_button_and_other_events_are_told() throws InterruptedException {
        sandbox.dashboard().press("alma.plain", "tomas.totp", "Prices", "PRICES");
        assertThat(callback.next()).isInstanceOf(IncomingEvent.Pressed.class);

        sandbox.dashboard()
                .tell(
                        "alma.plain",
                        "tomas.totp",
                        "message_edit",
                        "message_edit",
                        "{\"mid\":\"m\",\"text\":\"t\",\"num_edit\":1}");
        assertThat(callback.next()).isInstanceOf(IncomingEvent.MessageEdited.class);

        sandbox.dashboard().behave(manners -> manners.flattening(true));
        sandbox.dashboard().tell("alma.plain", null, "mentions", "", "{\"media_id\":\"18000000000000001\"}");
        assertThat(callback.next()).isInstanceOf(IncomingEvent.Mentioned.class);
    }

    private void awaitTries(int tries) {
        while (sandbox.dashboard().webhooks().stream()
                        .mapToInt(WebhookTruth::tries)
                        .sum()
                < tries) {
            Thread.onSpinWait();
        }
    }
}
