package dev.parley.instagram.mobile;

import dev.parley.instagram.Outcome;
import dev.parley.instagram.Person;
import dev.parley.instagram.Stories.Ring;
import dev.parley.instagram.Stories.Watched;
import dev.parley.instagram.Story;
import dev.parley.instagram.http.Reading;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;

/** The tray, one person's stories, and telling that stories were watched: one request each. */
final class Stories {

    private static final int MOST_AT_ONCE = 100;
    private static final String NO_CAPABILITIES = "[]";
    private static final int TRAY_PAGE = 50;

    private final Line line;
    private final Device device;
    private final SecureRandom random;

    Stories(Line line, Device device, SecureRandom random) {
        this.line = line;
        this.device = device;
        this.random = random;
    }

    Outcome<List<Ring>> tray() {
        Fields fields = new Fields()
                .with("supported_capabilities_new", NO_CAPABILITIES)
                .with("reason", "pull_to_refresh")
                .with("timezone_offset", device.timezoneOffset())
                .with("tray_session_id", Device.uuid(random))
                .with("request_id", Device.uuid(random))
                .with("page_size", Integer.toString(TRAY_PAGE))
                .with("_uuid", device.uuid())
                .with("reel_tray_impressions", "{}");
        return line.ask(AppRequest.signed("feed/reels_tray/", fields), new TrayReading());
    }

    Outcome<List<Story>> of(Person person) {
        String query =
                new Query().with("supported_capabilities_new", NO_CAPABILITIES).toString();
        return line.ask(
                AppRequest.get("feed/user/" + person.id().value() + "/story/" + query), new StoriesReading(person));
    }

    Outcome<Watched> watch(List<Story> stories, Instant now) {
        if (stories.size() > MOST_AT_ONCE) {
            throw new IllegalArgumentException("at most " + MOST_AT_ONCE + " stories at once, not " + stories.size());
        }
        if (stories.isEmpty()) {
            return new Outcome.Done<>(new Watched(0));
        }
        Fields fields = new Fields()
                .with("_uuid", device.uuid())
                .with("device_id", device.androidId())
                .with("container_module", "feed_timeline")
                .withJson("live_vods_skipped", "{}")
                .withJson("nuxes_skipped", "{}")
                .withJson("nuxes", "{}")
                .withJson("live_vods", "{}")
                .withJson("reel_media_skipped", "{}")
                .withJson("reels", reels(stories, now));
        return line.ask(
                AppRequest.signedV2("media/seen/?reel=1&live_vod=0", fields),
                Reading.nothingBut(new Watched(stories.size())));
    }

    /** Fact: {@code pk_owner_owner} with the seconds from the posting to the watching. */
    private static String reels(List<Story> stories, Instant now) {
        Fields reels = new Fields();
        for (Story story : stories) {
            String times = story.takenAt().getEpochSecond() + "_" + now.getEpochSecond();
            reels.withJson(key(story), "[\"" + times + "\"]");
        }
        return reels.json();
    }

    private static String key(Story story) {
        String owner = story.owner().id().value();
        return story.id().value().split("_", 2)[0] + "_" + owner + "_" + owner;
    }
}
