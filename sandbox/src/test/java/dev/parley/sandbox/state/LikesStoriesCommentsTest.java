package dev.parley.sandbox.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.comment.Comment;
import dev.parley.sandbox.comment.CommentTruth;
import dev.parley.sandbox.like.LikeTruth;
import dev.parley.sandbox.story.StoryViewTruth;
import dev.parley.sandbox.world.Person;
import dev.parley.sandbox.world.Post;
import dev.parley.sandbox.world.Story;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LikesStoriesCommentsTest {
    @TempDir
    private Path folder = Path.of("");

    private TestingHouse house;
    private Person alma;
    private Post post;

    @BeforeEach
    void enter() {
        house = new TestingHouse(folder);
        alma = house.account("alma.plain");
        post = newestPost();
    }

    @AfterEach
    void leave() {
        house.close();
    }

    @Test
    void a_like_counts_once_and_can_be_taken_back() {
        like(true);
        like(true);
        assertThat(likes()).singleElement().matches(like -> like.asked() == 2 && like.times() == 1 && like.inForce());
        assertThat(house.state().likes().likers(post.pk())).containsExactly(alma.id());

        house.state()
                .likes()
                .unlike(
                        alma.id(),
                        post,
                        true,
                        house.state().now(),
                        house.state().journal());

        assertThat(likes()).singleElement().matches(like -> like.times() == 1 && !like.inForce());
        assertThat(house.state().likes().likes(alma.id(), post.pk())).isFalse();
    }

    @Test
    void a_like_that_a_fault_stopped_is_counted_as_asked() {
        like(false);

        assertThat(likes()).singleElement().matches(like -> like.asked() == 1 && like.times() == 0 && !like.inForce());
        assertThat(likes().getFirst().media()).isEqualTo(post.id());
        assertThat(likes().getFirst().code()).isEqualTo(post.code());
    }

    @Test
    void a_short_code_leads_back_to_its_post() {
        assertThat(Post.pk(post.code())).hasValue(post.pk());
        assertThat(Post.pk("not a code")).isEmpty();
        assertThat(Post.pk("zzzzzzzzzzz")).isEmpty();
    }

    @Test
    void a_story_is_watched_once_and_gone_after_a_day() {
        Story story = story();
        watch(story);
        watch(story);

        assertThat(views()).singleElement().matches(view -> view.asked() == 2 && view.times() == 1);
        assertThat(house.state().storyViews().hasSeen(alma.id(), story.pk())).isTrue();
        assertThat(house.state().world().stories().story(story.pk(), story.expiresAt()))
                .isEmpty();
    }

    @Test
    void answers_are_deleted_with_their_comment_and_answers_to_answers_stay_on_one_level() {
        Comment comment = comment(null, "Nice!");
        Comment answer = comment(comment, "Thanks");
        Comment second = comment(answer, "You are welcome");

        assertThat(house.state().comments().answersTo(comment)).containsExactly(answer, second);
        house.state().comments().hide(comment, true, house.state().journal());
        assertThat(house.state().comments().find(comment.id()))
                .hasValueSatisfying(it -> assertThat(it.hidden()).isTrue());
        house.state().comments().delete(comment, house.state().journal());
        assertThat(house.state().comments().count(post.pk())).isZero();
        assertThat(house.state().truth().comments()).hasSize(3).allMatch(CommentTruth::deleted);
    }

    @Test
    void everything_survives_a_restart() {
        List<Comment> heard = new ArrayList<>();
        like(true);
        watch(story());
        house.state()
                .comments()
                .hide(comment(null, "Nice!"), true, house.state().journal());
        Truth before = house.state().truth();
        List<Object> truth = List.of(before.likes(null), before.storyViews(null), before.comments());
        house.close();

        house = new TestingHouse(folder);
        house.current().listen(new Listener() {
            @Override
            public void commentMade(SandboxState state, Comment comment) {
                heard.add(comment);
            }
        });

        Truth after = house.state().truth();
        assertThat(List.<Object>of(after.likes(null), after.storyViews(null), after.comments()))
                .isEqualTo(truth);
        Comment next = comment(null, "Another");
        assertThat(heard).containsExactly(next);
        assertThat(after.comments()).extracting(CommentTruth::id).doesNotHaveDuplicates();
    }

    private void like(boolean takesEffect) {
        house.state()
                .likes()
                .like(
                        alma.id(),
                        post,
                        takesEffect,
                        house.state().now(),
                        house.state().journal());
    }

    private List<LikeTruth> likes() {
        return house.state().truth().likes("alma.plain");
    }

    private void watch(Story story) {
        house.state()
                .storyViews()
                .watch(
                        alma.id(),
                        story,
                        true,
                        house.state().now(),
                        house.state().journal());
    }

    private List<StoryViewTruth> views() {
        return house.state().truth().storyViews("alma.plain");
    }

    private Comment comment(@Nullable Comment parent, String text) {
        return house.state()
                .comments()
                .add(
                        post.pk(),
                        post.owner().id(),
                        parent,
                        alma.id(),
                        text,
                        house.state().now(),
                        house.state().journal());
    }

    private Story story() {
        SandboxState state = house.state();
        return state.world().people().all().stream()
                .flatMap(person ->
                        state.world().stories().of(person, state.clock().instant()).stream())
                .findFirst()
                .orElseThrow();
    }

    private Post newestPost() {
        SandboxState state = house.state();
        var hashtags = state.world().hashtags();
        return hashtags.recent(hashtags.all().getFirst(), state.clock().instant(), null, 1)
                .getFirst();
    }
}
