package dev.parley.sandbox.website.post;

import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.website.page.Missing;
import dev.parley.sandbox.website.page.Pages;
import dev.parley.sandbox.website.page.Redirects;
import dev.parley.sandbox.website.page.Visit;
import dev.parley.sandbox.website.page.WebRoutes;
import dev.parley.sandbox.website.variant.Variant;
import dev.parley.sandbox.world.Post;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Single posts, and the feed of reels. */
public final class PostPages {

    private PostPages() {}

    public static void addTo(WebRoutes routes) {
        List.of("/p/{code}", "/tv/{code}", "/reels/{code}", "/{user}/p/{code}")
                .forEach(path -> routes.page(path, Call.MEDIA, PostPages::post));
        List.of("/reel/{code}", "/{user}/reel/{code}").forEach(path -> routes.page(path, Call.MEDIA, PostPages::reel));
        routes.page(
                "/reels",
                Call.ANY,
                (visit, session) -> Redirects.to(
                        "/reels/" + clipBeside(OptionalLong.empty(), visit).code() + "/"));
    }

    private static Answer post(Visit visit, Session session) {
        return find(visit, session).map(post -> show(post, visit, session)).orElseGet(() -> Missing.page(visit));
    }

    private static Answer reel(Visit visit, Session session) {
        return visit.look().has(Variant.REEL_BOUNCES)
                ? Redirects.to("/reels/"
                        + clipBeside(Post.pk(visit.path("code")), visit).code() + "/")
                : post(visit, session);
    }

    /** A grid asks for the post alone, to show it in a dialog. */
    private static Answer show(Post post, Visit visit, Session session) {
        var page = PostPage.of(post, visit, session);
        return Pages.show(visit.query("modal").isEmpty() ? "post/page" : "post/modal", page);
    }

    private static Optional<Post> find(Visit visit, Session session) {
        SandboxState state = visit.state();
        OptionalLong pk = Post.pk(visit.path("code"));
        return pk.isEmpty()
                ? Optional.empty()
                : state.post(pk.getAsLong())
                        .filter(post -> !post.owner().deleted())
                        .filter(post ->
                                state.shows(post.owner(), session.account().id()));
    }

    /** The newest that is another one than was asked for. */
    private static Post clipBeside(OptionalLong asked, Visit visit) {
        var hashtags = visit.state().world().hashtags();
        var tag = hashtags.all().getFirst();
        return hashtags.recent(tag, visit.state().clock().instant(), null, tag.listed()).stream()
                .filter(post ->
                        post.clip() && !post.owner().deleted() && !post.owner().isPrivate())
                .filter(post -> asked.isEmpty() || post.pk() != asked.getAsLong())
                .findFirst()
                .orElseThrow();
    }
}
