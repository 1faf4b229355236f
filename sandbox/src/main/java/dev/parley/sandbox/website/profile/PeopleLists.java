package dev.parley.sandbox.website.profile;

import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.state.FollowLists;
import dev.parley.sandbox.website.page.Ids;
import dev.parley.sandbox.website.page.PersonJson;
import dev.parley.sandbox.website.page.Replies;
import dev.parley.sandbox.website.page.Visit;
import dev.parley.sandbox.website.page.WebRoutes;
import dev.parley.sandbox.world.Person;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who follows somebody, and whom they follow, a dozen at a time. */
public final class PeopleLists {
    private static final int SIZE = 12;

    private PeopleLists() {}

    public static void addTo(WebRoutes routes) {
        routes.get(
                "/api/v1/friendships/{id}/followers",
                Call.FOLLOWERS,
                (visit, session) -> page(visit, session, FollowLists.in(visit.state())::followers));
        routes.get(
                "/api/v1/friendships/{id}/following",
                Call.FOLLOWING,
                (visit, session) -> page(visit, session, FollowLists.in(visit.state())::following));
    }

    private static Answer page(Visit visit, Session session, Function<Person, List<Person>> list) {
        Person person = visit.state()
                .person(Ids.idOrNone(visit.path("id")))
                .filter(found -> !found.deleted())
                .orElse(null);
        if (person == null) {
            return Replies.userNotFound();
        }
        return visit.state().shows(person, session.account().id())
                ? page(list.apply(person), Math.max(0, Ids.idOrNone(visit.query("max_id"))))
                : Replies.badRequest("Not authorized to view user");
    }

    private static Answer page(List<Person> all, long from) {
        int start = (int) Math.min(from, all.size());
        int end = Math.min(start + SIZE, all.size());
        return Replies.ok(
                "users",
                all.subList(start, end).stream().map(PeopleLists::json).toList(),
                "big_list",
                end < all.size(),
                "page_size",
                SIZE,
                "next_max_id",
                end < all.size() ? Integer.toString(end) : null);
    }

    private static Map<String, @Nullable Object> json(Person person) {
        Map<String, @Nullable Object> json = PersonJson.of(person);
        json.put("profile_pic_url", "/_sandbox/pictures/" + person.id() + ".svg");
        return json;
    }
}
