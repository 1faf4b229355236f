package dev.parley.instagram.browser;

import dev.parley.instagram.Outcome;
import dev.parley.instagram.Person;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.Stories.Ring;
import dev.parley.instagram.Stories.Watched;
import dev.parley.instagram.Story;
import dev.parley.instagram.browser.page.Address;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Stories: who has some and which, as the site's scripts ask it; and watching them in the viewer. */
final class Watching {

    private static final String TRAY = "/api/v1/feed/reels_tray/";
    private static final String REELS = "/api/v1/feed/reels_media/?reel_ids=";
    private static final int MOST_AT_ONCE = 100;

    private final Seat seat;

    Watching(Seat seat) {
        this.seat = seat;
    }

    Outcome<List<Ring>> tray() {
        return seat.read("storyTray", errand -> {
            JsonNode tray = new SiteCalls(errand).get(TRAY).path("tray");
            if (!tray.isArray()) {
                throw new Stopped(new Refusal.BadResponse("The answer has no tray, not even an empty one"));
            }
            return ReelReading.tray(tray);
        });
    }

    Outcome<List<Story>> of(Person person) {
        String id = person.id().value();
        return seat.read("stories", errand -> {
            JsonNode reels = new SiteCalls(errand).get(REELS + id).path("reels");
            if (!reels.isObject()) {
                throw new Stopped(new Refusal.BadResponse("The answer has no stories, not even none"));
            }
            return ReelReading.stories(reels.path(id), person);
        });
    }

    /** @throws IllegalArgumentException for more than 100 stories */
    Outcome<Watched> watch(List<Story> stories) {
        if (stories.size() > MOST_AT_ONCE) {
            throw new IllegalArgumentException("at most " + MOST_AT_ONCE + " stories at once, not " + stories.size());
        }
        if (stories.isEmpty()) {
            return new Outcome.Done<>(new Watched(0));
        }
        Map<String, List<Story>> byOwner = stories.stream()
                .collect(Collectors.groupingBy(
                        story -> story.owner().username(), LinkedHashMap::new, Collectors.toList()));
        return byOwner.keySet().stream().allMatch(Address::isUsername)
                ? seat.change("watch", errand -> new Watched(watch(errand, byOwner)))
                : Seat.refused(new Refusal.InvalidTarget("Not an Instagram username; nothing was asked"));
    }

    private static int watch(Errand errand, Map<String, List<Story>> byOwner) {
        int watched = 0;
        for (var each : byOwner.entrySet()) {
            watched += new Showing(errand, each.getKey(), watched).watch(each.getValue());
        }
        return watched;
    }
}
