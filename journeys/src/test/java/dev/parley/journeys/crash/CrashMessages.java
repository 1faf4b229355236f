package dev.parley.journeys.crash;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journeys.testing.Answer;
import dev.parley.journeys.testing.Api;
import dev.parley.journeys.testing.Eventually;
import dev.parley.journeys.testing.Person;
import dev.parley.journeys.testing.RunningParley;
import dev.parley.journeys.testing.Truth;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

/**
 * Messages that are asked for by programs which try again until somebody answers, and are under way while things are killed: none is lost,
 * none arrives twice, and the server knows it or says that it does not.
 */
final class CrashMessages implements CrashPart {

    /** Its accounts may write to those only who have written to them. */
    private static final String OFFICIAL = "graph";

    private static final int TOO_MANY = 429;
    private static final int BROKEN = 500;
    private static final Eventually AN_ANSWER = Eventually.within(Duration.ofMinutes(5));

    private final RunningParley parley;
    private final List<URI> nodes;
    private final int each;
    private final Map<String, Person> people = new HashMap<>();
    private final Duration apart;
    private final CompletableFuture<Boolean> asking = new CompletableFuture<>();
    private String friend = "";

    /**
     * All to the same person.
     *
     * @param each how many each account sends
     * @param apart how long programs wait before they ask for the next ones
     */
    CrashMessages(RunningParley parley, List<URI> nodes, int each, Duration apart) {
        this.parley = parley;
        this.nodes = nodes;
        this.each = each;
        this.apart = apart;
    }

    @Override
    public void order(List<Post> posts) {
        friend = parley.truth().makeAccounts("friend", 1).getFirst();
        posts.stream()
                .filter(post -> post.driver().equals(OFFICIAL))
                .forEach(post -> parley.truth().write(friend, post.account(), "Hello"));
        posts.forEach(post -> texts().forEach(text -> people.put(name(post.account(), text), post.person())));
        Thread.ofVirtual().name("programs").start(() -> askAll(posts));
    }

    private void askAll(List<Post> posts) {
        try {
            for (var text : texts()) {
                Together.forEach(posts, post -> ask(post, text));
                Eventually.within(apart).passes();
            }
            asking.complete(true);
        } catch (RuntimeException | Error failed) {
            asking.completeExceptionally(failed);
        }
    }

    private List<String> texts() {
        return IntStream.rangeClosed(1, each).mapToObj("Message %d"::formatted).toList();
    }

    /** At one node, or at the other; the key of one that nobody answered may have been sent with it already. */
    private void ask(Post post, String text) {
        var wanted = Map.of("username", post.account(), "recipient", friend, "content", text, "wait_s", 0);
        var answer = untilAnswered(
                post.person().api().with("Idempotency-Key", name(post.account(), text)), "/api/messages/send", wanted);
        assertThat(answer.status()).as(answer.toString()).isIn(200, 202);
    }

    private Answer untilAnswered(Api program, String path, Map<String, ?> body) {
        var tries = new int[1];
        return AN_ANSWER.gives("an answer to " + path, () -> {
            try {
                var node = nodes.get(tries[0]++ % nodes.size());
                return Optional.of(program.at(node).post(path, body)).filter(CrashMessages::isAnAnswer);
            } catch (UncheckedIOException nobody) {
                return Optional.empty();
            }
        });
    }

    private static boolean isAnAnswer(Answer answer) {
        return answer.status() < BROKEN && answer.status() != TOO_MANY;
    }

    @Override
    public void expectAllRight() {
        allAreTaken();
        CrashStory.IN_THE_END.shows(
                "the end of each message", () -> parley.tables().texts("""
                select concat_ws(' ', account_name, content, status) from messages where status in ('queued', 'sending')"""), List::isEmpty);
        assertThat(parley.tables().texts("select account_name || ': ' || content from messages"))
                .containsExactlyInAnyOrderElementsOf(people.keySet());
        var unclear = withStatus("unconfirmed");
        expectTruth();
        unclear.forEach(this::look);
        expectTruth();
        assertThat(withStatus("unconfirmed"))
                .as("what nobody can tell, though somebody has looked")
                .isEmpty();
        System.out.printf(
                "%d messages were asked for, %d arrived once, none twice; %d failed: %s; %d were unclear until somebody looked%n",
                people.size(), arrived().size(), withStatus("failed").size(), troubles(), unclear.size());
    }

    boolean isTaken() {
        return asking.isDone();
    }

    /** Whoever asks has been answered. */
    void allAreTaken() {
        try {
            asking.join();
        } catch (CompletionException failed) {
            throw new AssertionError("a program could not ask", failed);
        }
    }

    /** What is said to be sent has arrived once, what is said to have failed has not, and nothing has arrived twice. */
    private void expectTruth() {
        var arrived = arrived();
        assertThat(people.keySet()).containsAll(arrived.keySet());
        assertThat(arrived)
                .allSatisfy((message, times) -> assertThat(times).as(message).isEqualTo(1));
        assertThat(withStatus("sent").values()).as("sent").allMatch(arrived::containsKey);
        assertThat(withStatus("failed").values()).as("failed").noneMatch(arrived::containsKey);
    }

    private Map<String, Integer> arrived() {
        return parley.truth().messages().stream()
                .filter(message -> message.recipient().equals(friend) && message.timesReceived() > 0)
                .collect(groupingBy(
                        message -> name(message.sender(), message.text()), summingInt(Truth.Message::timesReceived)));
    }

    /** By its id, what each of them is. */
    private Map<String, String> withStatus(String status) {
        return parley
                .tables()
                .rows(
                        "select id, account_name, content from messages where status = '%s'".formatted(status),
                        row -> Map.entry(row.getString(1), name(row.getString(2), row.getString(3))))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<String> troubles() {
        return parley.tables()
                .texts(
                        "select distinct driver || ' ' || error_code || ' ' || error_detail from messages where status = 'failed'");
    }

    private void look(String id, String message) {
        untilAnswered(Objects.requireNonNull(people.get(message)).api(), "/api/messages/" + id + "/look", Map.of())
                .expect(200);
    }

    private static String name(String account, String text) {
        return account + ": " + text;
    }
}
