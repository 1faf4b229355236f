package dev.parley.server.automation;

import dev.parley.server.contact.Usernames;
import dev.parley.server.web.Wrong;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person or a program orders, made into the source of a job; refuses with VALIDATION_FAILED, by the field. */
final class Orders {

    /** As many people as one job may be about. */
    static final int MOST = 1000;

    private static final String EMPTY = "must not be blank";

    private Orders() {}

    static Source hashtag(@Nullable String typed) {
        return Hashtag.parse(given("hashtag", typed));
    }

    static Source likers(@Nullable String typed) {
        return Likers.parse(given("post", typed));
    }

    static String username(@Nullable String typed) {
        return name("username", given("username", typed));
    }

    static Source.People people(@Nullable List<String> typed) {
        if (typed == null || typed.isEmpty()) {
            throw Wrong.refusal("people", EMPTY);
        }
        var names = typed.stream().map(name -> name("people", name)).distinct().toList();
        if (names.size() > Source.People.MOST) {
            throw Wrong.refusal("people", "must be at most " + Source.People.MOST + " names");
        }
        return new Source.People(names);
    }

    /** Names in any order, apart from each other by spaces, commas or lines. */
    static Source.People people(@Nullable String typed) {
        return people(List.of(given("people", typed).strip().split("[\\s,;]+")));
    }

    /** All of a list, where nothing else is said. */
    static int amount(@Nullable Integer typed, Source source) {
        if (typed != null) {
            return typed;
        }
        if (source instanceof Source.People(List<String> usernames)) {
            return usernames.size();
        }
        throw Wrong.refusal("amount", "must not be null");
    }

    private static String given(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            throw Wrong.refusal(field, EMPTY);
        }
        return typed;
    }

    private static String name(String field, @Nullable String typed) {
        return Usernames.parse(String.valueOf(typed))
                .orElseThrow(() -> Wrong.refusal(field, "“" + typed + "” is no username"));
    }
}
