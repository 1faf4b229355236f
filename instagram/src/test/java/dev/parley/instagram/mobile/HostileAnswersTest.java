package dev.parley.instagram.mobile;

import static dev.parley.instagram.mobile.TestingAppApi.LENA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.parley.instagram.Outcome;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.Shortcode;
import dev.parley.instagram.SignIn;
import dev.parley.instagram.SignInOutcome;
import java.io.IOException;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes over the wire, a call ends with a typed outcome; the time-out only guards against a hanging build. */
@Timeout(60)
class HostileAnswersTest {

    private static final int SMALL_ANSWER = 64 * 1024;

    static Stream<Arguments> behaviours() {
        return Stream.of(
                hostile("drops the connection before reading", peer -> {}, Refusal.Unanswered.class),
                hostile(
                        "drops the connection after reading",
                        TestingPeer.Conversation::request,
                        Refusal.Unanswered.class),
                hostile(
                        "keeps silent",
                        peer -> {
                            peer.request();
                            peer.silence();
                        },
                        Refusal.Unanswered.class),
                hostile(
                        "stops within the head",
                        peer -> {
                            peer.request();
                            peer.says("HTTP/1.1 200 O");
                        },
                        Refusal.Unanswered.class),
                hostile(
                        "speaks something else",
                        peer -> {
                            peer.request();
                            peer.says("SSH-2.0-OpenSSH_9.9\r\n\r\n");
                        },
                        Refusal.Unanswered.class),
                hostile(
                        "sends a head without end",
                        peer -> {
                            peer.request();
                            peer.says("HTTP/1.1 200 OK\r\n");
                            while (true) {
                                peer.says("X-Filler: " + "x".repeat(1000) + "\r\n");
                            }
                        },
                        Refusal.Unanswered.class),
                hostile(
                        "stops within a body of known length",
                        peer -> {
                            peer.request();
                            peer.says("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"following\":true,");
                        },
                        Refusal.BadResponse.class),
                hostile(
                        "stops within a chunked body",
                        peer -> {
                            peer.request();
                            peer.says(TestingPeer.OK_HEAD);
                            peer.chunk("{\"following\":true,\"status\":\"ok\"}");
                        },
                        Refusal.BadResponse.class),
                hostile(
                        "keeps silent within the body",
                        peer -> {
                            peer.request();
                            peer.says(TestingPeer.OK_HEAD);
                            peer.chunk("{\"following\":");
                            peer.silence();
                        },
                        Refusal.Unanswered.class),
                hostile(
                        "drips the body without end",
                        peer -> {
                            peer.request();
                            peer.says(TestingPeer.OK_HEAD);
                            peer.chunk("{\"x\":\"");
                            while (true) {
                                peer.chunk("x");
                            }
                        },
                        Refusal.Failure.class),
                hostile(
                        "sends one field without end",
                        peer -> {
                            peer.request();
                            peer.says(TestingPeer.OK_HEAD);
                            peer.chunk("{\"x\":\"");
                            while (true) {
                                peer.chunk("x".repeat(8000));
                            }
                        },
                        Refusal.BadResponse.class),
                hostile(
                        "sends fields without end",
                        peer -> {
                            peer.request();
                            peer.says(TestingPeer.OK_HEAD);
                            peer.chunk("{");
                            while (true) {
                                peer.chunk("\"x\":1,".repeat(1000));
                            }
                        },
                        Refusal.BadResponse.class),
                hostile(
                        "adds space without end to a complete object",
                        peer -> {
                            peer.request();
                            peer.says(TestingPeer.OK_HEAD);
                            peer.chunk("{\"following\":true}");
                            while (true) {
                                peer.chunk(" ".repeat(8000));
                            }
                        },
                        Refusal.BadResponse.class),
                hostile(
                        "sends another kind of text without end",
                        peer -> {
                            peer.request();
                            peer.says(TestingPeer.OK_HEAD);
                            while (true) {
                                peer.chunk("<p>".repeat(1000));
                            }
                        },
                        Refusal.BadResponse.class));
    }

    private static Arguments hostile(String name, TestingPeer.Behaviour behaviour, Class<? extends Refusal> expected) {
        return arguments(Named.of(name, behaviour), expected);
    }

