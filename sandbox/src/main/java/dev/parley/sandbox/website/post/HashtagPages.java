package dev.parley.sandbox.website.post;

import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.website.page.Pages;
import dev.parley.sandbox.website.page.Redirects;
import dev.parley.sandbox.website.page.Shell;
import dev.parley.sandbox.website.page.Visit;
import dev.parley.sandbox.website.page.WebRoutes;
import dev.parley.sandbox.website.variant.Variant;
import dev.parley.sandbox.world.Post;
import java.util.List;

/** What is posted under a hashtag, at its own address or as a search. */
public final class HashtagPages {
    private static final int SHOWN = 24;

    private HashtagPages() {}

    public static void addTo(WebRoutes routes) {
        routes.page("/explore/tags/{tag}", Call.HASHTAG, HashtagPages::tag);
        routes.page("/explore/search/keyword", Call.HASHTAG, HashtagPages::search);
        routes.page("/explore", Call.ANY, (visit, session) -> grid("Explore", "travel", visit));
        routes.page("/explore/search", Call.ANY, (visit, session) -> grid("Search", "travel", visit));
    }

    /** Posts side by side. */
    public record Grid(Shell shell, String heading, List<Post> posts) {}

    private static Answer tag(Visit visit, Session session) {
        String tag = visit.path("tag");
        return visit.look().has(Variant.HASHTAG_DIRECT)
                ? grid("#" + tag, tag, visit)
                : Redirects.to("/explore/search/keyword/?q=%23" + Redirects.encoded(tag));
    }

    private static Answer search(Visit visit, Session session) {
        String query = visit.query("q");
        String tag = visit.look().has(Variant.HASHTAG_EMPTY) ? "" : query.replaceFirst("^#", "");
        return grid(query, tag, visit);
    }

    private static Answer grid(String heading, String tag, Visit visit) {
        var shell = Shell.of(heading + " • Instagram photos and videos", visit, "post");
        return Pages.show("post/grid-page", new Grid(shell, heading, posts(tag, visit)));
    }

    /** Without those that nobody may open. */
    private static List<Post> posts(String tag, Visit visit) {
        var hashtags = visit.state().world().hashtags();
        return hashtags
                .named(tag)
                .map(found -> hashtags.recent(found, visit.state().clock().instant(), null, SHOWN))
                .orElse(List.of())
                .stream()
                .filter(post -> !post.owner().isPrivate())
                .toList();
    }
}
