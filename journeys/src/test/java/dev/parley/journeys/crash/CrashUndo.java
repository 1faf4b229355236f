package dev.parley.journeys.crash;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.cli.process.Patience;
import dev.parley.journeys.testing.RunningParley;
import dev.parley.journeys.testing.Truth;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Each account follows some people, and unfollows them as soon as that is done: whatever happens meanwhile, it follows nobody in the end. */
final class CrashUndo implements CrashPart, AutoCloseable {

    private static final Patience BETWEEN_LOOKS = Patience.ofSeconds(2);

    private final RunningParley parley;
    private final List<URI> nodes;
    private final int each;
    private final Map<String, Post> posts = new HashMap<>();
    private final Random random;
    private final Thread program;
    private volatile boolean closed;

    /**
     * @param each how many people each account follows for a while
     * @param random which node is asked to undo it
     */
    CrashUndo(RunningParley parley, List<URI> nodes, int each, Random random) {
        this.parley = parley;
        this.nodes = nodes;
        this.each = each;
        this.random = random;
        this.program = Thread.ofVirtual().unstarted(this::undo);
    }

    @Override
    public void order(List<Post> all) {
        all.forEach(post -> posts.put(post.id(), post));
        Together.forEach(all, this::order);
        program.start();
    }

    private void order(Post post) {
        var api = post.person().api();
        api.post("/api/bot/start", Map.of("account_id", post.id())).expect(200);
        api.post(
                        "/api/bot/actions/follow-hashtag",
                        Map.of(
                                "account_id",
                                post.id(),
                                "hashtag",
                                "travel",
                                "amount",
                                each,
                                "filters",
                                Map.of("skip_private", true)))
                .expect(202);
    }

    /** A program that looks what is done, and asks somewhere for what comes next, until all of it has been asked for. */
    private void undo() {
        while (!BETWEEN_LOOKS.until(() -> closed)) {
            try {
                followed().forEach(this::undo);
            } catch (IllegalStateException databaseAway) {
                // in a while
            }
        }
    }

    /** Which accounts have followed, and have not been asked to undo it; by which job. */
    private Map<String, String> followed() {
        var all = new HashMap<String, String>();
        parley.tables().rows("""
                        select account_id, id from jobs job
                        where action = 'follow' and state = 'completed' and not exists (
                            select from jobs undo where undo.account_id = job.account_id and undo.action = 'unfollow')""", row -> Map.entry(row.getString(1), row.getString(2))).stream()
                .filter(job -> posts.containsKey(job.getKey()))
                .forEach(job -> all.put(job.getKey(), job.getValue()));
        return all;
    }

    private void undo(String account, String job) {
        var api = Objects.requireNonNull(posts.get(account)).person().api();
        try {
            var _ = api.at(nodes.get(random.nextInt(nodes.size())))
                    .post("/api/bot/actions/unfollow", Map.of("account_id", account, "job_id", job));
        } catch (UncheckedIOException nobody) {
            // whether it was heard is seen at the next look
        }
    }

    boolean isOrdered() {
        return parley.tables().number("select count(distinct account_id) from jobs where action = 'unfollow'")
                == posts.size();
    }

    /** All that was followed is being undone, or has been. */
    void allAreOrdered() {
        CrashStory.IN_THE_END.holds("an undoing of all", this::isOrdered);
        close();
    }

    @Override
    public void expectAllRight() {
        CrashStory.IN_THE_END.shows("all unfollows", () -> parley.tables().texts("""
                select id || ' is ' || state from jobs where action = 'unfollow' and state <> 'completed'"""), List::isEmpty);
        var names = posts.values().stream().map(Post::account).toList();
        var of = parley.truth().follows().stream()
                .filter(follow -> names.contains(follow.sender()))
                .collect(groupingBy(Truth.Follow::sender));
        assertThat(of.keySet()).containsExactlyInAnyOrderElementsOf(names);
        assertThat(of)
                .allSatisfy((account, its) -> assertThat(its)
                        .hasSize(each)
                        .allMatch(follow -> follow.asked() == 1 && follow.times() == 1 && !follow.inForce()));
        assertThat(parley.tables().texts("""
                select account_id || ' ' || username from job_targets join jobs on jobs.id = job_id
                where action = 'unfollow' and job_targets.state = 'succeeded'"""))
                .as("whom the server believes to be unfollowed")
                .doesNotHaveDuplicates()
                .hasSize(names.size() * each);
        System.out.printf("%d follows were undone%n", names.size() * each);
    }

    @Override
    public void close() {
        closed = true;
    }
}
