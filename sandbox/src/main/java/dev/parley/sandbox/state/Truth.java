package dev.parley.sandbox.state;

import dev.parley.sandbox.comment.CommentTruth;
import dev.parley.sandbox.follow.FollowTruth;
import dev.parley.sandbox.like.LikeTruth;
import dev.parley.sandbox.message.MessageTruth;
import dev.parley.sandbox.story.StoryViewTruth;
import dev.parley.sandbox.world.Person;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What really happened, told in usernames, oldest first. A null name stands for everybody; an unknown one for nobody. */
public record Truth(SandboxState state) {

    public List<FollowTruth> follows(@Nullable String sender) {
        return of(sender, id -> state.follows().truth(id, this::username));
    }

    public List<LikeTruth> likes(@Nullable String sender) {
        return of(sender, id -> state.likes().truth(id, this::username));
    }

    public List<StoryViewTruth> storyViews(@Nullable String viewer) {
        return of(viewer, id -> state.storyViews().truth(id, this::username));
    }

    public List<MessageTruth> messages(@Nullable String sender, @Nullable String recipient) {
        return of(sender, from -> of(recipient, to -> state.conversations().truth(from, to, this::username)));
    }

    public List<CommentTruth> comments() {
        return state.comments().truth(this::username);
    }

    private static <T> List<T> none() {
        return List.of();
    }

    private <T> List<T> of(@Nullable String username, Function<@Nullable Long, List<T>> truth) {
        if (username == null) {
            return truth.apply(null);
        }
        return state.person(username).map(Person::id).map(truth).orElseGet(Truth::none);
    }

    private String username(long id) {
        return state.person(id).map(Person::username).orElseGet(() -> Long.toString(id));
    }
}
