package dev.parley.instagram.mobile;

import static dev.parley.instagram.mobile.TestingAppApi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.parley.instagram.Outcome;
import dev.parley.instagram.Refusal;
import java.time.Duration;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorTableTest {

    private final TestingAppApi api = new TestingAppApi();

    @AfterEach
    void close() {
        api.close();
    }

    static Stream<Arguments> rows() {
        return Stream.of(
                arguments(403, "{\"message\":\"login_required\",\"status\":\"fail\"}", Refusal.LoginRequired.class),
                arguments(400, "{\"message\":\"login_required\",\"status\":\"fail\"}", Refusal.LoginRequired.class),
                arguments(401, "{\"message\":\"login_required\",\"status\":\"fail\"}", Refusal.LoginRequired.class),
                arguments(200, "{\"message\":\"login_required\",\"status\":\"fail\"}", Refusal.LoginRequired.class),
                arguments(200, "{\"message\":\"login_required\",\"error_title\":\"Out\"}", Refusal.LoginRequired.class),
                arguments(403, "{\"message\":\"user_has_logged_out\",\"status\":\"fail\"}", Refusal.LoggedOut.class),
                arguments(400, challenge("/challenge/1/n/"), Refusal.ChallengeRequired.class),
                arguments(403, challenge("/challenge/1/n/"), Refusal.ChallengeRequired.class),
                arguments(400, challenge("/accounts/suspended/"), Refusal.AccountSuspended.class),
                arguments(
                        400,
                        "{\"message\":\"\",\"error_type\":\"checkpoint_challenge_required\",\"status\":\"fail\"}",
                        Refusal.ChallengeRequired.class),
                arguments(
                        400,
                        "{\"message\":\"checkpoint_required\",\"checkpoint_url\":\"https://x\",\"status\":\"fail\"}",
                        Refusal.CheckpointRequired.class),
                arguments(
                        400,
                        "{\"message\":\"consent_required\",\"consent_data\":{\"headline\":\"Terms\"},\"status\":\"fail\"}",
                        Refusal.ConsentRequired.class),
                arguments(
                        400,
                        "{\"message\":\"feedback_required\",\"spam\":true,\"feedback_message\":\"Try later\"}",
                        Refusal.ActionBlocked.class),
                arguments(403, "{\"message\":\"feedback_required\",\"status\":\"fail\"}", Refusal.ActionBlocked.class),
                arguments(200, "{\"message\":\"feedback_required\",\"status\":\"fail\"}", Refusal.ActionBlocked.class),
                arguments(
                        400, "{\"message\":\"Sorry\",\"spam\":true,\"status\":\"fail\"}", Refusal.ActionBlocked.class),
                arguments(
                        400,
                        "{\"message\":\"Please wait a few minutes before you try again.\"}",
                        Refusal.RateLimited.class),
                arguments(
                        200,
                        "{\"message\":\"Please wait a few minutes before you try again.\",\"status\":\"fail\"}",
                        Refusal.RateLimited.class),
                arguments(429, "{\"message\":\"Slow down\",\"status\":\"fail\"}", Refusal.RateLimited.class),
                arguments(429, "<html>Too many requests</html>", Refusal.RateLimited.class),
                arguments(429, "", Refusal.RateLimited.class),
                arguments(400, "{\"message\":\"x\",\"error_type\":\"rate_limit_error\"}", Refusal.RateLimited.class),
                arguments(400, "{\"message\":\"rate_limit_error\"}", Refusal.RateLimited.class),
                arguments(400, "{\"message\":\"x\",\"error_type\":\"sentry_block\"}", Refusal.SentryBlock.class),
                arguments(400, "{\"message\":\"sentry_block\"}", Refusal.SentryBlock.class),
                arguments(400, "{\"message\":\"x\",\"error_type\":\"inactive user\"}", Refusal.InactiveAccount.class),
                arguments(400, "{\"message\":\"x\",\"error_type\":\"inactive_user\"}", Refusal.InactiveAccount.class),
                arguments(404, "{\"message\":\"User not found\",\"status\":\"fail\"}", Refusal.UserNotFound.class),
                arguments(400, "{\"message\":\"Unable to fetch followers.\"}", Refusal.UserNotFound.class),
                arguments(400, "{\"message\":\"Not authorized to view user\"}", Refusal.PrivateAccount.class),
                arguments(
                        400,
                        "{\"message\":\"This account can\u2019t receive your message because they don\u2019t allow new"
                                + " message requests from everyone.\"}",
                        Refusal.MessagesRefused.class),
                arguments(
                        403,
                        "{\"message\":\"Not everyone can message this account.\",\"status\":\"fail\"}",
                        Refusal.MessagesRefused.class),
                arguments(
                        200,
                        "{\"message\":\"You can't message this account\",\"status\":\"fail\"}",
                        Refusal.MessagesRefused.class),
                arguments(400, "{\"message\":\"Invalid target user.\"}", Refusal.InvalidTarget.class),
                arguments(400, "{\"message\":\"Invalid media_id 1\"}", Refusal.InvalidTarget.class),
                arguments(400, "{\"message\":\"Media is unavailable\"}", Refusal.MediaUnavailable.class),
                arguments(400, "{\"message\":\"Media not found or unavailable\"}", Refusal.MediaUnavailable.class),
                arguments(400, "{\"message\":\"Sorry, this photo has been deleted.\"}", Refusal.MediaUnavailable.class),
                arguments(404, "Not Found", Refusal.BlockSuspected.class),
                arguments(404, "<html>Not Found</html>", Refusal.BadResponse.class),
                arguments(403, "{\"message\":\"Not allowed\",\"status\":\"fail\"}", Refusal.Forbidden.class),
                arguments(403, "Forbidden", Refusal.Forbidden.class),
                arguments(500, "{\"message\":\"Oops\",\"status\":\"fail\"}", Refusal.ServerError.class),
                arguments(503, "<html>", Refusal.ServerError.class),
                arguments(410, "{\"message\":\"Gone\"}", Refusal.ServerError.class),
                arguments(400, "{\"message\":\"Something new\",\"error_type\":\"novel\"}", Refusal.Unknown.class),
                arguments(400, "{}", Refusal.Unknown.class),
                arguments(408, "{\"message\":\"Timeout\"}", Refusal.Unknown.class),
                arguments(401, "{\"message\":\"No\"}", Refusal.Unknown.class),
                arguments(200, "{\"message\":\"Something new\",\"status\":\"fail\"}", Refusal.Unknown.class),
                arguments(200, "{\"status\":\"ok\"}", Refusal.BadResponse.class),
                arguments(200, "<html>", Refusal.BadResponse.class));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void tells_each_refusal_by_its_words_before_its_status(int status, String body, Class<?> expected) {
        api.answers(status, body);

        assertThat(refusal(api.signedIn().follow(TestingAppApi.LENA))).isInstanceOf(expected);
        assertThat(api.server().getRequestCount()).isEqualTo(1);
    }

    @Test
    void takes_any_404_with_words_for_an_unknown_person_when_looking_one_up() {
        api.answers(404, "{\"message\":\"Not here\",\"status\":\"fail\"}").answers(404, "Not Found");

        assertThat(refusal(api.signedIn().person("lena"))).isInstanceOf(Refusal.UserNotFound.class);
        assertThat(refusal(api.signedIn().person("lena"))).isInstanceOf(Refusal.BlockSuspected.class);
    }

    @Test
    void does_not_follow_redirects() {
        api.answers(redirect("https://i.instagram.com/accounts/login/?next=/"))
                .answers(redirect("/challenge/?next=/"))
                .answers(redirect("http://example.org/"));

        assertThat(refusal(api.signedIn().currentUser())).isInstanceOf(Refusal.LoginRequired.class);
        assertThat(refusal(api.signedIn().currentUser())).isInstanceOf(Refusal.ChallengeRequired.class);
        assertThat(refusal(api.signedIn().currentUser())).isInstanceOf(Refusal.BadResponse.class);
        assertThat(api.server().getRequestCount()).isEqualTo(3);
    }

    @Test
    void says_how_long_to_wait_if_told() {
        api.answers(limited("120"))
                .answers(limited("Sun, 01 Nov 2026 10:01:00 GMT"))
                .answers(limited("soon"))
                .answers(limited("-5"))
                .answers(limited("99999999999"));

        assertThat(waiting()).isEqualTo(Duration.ofMinutes(2));
        assertThat(waiting()).isEqualTo(Duration.ofMinutes(1));
        assertThat(waiting()).isNull();
        assertThat(waiting()).isNull();
        assertThat(waiting()).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void does_not_repeat_what_a_server_asks_to_repeat_at_once() {
        api.answers(json(503, "{}").addHeader("Retry-After", "0").build())
                .answers(json(408, "{}").build())
                .answers(200, "{\"following\":true}");

        assertThat(refusal(api.signedIn().follow(TestingAppApi.LENA))).isInstanceOf(Refusal.ServerError.class);
        assertThat(refusal(api.signedIn().friendship(TestingAppApi.LENA))).isInstanceOf(Refusal.Unknown.class);
        assertThat(api.server().getRequestCount()).isEqualTo(2);
    }

    @Test
    void quotes_words_but_no_token() {
        api.answers(
                400,
                "{\"message\":\"Odd thing\\u0007 with %s and 42%%3AabcdefghijklmnopqrstuvwxyzA\",\"status\":\"fail\"}"
                        .formatted(TestingAppApi.AUTHORIZATION));

        assertThat(refusal(api.signedIn().currentUser()).detail())
                .contains("Odd thing", "HTTP 400")
                .doesNotContain("IGT:2:ey", "42%3A", "\u0007");
    }

    private @Nullable Duration waiting() {
        return ((Refusal.RateLimited) refusal(api.signedIn().currentUser())).retryAfter();
    }

    private static MockResponse limited(String retryAfter) {
        return json(429, "{}")
                .addHeader("Date", "Sun, 01 Nov 2026 10:00:00 GMT")
                .addHeader("Retry-After", retryAfter)
                .build();
    }

    private static MockResponse redirect(String location) {
        return new MockResponse.Builder()
                .code(302)
                .addHeader("Location", location)
                .build();
    }

    private static String challenge(String path) {
        return """
                {"message":"challenge_required","challenge":{"url":"https://i.instagram.com%s","api_path":"%s"},
                "error_type":"checkpoint_challenge_required","status":"fail"}""".formatted(path, path);
    }

    private static Refusal refusal(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<?>) outcome).refusal();
    }
}
