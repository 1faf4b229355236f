package dev.parley.sandbox.website.story;

import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.message.ThreadId;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.state.Reel;
import dev.parley.sandbox.website.page.Ids;
import dev.parley.sandbox.website.page.Missing;
import dev.parley.sandbox.website.page.Pages;
import dev.parley.sandbox.website.page.Redirects;
import dev.parley.sandbox.website.page.Shell;
import dev.parley.sandbox.website.page.Visit;
import dev.parley.sandbox.website.page.WebRoutes;
import dev.parley.sandbox.website.variant.Variant;
import dev.parley.sandbox.world.Person;
import dev.parley.sandbox.world.Story;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Watching somebody's stories; each that is shown is reported as seen. The likes of stories are taken and forgotten. */
public final class StoryPages {

    private StoryPages() {}

    public static void addTo(WebRoutes routes) {
        routes.page("/stories/highlights/{id}", Call.STORIES, (visit, session) -> Missing.page(visit));
        routes.page("/stories/{user}", Call.STORIES, StoryPages::watch);
        routes.page("/stories/{user}/{story}", Call.STORIES, StoryPages::watch);
    }

    /**
     * The viewer.
     *
     * @param stories oldest first
     * @param start the one to begin with
     * @param thread where replies go
     */
    public record Page(Shell shell, Person owner, List<Story> stories, int start, ThreadId thread) {

        public boolean gated() {
            return shell.has(Variant.STORY_GATE_SHOWN);
        }

        public String viewerName() {
            return shell.viewer() == null ? "" : shell.viewer().username();
        }
    }

    /** Where nothing is shown, the real site goes back to the profile. */
    private static Answer watch(Visit visit, Session session) {
        long viewer = session.account().id();
        Optional<Person> owner = visit.state()
                .person(visit.path("user").toLowerCase(Locale.ROOT))
                .filter(person -> !person.deleted());
        if (owner.isEmpty()) {
            return Missing.page(visit);
        }
        List<Story> stories = Reel.of(owner.get(), viewer, visit.state()).stories();
        if (stories.isEmpty()) {
            return Redirects.to("/" + owner.get().username() + "/");
        }
        var shell = Shell.of("Stories • Instagram", visit, "story");
        var thread = ThreadId.between(viewer, owner.get().id());
        return Pages.show("story/page", new Page(shell, owner.get(), stories, start(stories, visit), thread));
    }

    private static int start(List<Story> stories, Visit visit) {
        List<Long> ids = stories.stream().map(Story::pk).toList();
        return visit.path().matches("/stories/[^/]+/?")
                ? 0
                : Math.max(0, ids.indexOf(Ids.idOrNone(visit.path("story"))));
    }
}
