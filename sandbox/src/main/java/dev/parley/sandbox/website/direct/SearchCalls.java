package dev.parley.sandbox.website.direct;

import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.message.ThreadId;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.website.page.Replies;
import dev.parley.sandbox.website.page.Visit;
import dev.parley.sandbox.website.page.WebRoutes;
import dev.parley.sandbox.website.variant.Variant;
import dev.parley.sandbox.world.Person;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looking for somebody to write to. */
public final class SearchCalls {
    private static final int MOST = 10;

    private SearchCalls() {}

    public static void addTo(WebRoutes routes) {
        routes.get("/api/v1/web/search/topsearch", Call.USER, SearchCalls::search);
    }

    private static Answer search(Visit visit, Session session) {
        String query = visit.query("query").strip().toLowerCase(Locale.ROOT);
        long viewer = session.account().id();
        List<Person> found = query.isEmpty() ? List.of() : found(query, viewer, visit);
        Stream<Map<String, @Nullable Object>> users =
                found.stream().map(person -> user(person, person.fullName(), viewer));
        Stream<Map<String, @Nullable Object>> all = visit.look().has(Variant.NAMES_COLLIDING)
                ? Stream.concat(impostor(found, viewer, visit).stream(), users)
                : users;
        return Replies.ok("users", all.toList());
    }

    private static List<Person> found(String query, long viewer, Visit visit) {
        return Stream.concat(
                        visit.state().accounts().all().stream().map(Account::person),
                        visit.state().world().people().all().stream())
                .filter(person -> !person.deleted() && person.id() != viewer)
                .filter(person -> person.username().contains(query)
                        || person.fullName().toLowerCase(Locale.ROOT).contains(query))
                .sorted((one, other) -> Boolean.compare(
                        other.username().equals(query), one.username().equals(query)))
                .limit(MOST)
                .toList();
    }

    /** Somebody else who calls themselves as the first one does. */
    private static Optional<Map<String, @Nullable Object>> impostor(List<Person> found, long viewer, Visit visit) {
        return found.stream()
                .findFirst()
                .flatMap(first -> visit.state().world().people().all().stream()
                        .filter(person -> !person.deleted() && !found.contains(person) && person.id() != viewer)
                        .findFirst()
                        .map(person -> user(person, first.fullName(), viewer)));
    }

    private static Map<String, @Nullable Object> user(Person person, String shownAs, long viewer) {
        return Json.object(
                "user",
                Json.object(
                        "pk",
                        Long.toString(person.id()),
                        "username",
                        person.username(),
                        "full_name",
                        shownAs,
                        "is_private",
                        person.isPrivate(),
                        "is_verified",
                        person.verified(),
                        "profile_pic_url",
                        "/_sandbox/pictures/" + person.id() + ".svg",
                        "thread_id",
                        ThreadId.between(viewer, person.id()).text()));
    }
}
