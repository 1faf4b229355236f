package dev.parley.journeys.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journeys.testing.RunningParley;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Each account follows as many people as it may, by a job: each of them once, whatever happens meanwhile. */
final class CrashFollows implements CrashPart, AutoCloseable {

    /** What an account may follow in an hour as delivered: not one lost try may be made up for. */
    static final int LIMIT = 10;

    /** Enough to make up for what was lost. */
    static final int RAISED_LIMIT = 50;

    private final RunningParley parley;
    private final int each;
    private final List<String> limited;
    private final LimitAndEpochWatch watch;
    private List<String> accounts = List.of();

    /**
     * Follows, and no more of them than the limit allows.
     *
     * @param each how many people each account follows, which is its limit
     * @param limited whose limits are raised once all else is done, and follows are among it
     */
    CrashFollows(RunningParley parley, int each, List<String> limited) {
        this.parley = parley;
        this.each = each;
        this.limited = List.copyOf(limited);
        this.watch = new LimitAndEpochWatch(parley.tables(), each);
    }

    @Override
    public void order(List<Post> posts) {
        accounts = posts.stream().map(Post::account).toList();
        Together.forEach(posts, this::order);
    }

    private void order(Post post) {
        post.person()
                .api()
                .post("/api/bot/start", Map.of("account_id", post.id()))
                .expect(200);
        post.person()
                .api()
                .post(
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

    @Override
    public void expectAllRight() {
        goesOnUntilTheLimit();
        watch.expectNothingWrong();
        raiseLimit();
        CrashStory.IN_THE_END.shows("all follows", () -> parley.tables().texts("""
                select id || ' is ' || state from jobs where action = 'follow' and state <> 'completed'"""), List::isEmpty);
        watch.expectNothingWrong();
        new CrashVerdict(parley, each, RAISED_LIMIT).give(Set.copyOf(accounts));
    }

    /** A try whose end nobody saw stays counted, so its account may fall short of the limit by it. */
    void goesOnUntilTheLimit() {
        CrashStory.IN_THE_END.shows(
                "nothing but what waits for a limit", () -> parley.tables().texts("""
                select concat_ws(' ', kind, state, wait_reason) from bot_actions
                where state <> 'queued' or wait_reason is distinct from 'QUOTA'"""), List::isEmpty);
        assertThat(parley.tables().texts("select username from job_targets where state = 'unconfirmed'"))
                .as("nobody knows whether it happened")
                .isEmpty();
    }

    void raiseLimit() {
        watch.limitIs(RAISED_LIMIT);
        Limits.of(RAISED_LIMIT, limited).setBy(parley);
    }

    @Override
    public void close() {
        watch.close();
    }
}
