package dev.parley.instagram.mobile;

import dev.parley.instagram.Media;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.Page;
import dev.parley.instagram.PersonId;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** Posts as the app lists them, one page a request. */
final class Feeds {

    /** Fact: what clients ask for at once; Instagram may give fewer. */
    private static final String PAGE = "33";

    private final Line line;
    private final Device device;
    private final SecureRandom random;

    Feeds(Line line, Device device, SecureRandom random) {
        this.line = line;
        this.device = device;
        this.random = random;
    }

    /** Source of the facts: instagram-private-api's {@code UserFeed}, instagrapi's {@code user_medias_paginated_v1}. */
    Outcome<Page<Media>> of(PersonId person, @Nullable String cursor) {
        Query query = new Query().with("count", PAGE).with("max_id", cursor);
        return line.ask(AppRequest.get("feed/user/" + person.value() + "/" + query), PostsReading.ofPerson());
    }

    /** Source of the facts: instagram-private-api's {@code TimelineFeed}, instagrapi's {@code get_timeline_feed}. */
    Outcome<Page<Media>> home(@Nullable String cursor) {
        Fields fields = new Fields()
                .with("feed_view_info", "[]")
                .with("phone_id", device.phoneId())
                .with("reason", cursor == null ? "pull_to_refresh" : "pagination")
                .with("timezone_offset", device.timezoneOffset())
                .with("device_id", device.uuid())
                .with("request_id", Device.uuid(random))
                .with("_uuid", device.uuid())
                .with("is_pull_to_refresh", cursor == null ? "1" : "0")
                .with("max_id", cursor);
        return line.ask(AppRequest.json("feed/timeline/", fields), PostsReading.ofHomeFeed());
    }
}
