package dev.parley.instagram.browser;

import dev.parley.instagram.MediaId;
import dev.parley.instagram.Person;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Stories.Ring;
import dev.parley.instagram.Story;
import dev.parley.instagram.browser.page.Address;
import dev.parley.instagram.http.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** People's stories as the site's scripts get them. What lacks a name or a time is left out. */
final class ReelReading {

    private static final Duration SHOWN = Duration.ofHours(24);

    private ReelReading() {}

    static List<Ring> tray(JsonNode tray) {
        return tray.valueStream().flatMap(ReelReading::ring).toList();
    }

    private static Stream<Ring> ring(JsonNode reel) {
        JsonNode user = reel.path("user");
        PersonId id = Json.person(user.path("pk").asString(null));
        String username = user.path("username").asString("").toLowerCase(Locale.ROOT);
        return id == null || !Address.isUsername(username)
                ? Stream.empty()
                : Stream.of(new Ring(
                        new Person(id, username),
                        Moments.seconds(reel.path("latest_reel_media")),
                        Moments.seconds(reel.path("seen"))));
    }

    /** Oldest first. */
    static List<Story> stories(JsonNode reel, Person owner) {
        JsonNode seen = reel.path("seen");
        Long seenUntil = seen.isIntegralNumber() ? seen.asLong() : null;
        return reel.path("items")
                .valueStream()
                .flatMap(item -> story(item, owner, seenUntil))
                .sorted(Comparator.comparing(Story::takenAt))
                .toList();
    }

    private static Stream<Story> story(JsonNode item, Person owner, @Nullable Long seenUntil) {
        MediaId id = MediaReading.id(item.path("id").asString(""));
        Instant taken = Moments.seconds(item.path("taken_at"));
        if (id == null || taken == null) {
            return Stream.empty();
        }
        Instant expires = Moments.seconds(item.path("expiring_at"));
        Boolean seen = seenUntil == null ? null : seenUntil >= taken.getEpochSecond();
        return Stream.of(new Story(id, owner, taken, expires == null ? taken.plus(SHOWN) : expires, seen));
    }
}
