package dev.parley.sandbox.website.home;

import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.state.Reel;
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
    private static final int TRAY = 8;

    private HomePages() {}

    public static void addTo(WebRoutes routes) {
        WebRoutes.SignedIn feed = HomePages::feed;
        routes.pageOr("/", Call.ANY, feed, LoginPages::form);
        routes.page("/accounts/edit", Call.CURRENT_USER, HomePages::edit);
        routes.page("/notifications", Call.ANY, HomePages::notifications);
    }

    /** Those whose stories can be watched, the newest posts of strangers, and people to follow. */
    public record Feed(Shell shell, List<Person> tray, List<Post> posts, List<Person> suggestions) {}

    private static Answer feed(Visit visit, Session session) {
        var hashtags = visit.state().world().hashtags();
        var now = visit.state().clock().instant();
        List<Post> posts = hashtags.recent(hashtags.all().getFirst(), now, null, POSTS * 2).stream()
                .filter(post -> !post.owner().deleted() && !post.owner().isPrivate())
                .limit(POSTS)
                .toList();
        List<Person> suggestions = visit.state().world().people().all().stream()
                .filter(person -> !person.deleted()
                        && !visit.state()
                                .follows()
                                .friendship(session.account().id(), person)
                                .following())
                .limit(SUGGESTED)
                .toList();
        var shell = Shell.of("Instagram", visit, "profile", "post", "story");
        return Pages.show("home/feed", new Feed(shell, tray(visit, session), posts, suggestions));
    }

    private static List<Person> tray(Visit visit, Session session) {
        return Reel.tray(session.account().person(), visit.state()).stream()
                .limit(TRAY)
                .map(Reel::owner)
                .toList();
    }

    private static Answer notifications(Visit visit, Session session) {
        return Pages.show("home/notifications", Shell.of("Notifications • Instagram", visit));
    }

    private static Answer edit(Visit visit, Session session) {
        return Pages.show("home/edit", Shell.of("Edit profile • Instagram", visit));
    }
}
