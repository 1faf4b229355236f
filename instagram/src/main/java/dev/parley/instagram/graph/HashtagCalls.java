package dev.parley.instagram.graph;

import dev.parley.instagram.Outcome;
import dev.parley.instagram.Page;
import dev.parley.instagram.http.Quote;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Posts under a hashtag: first its number, then its posts. The number is known to the pages after the first. */
final class HashtagCalls {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]{1,100}");
    private static final Pattern CURSOR = Pattern.compile("([0-9]{1,20}) (.{1,2000})");
    private static final String MOST = "50";

    private final Account account;

    HashtagCalls(Account account) {
        this.account = account;
    }

    Outcome<Page<GraphMedia>> media(String hashtag, boolean top, @Nullable String cursor) {
        String name = plain(hashtag);
        if (!NAME.matcher(name).matches()) {
            return Account.nothingAsked("Not a hashtag: " + Quote.of(hashtag));
        }
        if (cursor == null) {
            return number(name).then(number -> page(number, top, null));
        }
        Matcher from = CURSOR.matcher(cursor);
        return from.matches()
                ? page(from.group(1), top, from.group(2))
                : Account.nothingAsked("Not a cursor of a page before");
    }

    private Outcome<String> number(String name) {
        Parameters query =
                new Parameters().with("user_id", account.id().value()).with("q", name);
        return account.askPersonally(GraphRequest.get("ig_hashtag_search", query), HashtagCalls::numberIn);
    }

    private static @Nullable String numberIn(JsonNode answer) {
        String id = Fields.text(Fields.unwrapped(answer), "id");
        return id != null && id.matches("[0-9]{1,20}") ? id : null;
    }

    private Outcome<Page<GraphMedia>> page(String number, boolean top, @Nullable String after) {
        Parameters query = new Parameters()
                .with("user_id", account.id().value())
                .with("fields", MediaReading.HASHTAG_FIELDS)
                .with("limit", MOST)
                .with("after", after);
        String path = number + (top ? "/top_media" : "/recent_media");
        return account.askPersonally(GraphRequest.get(path, query), json -> {
            Page<GraphMedia> page = Pages.of(json, MediaReading::of);
            return page == null || page.next() == null ? page : new Page<>(page.items(), number + " " + page.next());
        });
    }

    private static String plain(String hashtag) {
        String name = hashtag.strip();
        return name.startsWith("#") ? name.substring(1) : name;
    }
}
