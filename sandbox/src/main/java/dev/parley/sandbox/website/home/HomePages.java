package dev.parley.sandbox.website.home;

import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.website.login.LoginPages;
import dev.parley.sandbox.website.page.Pages;
import dev.parley.sandbox.website.page.Shell;
import dev.parley.sandbox.website.page.Visit;
import dev.parley.sandbox.website.page.WebRoutes;
import dev.parley.sandbox.world.Person;
import dev.parley.sandbox.world.Post;
import java.util.List;

/** The feed, or for strangers the sign-in form; and the page on which an account is edited. */
public final class HomePages {
    private static final int POSTS = 6;
    private static final int SUGGESTED = 5;

    private HomePages() {}

    public static void addTo(WebRoutes routes) {
        WebRoutes.SignedIn feed = HomePages::feed;
        routes.pageOr("/", Call.ANY, feed, LoginPages::form);
        routes.page("/accounts/edit", Call.CURRENT_USER, HomePages::edit);
    }

    /** The newest posts of strangers, and people to follow. */
    public record Feed(Shell shell, List<Post> posts, List<Person> suggestions) {}

    private static Answer feed(Visit visit, Session session) {
        var hashtags = visit.state().world().hashtags();
        var now = visit.state().clock().instant();
        List<Post> posts = hashtags.recent(hashtags.all().getFirst(), now, null, POSTS * 2).stream()
                .filter(post -> !post.owner().deleted() && !post.owner().isPrivate())
                .limit(POSTS)
                .toList();
        List<Person> suggestions = visit.state().world().people().all().stream()
                .filter(person -> !person.deleted())
                .limit(SUGGESTED)
                .toList();
        return Pages.show("home/feed", new Feed(Shell.of("Instagram", visit, "profile"), posts, suggestions));
    }

    private static Answer edit(Visit visit, Session session) {
        return Pages.show("home/edit", Shell.of("Edit profile • Instagram", visit));
    }
}
