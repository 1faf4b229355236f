package dev.parley.instagram.browser;

import dev.parley.instagram.Refusal;
import dev.parley.instagram.Story;
import dev.parley.instagram.browser.chromium.Wire;
import dev.parley.instagram.browser.page.Scene;
import dev.parley.instagram.browser.page.StoryPage;
import dev.parley.instagram.browser.page.StoryPage.Shown;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person's stories in the viewer, from the first that is wanted to the last. The viewer itself tells Instagram of each, those in between
 * that were not wanted included; that is waited for before it is led on.
 */
final class Showing {

    private static final String ABOUT = "/stories/reel/seen";

    private final Errand errand;
    private final String owner;
    private final int watchedBefore;

    /** @param watchedBefore how many of other people's stories were watched on the same errand */
    Showing(Errand errand, String owner, int watchedBefore) {
        this.errand = errand;
        this.owner = owner;
        this.watchedBefore = watchedBefore;
    }

    /** How many of these Instagram was told about; fewer if some are not shown any more. */
    int watch(List<Story> wanted) {
        List<String> pks = wanted.stream()
                .sorted(Comparator.comparing(Story::takenAt))
                .map(story -> story.id().value().split("_", 2)[0])
                .toList();
        if (!opens(pks.getFirst())) {
            return 0;
        }
        pass();
        int watched = 0;
        for (String pk : pks) {
            watched += sees(pk) ? 1 : 0;
        }
        return watched;
    }

    /** Once something was watched, nothing that comes later means that nothing was asked. */
    private boolean opens(String pk) {
        String path = StoryPage.path(owner, pk);
        try {
            return !Arrivals.isMissing(errand.openAsking(path));
        } catch (Stopped stopped) {
            throw watchedBefore > 0 && stopped.refusal() instanceof Refusal.NotSent
                    ? new Stopped(new Refusal.Unanswered("Only " + watchedBefore + " were watched: "
                            + stopped.refusal().detail()))
                    : stopped;
        }
    }

    private void pass() {
        boolean asks = errand.settle(ABOUT, (page, scene, wire) -> {
            Shown shown = new StoryPage(page, owner).shown(scene);
            if (shown instanceof Shown.Nonsense) {
                throw new Stopped(new Refusal.BadResponse("The page is none of stories"));
            }
            return shown == null ? null : shown instanceof Shown.Gate;
        });
        if (asks) {
            errand.askWhenPossible(page -> new StoryPage(page, owner).pass());
        }
    }

    /** Whether this one was shown and told about; leads the viewer on to it. */
    private boolean sees(String pk) {
        Next next;
        do {
            next = errand.settle(ABOUT, (page, scene, wire) -> next(new StoryPage(page, owner), pk, scene, wire));
            if (next == Next.LEAD_ON) {
                errand.actWhenPossible(page -> new StoryPage(page, owner).next());
            }
        } while (next == Next.LEAD_ON);
        return next == Next.TOLD;
    }

    private enum Next {
        TOLD,
        LEAD_ON,
        GONE
    }

    private static @Nullable Next next(StoryPage viewer, String pk, Scene scene, Wire wire) {
        if (Verdict.hasCome(wire, ABOUT, pk)) {
            return Next.TOLD;
        }
        return switch (viewer.shown(scene)) {
            case null -> null;
            case Shown.Elsewhere() -> Next.GONE;
            case Shown.Nonsense(), Shown.Gate() -> null;
            case Shown.Playing(var shown) -> {
                viewer.pause();
                boolean told = shown != null && Verdict.hasCome(wire, ABOUT, shown);
                yield told ? Next.LEAD_ON : null;
            }
        };
    }
}
