package dev.parley.instagram.graph;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.parley.instagram.CommentId;
import dev.parley.instagram.Content;
import dev.parley.instagram.Content.Button;
import dev.parley.instagram.DraftId;
import dev.parley.instagram.Insights.Period;
import dev.parley.instagram.Insights.Query;
import dev.parley.instagram.MediaId;
import dev.parley.instagram.MessageId;
import dev.parley.instagram.MessageToken;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.OutgoingMessage;
import dev.parley.instagram.OutgoingMessage.Recipient;
import dev.parley.instagram.Person;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Post;
import dev.parley.instagram.Publication;
import dev.parley.instagram.ThreadId;
import dev.parley.instagram.graph.Greetings.Question;
import dev.parley.instagram.http.TestingAnswers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the official API answers, each call ends in a typed outcome. The first byte chooses login and call, the rest are the
 * answers.
 */
class GraphAnswersFuzzTest {

    private static final ThreadId THREAD = new ThreadId("aWdfZAG06MTpJR");
    private static final Person LENA = new Person(new PersonId("2001"), "lena");
    private static final Recipient TO = new Recipient.ToPerson(LENA);
    private static final MessageId MESSAGE = new MessageId("aWdf1");
    private static final Post POST = new Post(new MediaId("17"), "code");
    private static final CommentId COMMENT = new CommentId("5");
    private static final DraftId DRAFT = new DraftId("6");

    private static final List<Function<GraphInstagram, Outcome<?>>> CALLS = List.of(
            GraphInstagram::currentUser,
            account -> account.profile(LENA),
            account -> account.person("lena"),
            account -> account.ownMedia(null),
            account -> account.hashtagMedia("travel", false, null),
            account -> account.inbox(null),
            account -> account.messages(THREAD, null),
            account -> account.markRead(THREAD, MESSAGE),
            account -> account.send(
                    new OutgoingMessage(TO, new Content.Text("Hello"), new MessageToken("6800011111111111111"), true)),
            account -> account.window(LENA),
            account -> account.react(TO, MESSAGE, "love"),
            account -> account.comments(POST, null),
            account -> account.reply(COMMENT, "Yes"),
            account -> account.hide(COMMENT, true),
            account -> account.delete(COMMENT),
            account -> account.prepare(new Publication.Image(URI.create("https://x/a.jpg"), null, null)),
            account -> account.draft(DRAFT),
            account -> account.publish(DRAFT),
            GraphInstagram::publishingQuota,
            account -> account.insights(new Query(Set.of("reach"), Period.DAY, true, null, null)),
            GraphInstagram::questions,
            GraphInstagram::menu,
            account -> account.offerQuestions(List.of(new Question("q", "p"))),
            account -> account.offerMenu(List.of(new Button.Postback("t", "p"))),
            account -> account.subscribe(Set.of("messages")));

