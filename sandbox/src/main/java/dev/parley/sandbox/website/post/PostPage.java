package dev.parley.sandbox.website.post;

import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.website.page.Shell;
import dev.parley.sandbox.website.page.Visit;
import dev.parley.sandbox.website.variant.Variant;
import dev.parley.sandbox.world.Person;
import dev.parley.sandbox.world.Post;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One post, on a page of its own or in a dialog over a grid.
 *
 * @param likes how many there are, the viewer's included
 * @param liked whether the viewer is among them
 */
public record PostPage(Shell shell, Post post, long likes, boolean liked, List<Remark> remarks) {
    private static final List<String> CHATTER =
            List.of("Where is this?", "So good!", "Need to go there", "Wow", "That light", "Miss this");
    private static final int MOST_CHATTER = 3;

    /** Something that somebody wrote under it. */
    public record Remark(Person author, String text) {}

    static PostPage of(Post post, Visit visit, Session session) {
        SandboxState state = visit.state();
        String title = "%s on Instagram: \"%s\"".formatted(post.owner().fullName(), post.caption());
        return new PostPage(
                Shell.of(title, visit, "post"),
                post,
                post.likes() + (long) state.likes().likers(post.pk()).size(),
                state.likes().likes(session.account().id(), post.pk()),
                Stream.concat(chatter(post, state), comments(post, state)).toList());
    }

    public boolean likesInDiv() {
        return shell.has(Variant.LIKE_DIV);
    }

    public boolean commentLikes() {
        return shell.has(Variant.COMMENT_LIKES_SHOWN);
    }

    private static Stream<Remark> comments(Post post, SandboxState state) {
        return state.comments().of(post.pk()).stream()
                .filter(comment -> !comment.hidden())
                .flatMap(comment ->
                        state.person(comment.author()).stream().map(author -> new Remark(author, comment.text())));
    }

    /** The seed counts comments but writes none: a few, the same each time, keep the page from being bare. */
    private static Stream<Remark> chatter(Post post, SandboxState state) {
        List<Person> people = state.world().people().all();
        int start = Math.floorMod(Long.hashCode(post.pk()), people.size());
        return IntStream.range(0, Math.min(post.comments(), MOST_CHATTER))
                .mapToObj(i -> new Remark(
                        people.get((start + i * 17) % people.size()), CHATTER.get((start + i) % CHATTER.size())));
    }
}
