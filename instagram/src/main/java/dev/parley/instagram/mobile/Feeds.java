package dev.parley.instagram.mobile;

import dev.parley.instagram.Media;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.Page;
import dev.parley.instagram.PersonId;
import org.jspecify.annotations.Nullable;

/** Posts as the app lists them, one page a request. */
final class Feeds {

    /** Fact: what clients ask for at once; Instagram may give fewer. */
    private static final String PAGE = "33";

    private final Line line;

    Feeds(Line line) {
        this.line = line;
    }

    /** Source of the facts: instagram-private-api's {@code UserFeed}, instagrapi's {@code user_medias_paginated_v1}. */
    Outcome<Page<Media>> of(PersonId person, @Nullable String cursor) {
        Query query = new Query().with("count", PAGE).with("max_id", cursor);
        return line.ask(AppRequest.get("feed/user/" + person.value() + "/" + query), new PostsReading());
    }
}
