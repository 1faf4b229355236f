package dev.parley.instagram.browser;

import dev.parley.instagram.Media;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.Page;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.http.Quote;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is posted under a hashtag, as the script of the hashtag's page asks it: the page itself may come without a single post, and shows no
 * numbers of people.
 */
final class Hashtags {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]{1,100}");
    private static final String SEARCH = "/api/v1/fbsearch/web/top_serp/?query=%23";
    private static final int LONGEST_CURSOR = 2000;

    private final Seat seat;

    Hashtags(Seat seat) {
        this.seat = seat;
    }

    Outcome<Page<Media>> recent(String hashtag, @Nullable String cursor) {
        String name = plain(hashtag);
        if (!NAME.matcher(name).matches()) {
            return nothingAsked("Not a hashtag: " + Quote.of(hashtag));
        }
        if (cursor != null && (cursor.isEmpty() || cursor.length() > LONGEST_CURSOR)) {
            return nothingAsked("Not a cursor of a page before");
        }
        String from = cursor == null ? "" : "&next_max_id=" + encoded(cursor);
        return seat.read("hashtag", errand -> page(new SiteCalls(errand).get(SEARCH + encoded(name) + from)));
    }

    private static String plain(String hashtag) {
        String name = hashtag.strip();
        return name.startsWith("#") ? name.substring(1) : name;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static <T> Outcome<T> nothingAsked(String detail) {
        return Seat.refused(new Refusal.InvalidTarget(detail + "; nothing was asked"));
    }

    private static Page<Media> page(JsonNode answer) {
        JsonNode grid = answer.path("media_grid");
        if (!grid.path("sections").isArray()) {
            throw new Stopped(new Refusal.BadResponse("The answer has no posts, not even none"));
        }
        String next = grid.path("next_max_id").asString("");
        boolean more = grid.path("has_more").asBoolean(false) && !next.isEmpty();
        return new Page<>(posts(grid.path("sections")), more ? next : null);
    }

    /** Fact: a post is a {@code media} object anywhere inside the sections; the lists around it differ with the layout. */
    private static List<Media> posts(JsonNode sections) {
        List<Media> posts = new ArrayList<>();
        sections.findValues("media").stream()
                .map(MediaReading::read)
                .filter(Objects::nonNull)
                .forEach(posts::add);
        return posts;
    }
}
