package dev.parley.instagram.mobile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.http.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers with bytes changed, cut out or doubled, from a fixed seed: each is read to a typed outcome. */
class MutatedAnswersTest {

    private static final int ROUNDS = 6_000;
    private static final int LARGEST = 1 << 20;
    private static final byte[] TELLING = "{}[]\",:0-9e.tfn\\u\u0000\n".getBytes(StandardCharsets.US_ASCII);

    private static final List<String> ANSWERS =
            List.of("""
            {"friendship_status":{"following":true,"outgoing_request":false,"is_private":false},"status":"ok"}""", """
            {"friendship_statuses":{"2001":{"following":true},"2002":{"outgoing_request":true,"following":false}}}""", """
            {"user":{"pk":42,"id":"42","username":"alma","full_name":"A \\u00e9","media_count":3},"status":"ok"}""", """
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
            {"message":"challenge_required","challenge":{"url":"https://x/challenge/1/n/","api_path":"/challenge/1/n/",
            "native_flow":false},"error_type":"checkpoint_challenge_required","status":"fail"}""", """
            {"two_factor_info":{"two_factor_identifier":"t","sms_two_factor_on":true,"totp_two_factor_on":false},
            "step_name":"verify_email","step_data":{"contact_point":"a"},"action":"close","status":"fail"}""");

    private static final List<Supplier<Reading<?>>> READINGS = List.of(
            FriendshipReading::new,
            FriendshipsReading::new,
            ProfileReading::new,
            HashtagReading::new,
            SignInReply::reading,
            ProfilesReading::new,
            MediaReading::new,
            PostsReading::ofPerson,
            PostsReading::ofHomeFeed,
            TrayReading::new,
            () -> new StoriesReading(TestingAppApi.LENA),
            () -> new InboxReading(TestingAppApi.ACCOUNT),
            () -> new ThreadReading(TestingAppApi.ACCOUNT),
            SentReading::new,
            () -> Reading.nothingBut("done"));

    private final AnswerParser parser = new AnswerParser(LARGEST);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void reads_every_mutation_to_a_typed_outcome(long seed) throws IOException {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] answer = mutated(ANSWERS.get(random.nextInt(ANSWERS.size())), random);
            Reading<?> reading = READINGS.get(random.nextInt(READINGS.size())).get();
            int status = random.nextBoolean() ? 200 : 400;

            assertThat(parser.parse(response(status, answer), reading).outcome())
                    .as("seed %s, round %s", seed, round)
                    .isNotNull();
        }
    }

    private static byte[] mutated(String answer, Random random) {
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        for (int changes = random.nextInt(4); changes >= 0 && bytes.length > 0; changes--) {
            bytes = changed(bytes, random);
        }
        return bytes;
    }

    private static byte[] changed(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length);
        int to = from + random.nextInt(bytes.length - from + 1);
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(bytes, from);
            case 1 -> joined(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, to, bytes.length));
            case 2 -> joined(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, from, bytes.length));
            default -> {
                byte[] other = bytes.clone();
                other[from] = TELLING[random.nextInt(TELLING.length)];
                yield other;
            }
        };
    }

    private static byte[] joined(byte[] start, byte[] end) {
        byte[] joined = Arrays.copyOf(start, start.length + end.length);
        System.arraycopy(end, 0, joined, start.length, end.length);
        return joined;
    }

    private static Response response(int status, byte[] body) {
        return new Response.Builder()
                .request(new Request.Builder().url("http://127.0.0.1/").build())
                .protocol(Protocol.HTTP_1_1)
                .code(status)
                .message("")
                .body(ResponseBody.create(body, MediaType.get("application/json")))
                .build();
    }
}
