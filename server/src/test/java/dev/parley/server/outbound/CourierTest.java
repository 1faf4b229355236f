package dev.parley.server.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.server.core.BotException;
import dev.parley.server.testing.TestingReceiver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CourierTest {

    private static final String OPEN = "93.184.215.14";
    private static final String LOOPBACK = "127.0.0.0/8";

    private final TestingReceiver receiver = TestingReceiver.start();
    private final TestingNames names = new TestingNames();

    /** Means by a name what it is told to, one after the other. */
    private static final class TestingNames implements Dns {

        final List<String> asked = new ArrayList<>();
        private final ArrayDeque<List<InetAddress>> answers = new ArrayDeque<>();

        TestingNames then(String... addresses) {
            answers.add(Arrays.stream(addresses).map(InetAddress::ofLiteral).toList());
            return this;
        }

        @Override
        public List<InetAddress> lookup(String name) throws UnknownHostException {
            asked.add(name);
            return answers.isEmpty() ? Dns.SYSTEM.lookup(name) : answers.remove();
        }
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://127.1/",
                "https://127.0.0.1.:8443/",
                "https://localhost/",
                "https://LOCALHOST/",
                "https://0.0.0.0/",
                "https://0/",
                "https://10.1.2.3/",
                "https://172.16.0.1/",
                "https://172.31.255.255/",
                "https://192.168.1.1/",
                "https://100.64.0.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://198.18.0.1/",
                "https://192.0.2.1/",
                "https://224.0.0.1/",
                "https://255.255.255.255/",
                "https://2130706433/",
                "https://017700000001/",
                "https://0177.0.0.1/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://0xa9fea9fe/",
                "https://①②⑦.⓪.⓪.①/",
                "https://127。0。0。1/",
                "https://[::1]/",
                "https://[::]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:7f00:1]/",
                "https://[::ffff:a9fe:a9fe]/",
                "https://[::127.0.0.1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[2002:7f00:1::]/",
                "https://[2001:0:7f00:1::]/",
                "https://[fe80::1]/",
                "https://[fc00::1]/",
                "https://[fd00:ec2::254]/",
                "https://[fec0::1]/",
                "https://[ff02::1]/",
                "https://[2001:db8::1]/"
            })
    void addresses_that_are_not_open_to_everybody_are_not_called_however_they_are_written(String url) {
        assertRefused(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "word",
                "//93.184.215.14/",
                "ftp://93.184.215.14/",
                "file:///etc/passwd",
                "gopher://93.184.215.14/",
                "javascript:alert(1)",
                "https://",
                "https://user@93.184.215.14/",
                "https://user:secret@93.184.215.14/",
                "https://93.184.215.14@127.0.0.1/",
                "https://93.184.215.14:22/",
                "https://93.184.215.14:25/",
                "https://93.184.215.14:65536/",
                "http://93.184.215.14/",
                "https://nobody.invalid/"
            })
    void what_is_no_address_of_a_program_on_the_open_internet_is_refused(String url) {
        assertRefused(url);
    }

    private void assertRefused(String url) {
        assertThatThrownBy(() -> destinations().demand("url", url))
                .as(url)
                .isInstanceOfSatisfying(
                        BotException.class,
                        refused -> assertThat(refused.refusal().fields())
                                .singleElement()
                                .satisfies(field -> assertThat(field.field()).isEqualTo("url")));
    }

    @Test
    void addresses_of_the_open_internet_may_be_called_and_those_that_are_allowed() {
        assertThat(destinations().demand("url", " https://93.184.215.14:8443/hook?a=b#part "))
                .isEqualTo(URI.create("https://93.184.215.14:8443/hook?a=b"));
        names.then(OPEN, "2606:2800:21f:cb07:6820:80da:af6b:8b2c");
        assertThat(destinations().demand("url", "https://bücher.example/"))
                .isEqualTo(URI.create("https://xn--bcher-kva.example/"));
        assertThat(destinations(LOOPBACK, "10.0.0.0/8").demand("url", "http://10.1.2.3:8080/"))
                .isEqualTo(URI.create("http://10.1.2.3:8080/"));
    }

    @Test
    void a_name_that_also_means_an_address_of_the_own_network_is_refused() {
        names.then(OPEN, "10.0.0.1");
        assertRefused("https://both.example/");
    }

    @Test
    void a_name_that_means_another_address_later_is_not_called() {
        names.then(OPEN);
        var url = destinations().demand("url", "https://rebinds.example:" + receiver.port() + "/");
        names.then("127.0.0.1");
        assertThat(courier().send(post(url)))
                .isInstanceOfSatisfying(
                        Sent.NotAnswered.class, sent -> assertThat(sent.why()).contains("127.0.0.1"));
        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void a_name_is_looked_up_once_and_that_address_is_called() {
        names.then("127.0.0.1").then("127.0.0.2");
        var url = URI.create("http://once.example:" + receiver.port() + "/hook");
        assertThat(courier(LOOPBACK).send(post(url)))
                .isInstanceOfSatisfying(
                        Sent.Answered.class, sent -> assertThat(sent.isFine()).isTrue());
        assertThat(names.asked).containsExactly("once.example");
        assertThat(receiver.received()).singleElement().satisfies(received -> {
            assertThat(received.header("host")).isEqualTo("once.example:" + receiver.port());
            assertThat(received.header("x-test")).isEqualTo("yes");
            assertThat(received.header("content-type")).isEqualTo("application/json");
            assertThat(received.body()).isEqualTo("{}");
        });
    }

    @Test
    void an_address_that_is_not_open_to_everybody_is_not_connected_to_even_where_nobody_looked_at_it_before() {
        assertThat(courier().send(post(receiver.uri("/")))).isInstanceOf(Sent.NotAnswered.class);
        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void nobody_is_followed_elsewhere() {
        receiver.redirects(receiver.uri("/elsewhere"));
        assertThat(courier(LOOPBACK).send(post(receiver.uri("/"))))
                .isInstanceOfSatisfying(
                        Sent.Answered.class, sent -> assertThat(sent.status()).isEqualTo(302));
        assertThat(receiver.receivedAt("/elsewhere")).isEmpty();
    }

    @Test
    void of_a_long_answer_the_beginning_is_read() {
        receiver.answers(500, "no\u0000pe\u0007" + "x".repeat(5_000_000));
        assertThat(courier(LOOPBACK).send(post(receiver.uri("/"))))
                .isInstanceOfSatisfying(Sent.Answered.class, sent -> {
                    assertThat(sent.isFine()).isFalse();
                    assertThat(sent.beginning()).startsWith("nopex").hasSizeLessThanOrEqualTo(1_000);
                });
    }

    @Test
    void whoever_never_answers_is_left_after_a_time() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var url = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");
            assertThat(courier(LOOPBACK).send(post(url))).isEqualTo(new Sent.NotAnswered("No answer came in time."));
        }
    }

    private static Post post(URI to) {
        return new Post(to, Map.of("x-test", "yes"), "{}");
    }

    private Destinations destinations(String... allowed) {
        return new Destinations(new Networks(settings(allowed)), names);
    }

    private Courier courier(String... allowed) {
        return new Courier(new Networks(settings(allowed)), names, settings(allowed));
    }

    private static OutboundSettings settings(String... allowed) {
        return new OutboundSettings(List.of(allowed), Duration.ofSeconds(2));
    }
}
