package dev.parley.journeys;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journeys.CrashStory.Post;
import dev.parley.journeys.testing.RunningParley;
import dev.parley.journeys.testing.Truth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Messages that are under way while nodes are killed and paused: none is lost, none arrives twice, and the server knows it. */
final class CrashMessages {

    private static final int EACH = 3;
    private static final int ENOUGH = 100;

    private final RunningParley parley;
    private List<String> asked = List.of();

    CrashMessages(RunningParley parley) {
        this.parley = parley;
    }

    /** Some of each account to the same person, none of which the account has spoken to before. */
    void order(List<Post> posts) {
        var limit = Map.of("action", "first_contact", "per_hour", ENOUGH, "per_day", ENOUGH);
        parley.administrator()
                .api()
                .put("/api/admin/limits", Map.of("limits", List.of(limit)))
                .expect(200);
        var friend = parley.truth().makeAccounts("friend", 1).getFirst();
        asked = posts.parallelStream()
                .flatMap(post -> IntStream.range(0, EACH).mapToObj(n -> order(post, friend, "Message " + n)))
                .toList();
    }

    private static String order(Post post, String friend, String text) {
        post.person()
                .api()
                .with("Idempotency-Key", post.account() + " " + text)
                .post(
                        "/api/messages/send",
                        Map.of("username", post.account(), "recipient", friend, "content", text, "wait_s", 0))
                .expect(202);
        return post.account() + " " + text;
    }

    void expectEachOnce() {
        var truth = parley.truth().messages();
        assertThat(truth)
                .allSatisfy(message -> assertThat(message.timesReceived()).isEqualTo(1));
        assertThat(truth.stream()
                        .collect(toMap(CrashMessages::name, Function.identity()))
                        .keySet())
                .containsExactlyInAnyOrderElementsOf(asked);
        assertThat(parley.tables().texts("select account_name || ' ' || content from messages where status = 'sent'"))
                .containsExactlyInAnyOrderElementsOf(asked);
        assertThat(parley.tables().texts("select status::text from messages where status <> 'sent'"))
                .isEmpty();
        System.out.printf(
                "%d messages arrived, %d were asked for%n",
                truth.size(), truth.stream().mapToInt(Truth.Message::asked).sum());
    }

    private static String name(Truth.Message message) {
        return message.sender() + " " + message.text();
    }
}
