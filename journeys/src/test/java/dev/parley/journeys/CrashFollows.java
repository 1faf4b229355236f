package dev.parley.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journeys.testing.RunningParley;
import java.util.List;
import java.util.Map;

/** Each account follows as many people as it may, by a job: each of them once, whatever happens meanwhile. */
final class CrashFollows implements CrashPart, AutoCloseable {

    /** What an account may follow in an hour as delivered: not one lost try may be made up for. */
    private static final int LIMIT = 10;

    /** Enough to make up for what was lost. */
    private static final int RAISED_LIMIT = 50;

    private final RunningParley parley;
    private final LimitAndEpochWatch watch;
    private List<String> accounts = List.of();

    CrashFollows(RunningParley parley) {
        this.parley = parley;
        this.watch = new LimitAndEpochWatch(parley.tables(), LIMIT);
    }

    @Override
    public void order(List<Post> posts) {
        accounts = posts.stream().map(Post::account).toList();
        posts.parallelStream().forEach(CrashFollows::order);
    }

    private static void order(Post post) {
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
                                LIMIT,
                                "filters",
                                Map.of("skip_private", true)))
                .expect(202);
    }

    @Override
    public void expectAllRight() {
        goesOnUntilTheLimit();
        watch.expectNothingWrong();
        watch.limitIs(RAISED_LIMIT);
        raiseTheLimit();
        CrashStory.IN_THE_END.shows("all follows", () -> parley.tables().texts("""
                select id || ' is ' || state from jobs where action = 'follow' and state <> 'completed'"""), List::isEmpty);
        watch.expectNothingWrong();
        new CrashVerdict(parley, LIMIT, RAISED_LIMIT).give(accounts);
    }

    /** A try whose end nobody saw stays counted, so its account may fall short of the limit by it. */
    private void goesOnUntilTheLimit() {
        CrashStory.IN_THE_END.shows(
                "nothing but follows that wait for the limit",
                () -> parley.tables().texts("""
                select concat_ws(' ', kind, state, wait_reason) from bot_actions
                where state <> 'queued' or wait_reason is distinct from 'QUOTA'"""),
                List::isEmpty);
        assertThat(parley.tables().texts("select username from job_targets where state = 'unconfirmed'"))
                .as("nobody knows whether it happened")
                .isEmpty();
    }

    private void raiseTheLimit() {
        var limit = Map.of("action", "follow", "per_hour", RAISED_LIMIT, "per_day", RAISED_LIMIT);
        parley.administrator()
                .api()
                .put("/api/admin/limits", Map.of("limits", List.of(limit)))
                .expect(200);
    }

    @Override
    public void close() {
        watch.close();
    }
}