    @ParameterizedTest
    @MethodSource("behaviours")
    void ends_every_call_with_a_typed_outcome_and_asks_once(TestingPeer.Behaviour behaviour, Class<?> expected) {
        try (var peer = new TestingPeer(behaviour);
                var driver = TestingAppApi.driverFor(peer.base(), SMALL_ANSWER)) {

            Outcome<?> outcome = TestingAppApi.signedIn(driver).follow(LENA);

            assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
                assertThat(refused.refusal()).isInstanceOf(expected);
                assertThat(((Refusal.Failure) refused.refusal()).mayHaveHappened())
                        .isTrue();
            });
            assertThat(peer.requests()).isLessThanOrEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("behaviours")
    void ends_every_sign_in_with_a_typed_outcome(TestingPeer.Behaviour behaviour, Class<?> expected) {
        try (var peer = new TestingPeer(behaviour);
                var driver = TestingAppApi.driverFor(peer.base(), SMALL_ANSWER)) {

            SignInOutcome outcome = driver.signIn(new SignIn("alma", "pa55word", driver.newIdentity(), null));

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            SignInOutcome.Refused.class,
                            refused -> assertThat(refused.refusal()).isInstanceOf(expected));
            assertThat(peer.requests()).isLessThanOrEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"ok\"",
                "{",
                "{}",
                "{\"following\":true",
                "{\"following\":true}{\"following\":true}",
                "{\"following\":true} and more",
                "{following:true}",
                "{\"friendship_status\":[]}",
                "{\"friendship_status\":{\"following\":",
                "{\"friendship_status\":\"following\"}",
                "{\"friendship_status\":{}}",
                "{\"friendship_status\":null,\"status\":\"ok\"}",
                "{\"message\":{\"errors\":[1,{\"a\":[]}]},\"status\":[]}",
                "\u0000\u0001\u0002",
                "{\"a\":\"\ud800\"}",
            })
    void takes_no_malformed_answer_for_a_yes(String body) {
        try (var api = new TestingAppApi()) {
            api.answers(200, body);

            assertThat(api.signedIn().follow(LENA))
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.BadResponse.class));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"user\":[]}",
                "{\"user\":{\"pk\":[1],\"username\":{}}}",
                "{\"user\":{\"pk\":-5,\"username\":\"x\"}}",
                "{\"user\":{\"pk\":1.5,\"username\":\"x\"}}",
                "{\"user\":{\"pk\":123456789012345678901,\"username\":\"x\"}}",
                "{\"user\":{\"pk\":\"\",\"username\":\"x\"}}",
                "{\"user\":{\"pk\":1}}",
                "{\"user\":{\"username\":\"x\"}}"
            })
    void takes_no_malformed_person_for_one(String body) {
        try (var api = new TestingAppApi()) {
            api.answers(200, body);

            assertThat(api.signedIn().person("lena"))
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.BadResponse.class));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"users\":{}}",
                "{\"users\":null,\"user_count\":3,\"status\":\"ok\"}",
                "{\"users\":[{\"pk\":1,\"username\":\"u\"}",
                "{\"users\":[{\"pk\":1,\"username\":",
                "[{\"pk\":1,\"username\":\"u\"}]"
            })
    void takes_no_malformed_list_of_likers_for_one(String body) {
        try (var api = new TestingAppApi()) {
            api.answers(200, body);

            assertThat(api.signedIn().likers(new Shortcode("B1LbfVPlwIA")))
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.BadResponse.class));
        }
    }

    @Test
    void reads_no_list_of_likers_that_is_too_large() {
        try (var api = new TestingAppApi(SMALL_ANSWER)) {
            String many = "{\"pk\":1,\"username\":\"u\"},".repeat(SMALL_ANSWER / 20);
            api.answers(200, "{\"users\":[" + many + "{\"pk\":2,\"username\":\"v\"}],\"status\":\"ok\"}");

            assertThat(api.signedIn().likers(new Shortcode("B1LbfVPlwIA")))
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.BadResponse.class));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sections\":[1,null,\"x\",[[{\"media\":3}]],{\"layout_content\":[]}]}",
                "{\"sections\":[{\"media\":{\"id\":\"1\",\"code\":\"c\",\"taken_at\":9e99,\"user\":{\"pk\":1,\"username\":\"u\"}}}]}",
                "{\"sections\":[{\"media\":{\"id\":\"1\",\"code\":\"c\",\"taken_at\":-1,\"user\":{\"pk\":1,\"username\":\"u\"}}}]}",
                "{\"sections\":[],\"more_available\":{},\"next_media_ids\":{},\"next_max_id\":[]}"
            })
    void leaves_out_posts_that_are_none(String body) {
        try (var api = new TestingAppApi()) {
            api.answers(200, body);

            assertThat(api.signedIn().hashtag("travel", null))
                    .isInstanceOfSatisfying(
                            Outcome.Done.class,
                            done -> assertThat(done.value().toString()).isEqualTo("Page[items=[], next=null]"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"items\":{}}",
                "{\"items\":\"none\",\"more_available\":true,\"next_max_id\":\"1\"}",
                "{\"items\":[],\"more_available\":",
                "{\"items\":[{\"id\":\"1\"}"
            })
    void takes_no_malformed_page_of_posts_for_one(String body) {
        try (var api = new TestingAppApi()) {
            api.answers(200, body);

            assertThat(api.signedIn().posts(LENA, null))
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.BadResponse.class));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"feed_items\":{\"media_or_ad\":1}}",
                "{\"feed_items\":null,\"more_available\":false}",
                "{\"feed_items\":[{\"media_or_ad\":{\"id\":\"1\"",
                "{\"items\":[],\"more_available\":false}"
            })
    void takes_no_malformed_home_feed_for_one(String body) {
        try (var api = new TestingAppApi()) {
            api.answers(200, body);

            assertThat(api.signedIn().feed(null))
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.BadResponse.class));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"feed_items\":[1,null,[[]],{\"media_or_ad\":3},{\"media_or_ad\":{\"injected\":[[{}]],\"ad_id\":{}}}]}",
                "{\"feed_items\":[],\"more_available\":true,\"next_max_id\":\"\"}",
                "{\"feed_items\":[],\"more_available\":true,\"next_max_id\":{}}"
            })
    void ends_a_home_feed_in_which_there_is_nothing_to_read(String body) {
        try (var api = new TestingAppApi()) {
            api.answers(200, body);

            assertThat(api.signedIn().feed(null))
                    .isInstanceOfSatisfying(
                            Outcome.Done.class,
                            done -> assertThat(done.value().toString()).isEqualTo("Page[items=[], next=null]"));
        }
    }

    @Test
    void bounds_the_depth_of_an_answer() {
        try (var api = new TestingAppApi()) {
            api.answers(200, "{\"sections\":" + "[".repeat(100_000));

            assertThat(api.signedIn().hashtag("travel", null))
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.BadResponse.class));
        }
    }

    @Test
    void bounds_the_size_of_an_answer_after_decompression() throws IOException {
        try (var api = new TestingAppApi(SMALL_ANSWER)) {
            Buffer bomb = new Buffer();
            try (var sink = Okio.buffer(new GzipSink(bomb))) {
                sink.writeUtf8("{\"x\":\"" + "x".repeat(10_000_000) + "\",\"following\":true}");
            }
            assertThat(bomb.size()).isLessThan(SMALL_ANSWER);
            api.answers(new MockResponse.Builder()
                    .addHeader("Content-Encoding", "gzip")
                    .body(bomb)
                    .build());

            assertThat(api.signedIn().friendship(LENA))
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.BadResponse.class));
        }
    }

    @Test
    void keeps_no_header_that_it_could_not_send_back() {
        try (var api = new TestingAppApi()) {
            api.answers(TestingAppApi.json(200, "{\"following\":true}")
                            .addHeaderLenient("ig-set-ig-u-rur", "bad\u00e9")
                            .addHeaderLenient("ig-set-authorization", "x".repeat(10_000))
                            .addHeader("ig-set-authorization", "Bearer IGT:2:")
                            .addHeaderLenient("Set-Cookie", "csrftoken")
                            .addHeaderLenient("Set-Cookie", "=x; csrftoken=y")
                            .build())
                    .answers(200, "{\"following\":true}");
            var instagram = api.signedIn();

            assertThat(instagram.friendship(LENA)).isInstanceOf(Outcome.Done.class);
            assertThat(instagram.friendship(LENA)).isInstanceOf(Outcome.Done.class);

            api.request();
            var headers = api.request().getHeaders();
            assertThat(headers.get("Authorization")).isEqualTo(TestingAppApi.AUTHORIZATION);
            assertThat(headers.get("Cookie")).contains("csrftoken=csrf-1");
            assertThat(headers.get("IG-U-RUR")).isNull();
        }
    }
}
