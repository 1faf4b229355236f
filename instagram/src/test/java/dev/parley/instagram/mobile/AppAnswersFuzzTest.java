package dev.parley.instagram.mobile;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.parley.instagram.Content;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.MediaId;
import dev.parley.instagram.MessageId;
import dev.parley.instagram.MessageToken;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.OutgoingMessage;
import dev.parley.instagram.OutgoingMessage.Recipient;
import dev.parley.instagram.Post;
import dev.parley.instagram.SessionSnapshot;
import dev.parley.instagram.Shortcode;
import dev.parley.instagram.Story;
import dev.parley.instagram.ThreadId;
import dev.parley.instagram.http.TestingAnswers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the app's API answers, each call ends in a typed outcome. The first byte chooses the call, the rest is the answer. */
class AppAnswersFuzzTest {

    private static final ThreadId THREAD = new ThreadId("340282366841710301949128");
    private static final Post POST = new Post(new MediaId("1_2"), "code");
    private static final Story STORY =
            new Story(new MediaId("3_1"), TestingAppApi.LENA, Instant.EPOCH, Instant.EPOCH, false);
    private static final OutgoingMessage MESSAGE = new OutgoingMessage(
            new Recipient.ToPerson(TestingAppApi.LENA),
            new Content.Text("Hello"),
            new MessageToken("6800011111111111111"),
            false);

    private static final List<Function<Instagram, Outcome<?>>> CALLS = List.of(
            Instagram::currentUser,
            Instagram::signOut,
            instagram -> instagram.person("lena"),
            instagram -> instagram.hashtag("travel", null),
            instagram -> instagram.friendship(TestingAppApi.LENA),
            instagram -> instagram.friendships(List.of(TestingAppApi.LENA, TestingAppApi.person("2002"))),
            instagram -> instagram.follow(TestingAppApi.LENA),
            instagram -> instagram.followers(TestingAppApi.LENA, null),
            instagram -> instagram.media(POST),
            instagram -> instagram.like(POST),
            instagram -> instagram.likers(new Shortcode("B1LbfVPlwIA")),
            instagram -> instagram.posts(TestingAppApi.LENA, null),
            instagram -> instagram.feed(null),
            Instagram::storyTray,
            instagram -> instagram.stories(TestingAppApi.LENA),
            instagram -> instagram.watch(List.of(STORY)),
            instagram -> instagram.inbox(null),
            instagram -> instagram.requests(null),
            instagram -> instagram.messages(THREAD, null),
            instagram -> instagram.accept(THREAD),
            instagram -> instagram.markRead(THREAD, new MessageId("31")),
            instagram -> instagram.send(MESSAGE));

    private static final List<String> ANSWERS =
            List.of("""
            200
            ig-set-x-mid: mid-1
            x-ig-set-www-claim: hmac.1
            set-cookie: csrftoken=c; Path=/; Max-Age=1

            {"user":{"pk":42,"id":"42","username":"alma","full_name":"A \\u00e9","media_count":3},"status":"ok"}""", """
            {"friendship_status":{"following":true,"outgoing_request":false,"is_private":false},"status":"ok"}""", """
            {"friendship_statuses":{"2001":{"following":true},"2002":{"outgoing_request":true,"following":false}}}""", """
            {"sections":[{"layout_content":{"medias":[{"media":{"id":"1_2","code":"C","taken_at":1790000000,
            "user":{"pk":2,"username":"u"},"caption":{"text":"x"}}}]}}],"more_available":true,"next_max_id":"n",
            "next_media_ids":[1,"2"],"status":"ok"}""", """
            {"users":[{"pk":1,"username":"u"},{"pk":"2","username":"v"}],"next_max_id":"2_7","status":"ok"}""", """
            {"items":[{"id":"1_2","code":"C","taken_at":1790000000,"has_liked":true,"user":{"pk":2,"username":"u"}}]}""", """
            {"feed_items":[{"media_or_ad":{"id":"1_2","code":"C","taken_at":1790000000,"user":{"pk":2,"username":"u"}}},
            {"media_or_ad":{"id":"2_3","ad_id":"7","injected":{"label":"Sponsored"}}},{"end_of_feed_demarcator":{"id":1}}],
            "more_available":true,"next_max_id":"n","status":"ok"}""", """
            {"tray":[{"id":1,"user":{"pk":1,"username":"u"},"latest_reel_media":1790000000,"seen":0}],"status":"ok"}""", """
            {"reel":{"seen":1790000000,"items":[{"id":"3_1","taken_at":1790000000,"expiring_at":1790086400}]}}""", """
            {"inbox":{"threads":[{"thread_id":"340282366841710301949128","users":[{"pk":2,"username":"u"}],"pending":false,
            "read_state":1,"last_activity_at":1790000000000000,"items":[{"item_id":"31","user_id":2,"timestamp":"1790000000000000",
            "item_type":"media","media":{"image_versions2":{"candidates":[{"url":"https://x/y"}]}}}]}],"has_older":true,
            "oldest_cursor":"c"}}""", """
            {"thread":{"items":[{"item_id":"31","user_id":2,"timestamp":1790000000000000,"item_type":"link","link":{"text":"t"},
            "client_context":"6800011111111111111"}],"has_older":false,"oldest_cursor":"c"},"status":"ok"}""", """
            {"payload":{"item_id":"31","timestamp":"1790000000000000","thread_id":"34","client_context":"6"},"status":"ok"}""", """
            400

            {"message":"challenge_required","challenge":{"url":"https://x/challenge/1/n/","api_path":"/challenge/1/n/",
            "native_flow":false},"error_type":"checkpoint_challenge_required","status":"fail"}""", """
            429
            retry-after: 30

            {"message":"Please wait a few minutes before you try again.","spam":true,"feedback_message":"m","status":"fail"}""", """
            302
            location: https://www.instagram.com/accounts/login/

            """, "404\n\nNot Found");

    private final TestingAnswers peer = new TestingAnswers();
    private final FuzzedApp app = new FuzzedApp(peer);

    @Tag("fuzz")
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "3s")
    void briefly(byte[] data) {
        everyAnswerIsTyped(data);
    }

    @Tag("long-fuzz")
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void at_length(byte[] data) {
        everyAnswerIsTyped(data);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyAnswerIsTyped(byte[] data) {
        if (data.length == 0) {
            return;
        }
        Instagram instagram = app.signedIn();
        peer.answers(data, 1);

        Outcome<?> outcome = CALLS.get((data[0] & 0xff) % CALLS.size()).apply(instagram);

        FuzzedApp.judge(outcome);
        SessionSnapshot session = instagram.session();
        assertThat(SessionSnapshot.fromBytes(session.toBytes())).isEqualTo(session);
        peer.answers(new byte[0], 0);
        FuzzedApp.judge(app.driver().open(session).currentUser());
    }

    static Stream<byte[]> seeds() {
        return IntStream.range(0, CALLS.size())
                .boxed()
                .flatMap(call -> ANSWERS.stream().map(answer -> (char) call.intValue() + answer))
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
