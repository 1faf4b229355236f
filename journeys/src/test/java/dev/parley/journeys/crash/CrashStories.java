package dev.parley.journeys.crash;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journeys.testing.RunningParley;
import dev.parley.journeys.testing.Truth;
import java.util.List;
import java.util.Map;

/** Each account watches the stories of as many people, by a job: each story is seen once, whatever happens meanwhile. */
final class CrashStories implements CrashPart {

    private final RunningParley parley;
    private final int people;
    private List<String> accounts = List.of();

    /** @param people whose stories each account watches */
    CrashStories(RunningParley parley, int people) {
        this.parley = parley;
        this.people = people;
    }

    @Override
    public void order(List<Post> posts) {
        accounts = posts.stream().map(Post::account).toList();
        Together.forEach(posts, this::order);
    }

    private void order(Post post) {
        var api = post.person().api();
        api.post("/api/bot/start", Map.of("account_id", post.id())).expect(200);
        api.post(
                        "/api/bot/actions/view-stories",
                        Map.of("account_id", post.id(), "hashtag", "travel", "amount", people))
                .expect(202);
    }

    @Override
    public void expectAllRight() {
        CrashStory.IN_THE_END.shows("all stories", () -> parley.tables().texts("""
                select id || ' is ' || state from jobs where action = 'view-stories' and state <> 'completed'"""), List::isEmpty);
        var views = parley.truth().storyViews();
        assertThat(views).allMatch(view -> view.times() == 1 && view.inForce());
        var of = views.stream().collect(groupingBy(Truth.StoryView::viewer));
        assertThat(of.keySet()).containsExactlyInAnyOrderElementsOf(accounts);
        assertThat(of)
                .allSatisfy((account, its) -> assertThat(
                                its.stream().map(Truth.StoryView::target).distinct())
                        .hasSize(people));
        assertThat(parley.tables().texts("""
                select account.username || ' ' || target.username
                from job_targets target join jobs on jobs.id = job_id join instagram_accounts account on account.id = account_id
                where jobs.action = 'view-stories' and target.state = 'succeeded'"""))
                .as("whose stories the server believes to be watched")
                .containsExactlyInAnyOrderElementsOf(views.stream()
                        .map(view -> view.viewer() + " " + view.target())
                        .collect(toSet()));
        System.out.printf("%d stories were seen, none twice%n", views.size());
    }
}
