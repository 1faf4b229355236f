package dev.parley.journeys.crash;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journeys.testing.RunningParley;
import dev.parley.journeys.testing.Truth;
import java.util.List;
import java.util.Map;

/** Each account likes the posts of as many people, by a job: each of them once, whatever happens meanwhile. */
final class CrashLikes implements CrashPart {

    private final RunningParley parley;
    private final int each;
    private List<String> accounts = List.of();

    /** @param each how many posts each account likes; no more than its limit in an hour */
    CrashLikes(RunningParley parley, int each) {
        this.parley = parley;
        this.each = each;
    }

    @Override
    public void order(List<Post> posts) {
        accounts = posts.stream().map(Post::account).toList();
        Together.forEach(posts, this::order);
    }

    private void order(Post post) {
        var api = post.person().api();
        api.post("/api/bot/start", Map.of("account_id", post.id())).expect(200);
        api.post("/api/bot/actions/like-hashtag", Map.of("account_id", post.id(), "hashtag", "travel", "amount", each))
                .expect(202);
    }

    @Override
    public void expectAllRight() {
        CrashStory.IN_THE_END.shows("all likes", () -> parley.tables().texts("""
                select id || ' is ' || state from jobs where action = 'like' and state <> 'completed'"""), List::isEmpty);
        var likes = parley.truth().likes();
        assertThat(likes).allMatch(like -> like.asked() == 1 && like.times() == 1 && like.inForce());
        var of = likes.stream().collect(groupingBy(Truth.Like::sender));
        assertThat(of.keySet()).containsExactlyInAnyOrderElementsOf(accounts);
        assertThat(of).allSatisfy((account, its) -> assertThat(its).hasSize(each));
        assertThat(parley.tables().texts("""
                select post_code from job_targets join jobs on jobs.id = job_id
                where jobs.action = 'like' and job_targets.state = 'succeeded'"""))
                .as("what the server believes to be liked")
                .containsExactlyInAnyOrderElementsOf(
                        likes.stream().map(Truth.Like::code).toList());
        System.out.printf("%d likes took effect, none twice%n", likes.size());
    }
}
