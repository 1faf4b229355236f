package dev.parley.instagram.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.Outcome;
import dev.parley.instagram.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ErrorTableTest {

    private static final Duration WAIT = Duration.ofMinutes(7);

    @ParameterizedTest
    @CsvSource(textBlock = """
        1,      0,       ServerError
        1,      99,      ServerError
        1,      1357046, Unanswered
        2,      0,       ServerError
        2,      1545133, ServerError
        4,      0,       RateLimited
        17,     0,       RateLimited
        32,     0,       RateLimited
        613,    0,       RateLimited
        613,    2534040, RateLimited
        613,    1996,    RateLimited
        80001,  0,       RateLimited
        80002,  0,       RateLimited
        80006,  0,       RateLimited
        10,     0,       PermissionMissing
        10,     2534022, WindowClosed
        10,     2018278, WindowClosed
        10,     2018108, MessagesRefused
        551,    0,       MessagesRefused
        551,    1545041, MessagesRefused
        10,     2018300, MessagesRefused
        10,     1893063, ActionBlocked
        100,    2534029, ActionBlocked
        368,    0,       ActionBlocked
        100,    0,       InvalidTarget
        100,    2534014, UserNotFound
        100,    2534025, InvalidTarget
        100,    2018276, PermissionMissing
        100,    2018047, InvalidTarget
        100,    2018008, InvalidTarget
        100,    2018109, InvalidTarget
        100,    2018294, InvalidTarget
        100,    2018074, InvalidTarget
        100,    33,      InvalidTarget
        102,    0,       LoginRequired
        190,    0,       LoginRequired
        190,    458,     PermissionMissing
        190,    459,     CheckpointRequired
        190,    460,     LoginRequired
        190,    463,     LoginRequired
        190,    464,     CheckpointRequired
        190,    467,     LoginRequired
        190,    492,     LoginRequired
        200,    0,       PermissionMissing
        200,    2534041, PermissionMissing
        299,    0,       PermissionMissing
        230,    0,       PrivateAccount
        10,     2534001, PermissionMissing
        100,    2534001, InvalidTarget
        100,    2534013, RateLimited
        9010,   0,       UserNotFound
        110,    2207013, UserNotFound
        2500,   0,       Unknown
        10903,  0,       Unknown
        -2,     2207003, ServerError
        -2,     2207020, InvalidTarget
        -1,     2207001, ServerError
        -1,     2207032, ServerError
        -1,     2207053, ServerError
        1,      2207057, InvalidTarget
        4,      2207051, ActionBlocked
        9,      2207042, RateLimited
        24,     2207006, MediaUnavailable
        24,     2207008, InvalidTarget
        24,     2207024, InvalidTarget
        18,     2207034, RateLimited
        25,     2207050, CheckpointRequired
        100,    2207023, InvalidTarget
        100,    2207028, InvalidTarget
        100,    2207040, InvalidTarget
        352,    2207026, InvalidTarget
        9004,   2207052, InvalidTarget
        9007,   2207027, InvalidTarget
        36000,  2207004, InvalidTarget
        36001,  2207005, InvalidTarget
        36003,  2207009, InvalidTarget
        36004,  2207010, InvalidTarget
        """)
    void goes_by_code_and_subcode(int code, int subcode, String refusal) {
        for (String type : new String[] {"OAuthException", "IGApiException"}) {
            String error =
                    "{\"error\":{\"message\":\"Произошла ошибка\",\"type\":\"%s\",\"code\":%d%s,\"fbtrace_id\":\"A\"}}"
                            .formatted(type, code, subcode == 0 ? "" : ",\"error_subcode\":" + subcode);

            assertThat(refusal(400, error).getClass().getSimpleName()).isEqualTo(refusal);
        }
    }

    @Test
    void passes_on_how_long_to_wait() {
        assertThat(refusal(400, "{\"error\":{\"code\":80002}}"))
                .isInstanceOfSatisfying(
                        Refusal.RateLimited.class,
                        limited -> assertThat(limited.retryAfter()).isEqualTo(WAIT));
    }

    @Test
    void believes_that_an_unknown_error_passes_if_instagram_says_so() {
        assertThat(refusal(400, "{\"error\":{\"code\":777,\"is_transient\":true}}"))
                .isInstanceOf(Refusal.ServerError.class);
        assertThat(refusal(400, "{\"error\":{\"code\":777}}")).isInstanceOf(Refusal.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({
        "429,RateLimited",
        "401,LoginRequired",
        "403,Forbidden",
        "500,ServerError",
        "503,ServerError",
        "302,BadResponse",
        "200,BadResponse",
        "404,BadResponse"
    })
    void goes_by_the_status_where_there_is_no_error(int status, String refusal) {
        assertThat(ErrorTable.refusal(new Answer.Came(status, null, null))
                        .getClass()
                        .getSimpleName())
                .isEqualTo(refusal);
    }

    @Test
    void quotes_what_instagram_said_without_its_tokens() {
        Refusal refusal = refusal(
                400,
                "{\"error\":{\"message\":\"Cannot parse access token IGAAabcdefghijklmnopqrstuvwxyz0123456789\",\"code\":190}}");

        assertThat(refusal.detail()).contains("error 190", "Cannot parse").doesNotContain("IGAAabc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":7}",
                "{\"error\":null}",
                "{\"error\":[]}",
                "{\"error\":{\"code\":\"x\",\"error_subcode\":{}}}",
                "{\"error\":{\"code\":99999999999999999999}}"
            })
    void takes_errors_of_no_known_shape_for_unknown(String json) {
        assertThat(refusal(400, json)).isInstanceOf(Refusal.Unknown.class);
    }

    private static Refusal refusal(int status, String json) {
        Answer answer = new Answer.Came(status, (ObjectNode) JsonMapper.shared().readTree(json), WAIT);
        Outcome<String> outcome = answer.outcome(any -> "done");
        return ((Outcome.Refused<String>) outcome).refusal();
    }
}
