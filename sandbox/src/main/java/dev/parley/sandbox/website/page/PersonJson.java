package dev.parley.sandbox.website.page;

import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.world.Person;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody, as the site's scripts are told in lists, posts, stories and conversations. */
public final class PersonJson {

    private PersonJson() {}

    public static Map<String, @Nullable Object> of(Person person) {
        return Json.object(
                "pk",
                Long.toString(person.id()),
                "username",
                person.username(),
                "full_name",
                person.fullName(),
                "is_private",
                person.isPrivate());
    }
}