    private static final List<String> ANSWERS = List.of(
            """
            200
            X-App-Usage: {"call_count":28,"total_time":25,"total_cputime":25}
            X-Business-Use-Case-Usage: {"1":[{"type":"instagram","call_count":95,"estimated_time_to_regain_access":5}]}

            {"id":"9","user_id":"1","username":"alma","name":"A \\u00e9","followers_count":3,"media_count":1}""", """
            {"access_token":"t","token_type":"bearer","user_id":17841409000000001,"permissions":["a"],"expires_in":5183944}""", """
            {"data":[{"access_token":"t","user_id":"1","permissions":"a,b"}]}""", """
            {"access_token":"not\\nfor headers","expires_in":60,"data":[]}""", """
            {"data":[{"name":"n","access_token":"t","instagram_business_account":{"id":"1"},"id":"3","tasks":["x"]}]}""", """
            {"data":[{"id":"aWdf","updated_time":"2025-07-28T22:44:49+0000","participants":{"data":[{"username":"a","id":"1"},
            {"username":"lena","id":"2001"}]},"messages":{"data":[{"id":"m","created_time":"2025-07-28T22:44:49+0000",
            "from":{"username":"lena","id":"2001"},"message":"t"}]}}],"paging":{"cursors":{"after":"x"},"next":"https://x"}}""", """
            {"messages":{"data":[{"id":"m","created_time":"2025-07-28T22:44:49+0000","from":{"username":"l","id":"2001"},
            "to":{"data":[{"username":"a","id":"1"}]},"message":"","attachments":{"data":[{"id":"1","name":"n",
            "image_data":{"url":"https://x"},"file_url":"https://y"}]},"shares":{"data":[{"link":"https://z"}]},
            "story":{"mention":{"link":"https://s","id":"4"}},"reactions":{"data":[{"reaction":"love","users":[{"id":"1"}]}]},
            "is_unsupported":true}],"paging":{"cursors":{"after":"y"}}},"id":"c"}""", """
            {"recipient_id":"2001","message_id":"aWdf1"}""", """
            {"data":[{"timestamp":"2025-07-28T22:44:49+0000","text":"t","id":"5","from":{"id":"2","username":"u"},"hidden":false,
            "like_count":1,"parent_id":"4"}],"paging":{"cursors":{"after":"z"},"next":"https://x"}}""", """
            {"data":[{"id":"17","caption":"c","media_type":"VIDEO","media_product_type":"REELS","permalink":"https://x/p/a/",
            "timestamp":"2025-07-28T22:44:49+0000","shortcode":"a","like_count":1,"comments_count":2}]}""", """
            {"id":"6","status_code":"ERROR","status":"Error: 9/2207042"}""", """
            {"data":[{"quota_usage":2,"config":{"quota_total":50,"quota_duration":86400}}]}""", """
            {"data":[{"name":"reach","period":"day","total_value":{"value":3,"breakdowns":[{"dimension_keys":["x"],
            "results":[{"dimension_values":["y"],"value":2}]}]},"values":[{"value":3,"end_time":"2025-07-28T22:44:49+0000"}]}]}""", """
            {"data":[{"call_to_actions":[{"question":"q","payload":"p"}],"locale":"default"}],"success":true}""", """
            {"data":[{"persistent_menu":[{"locale":"default","call_to_actions":[{"type":"web_url","title":"t","url":"https://x"},
            {"type":"postback","title":"t","payload":"p"}]}]}],"result":"success"}""", """
            {"business_discovery":{"id":"2","username":"lena","name":"L","biography":"b"},"id":"1"}""", """
            400

            {"error":{"message":"m","type":"OAuthException","code":10,"error_subcode":2534022,"is_transient":true}}""", """
            400

            {"error_type":"OAuthException","code":400,"error_message":"code was not found"}""", "500\n\n<html>");

    private final TestingAnswers peer = new TestingAnswers();
    private final FuzzedGraph instagram = new FuzzedGraph(GraphLogin.INSTAGRAM, peer);
    private final FuzzedGraph facebook = new FuzzedGraph(GraphLogin.FACEBOOK, peer);

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
        FuzzedGraph login = data[0] < 0 ? facebook : instagram;
        int call = data[0] & 0x7f;
        peer.answers(data, 1);
        if (call < FuzzedGraph.WAYS_IN) {
            login.signsIn(call);
        } else {
            FuzzedGraph.judge(
                    CALLS.get((call - FuzzedGraph.WAYS_IN) % CALLS.size()).apply(login.open()));
        }
    }

    static Stream<byte[]> seeds() {
        String next = String.valueOf(TestingAnswers.NEXT);
        String signingIn = ANSWERS.get(1) + next + ANSWERS.get(1) + next + ANSWERS.get(0);
        String withPages = ANSWERS.get(1) + next + ANSWERS.get(1) + next + ANSWERS.get(4) + next + ANSWERS.get(0);
        Stream<String> calls = IntStream.range(0, FuzzedGraph.WAYS_IN + CALLS.size())
                .boxed()
                .flatMap(call -> ANSWERS.stream().map(answer -> (char) (call + call % 2 * 0x80) + answer));
        return Stream.concat(calls, Stream.of("\0" + signingIn, "\u0080" + withPages))
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
