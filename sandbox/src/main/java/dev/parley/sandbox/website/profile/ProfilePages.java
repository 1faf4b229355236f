package dev.parley.sandbox.website.profile;

import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.message.ThreadId;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.state.PostLists;
import dev.parley.sandbox.state.Reel;
import dev.parley.sandbox.website.page.Missing;
import dev.parley.sandbox.website.page.Pages;
import dev.parley.sandbox.website.page.Shell;
import dev.parley.sandbox.website.page.Visit;
import dev.parley.sandbox.website.page.WebRoutes;
import dev.parley.sandbox.website.variant.Variant;
import dev.parley.sandbox.world.Person;
import dev.parley.sandbox.world.Post;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The page of a person, at the root of the site under their name. */
public final class ProfilePages {
    private static final int SUGGESTED = 3;
    private static final Set<String> NO_NAMES = Set.of(
            "p",
            "reel",
            "reels",
            "tv",
            "explore",
            "stories",
            "direct",
            "accounts",
            "about",
            "legal",
            "web",
            "api",
            "challenge",
            "emails",
            "privacy",
            "session",
            "developer",
            "download",
            "notifications",
            "graphql",
            "settings",
            "static",
            "terms",
            "directory",
            "checkpoint",
            "consent",
            "auth_platform",
            "favicon.ico",
            "robots.txt");

    private ProfilePages() {}

    /** To be added last: any single word may be a name. */
    public static void addTo(WebRoutes routes) {
        routes.page("/{user}", Call.USER, (visit, session) -> profile(visit, session, null));
        routes.page("/{user}/reels", Call.USER, (visit, session) -> profile(visit, session, null));
        List.of("followers", "following")
                .forEach(list ->
                        routes.page("/{user}/" + list, Call.USER, (visit, session) -> profile(visit, session, list)));
    }

    /** Somebody who is there, or whose profile is gone. */
    public static Optional<Person> named(String name, Visit visit) {
        String username = name.toLowerCase(Locale.ROOT);
        return NO_NAMES.contains(username)
                ? Optional.empty()
                : visit.state().person(username).filter(person -> !person.deleted());
    }

    private static Answer profile(Visit visit, Session session, @Nullable String list) {
        return named(visit.path("user"), visit)
                .map(person -> profile(person, visit, session, list))
                .orElseGet(() -> Missing.page(visit));
    }

    private static Answer profile(Person person, Visit visit, Session session, @Nullable String list) {
        String title = "%s (@%s) • Instagram photos and videos".formatted(person.fullName(), person.username());
        long viewer = session.account().id();
        var profile = Profile.of(person, viewer, visit.state());
        var page = new ProfilePage(
                Shell.of(title, visit, "profile", "direct", "post", "people", "story"),
                profile,
                ThreadId.between(viewer, person.id()),
                profile.isClosed() ? List.of() : posts(person, visit),
                !Reel.of(person, viewer, visit.state()).stories().isEmpty(),
                suggestions(person, visit),
                profile.isClosed() ? null : list);
        return Pages.show("profile/page", page);
    }

    private static List<Post> posts(Person person, Visit visit) {
        return PostLists.in(visit.state()).of(person);
    }

    private static List<Person> suggestions(Person beside, Visit visit) {
        if (visit.look().has(Variant.SUGGESTIONS_NONE)) {
            return List.of();
        }
        List<Person> everybody = visit.state().world().people().all();
        int from = Math.floorMod(beside.id(), everybody.size());
        return IntStream.range(1, everybody.size())
                .mapToObj(step -> everybody.get((from + step) % everybody.size()))
                .filter(person -> !person.deleted() && person.id() != beside.id())
                .limit(SUGGESTED)
                .toList();
    }
}
