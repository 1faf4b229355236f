package dev.parley.instagram.browser;

import dev.parley.instagram.Outcome;
import dev.parley.instagram.Page;
import dev.parley.instagram.Person;
import dev.parley.instagram.Profile;
import dev.parley.instagram.Refusal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Who follows somebody, and whom they follow, as the script of those lists asks it, page by page. */
final class FollowLists {

    private static final int PAGE_SIZE = 12;
    private static final int LONGEST_CURSOR = 2000;

    private final Seat seat;

    FollowLists(Seat seat) {
        this.seat = seat;
    }

    Outcome<Page<Profile>> followers(Person person, @Nullable String cursor) {
        return page(person, "followers", cursor);
    }

    Outcome<Page<Profile>> following(Person person, @Nullable String cursor) {
        return page(person, "following", cursor);
    }

    private Outcome<Page<Profile>> page(Person person, String list, @Nullable String cursor) {
        if (cursor != null && (cursor.isEmpty() || cursor.length() > LONGEST_CURSOR)) {
            return Seat.refused(new Refusal.InvalidTarget("Not a cursor of a page before; nothing was asked"));
        }
        String path = "/api/v1/friendships/" + person.id().value() + "/" + list + "/?count=" + PAGE_SIZE;
        String from = cursor == null ? "" : "&max_id=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        return seat.read(list, errand -> page(new SiteCalls(errand).get(path + from)));
    }

    private static Page<Profile> page(JsonNode answer) {
        JsonNode users = answer.path("users");
        if (!users.isArray()) {
            throw new Stopped(new Refusal.BadResponse("The answer has no people, not even none"));
        }
        List<Profile> people =
                users.valueStream().map(People::brief).filter(Objects::nonNull).toList();
        String next = answer.path("next_max_id").asString("");
        return new Page<>(people, next.isEmpty() ? null : next);
    }
}
