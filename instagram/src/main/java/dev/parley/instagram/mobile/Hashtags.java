package dev.parley.instagram.mobile;

import dev.parley.instagram.Media;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.Page;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.http.Quote;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recent posts under a hashtag. */
final class Hashtags {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]{1,100}");

    private final Line line;
    private final Device device;
    private final PersonId account;

    Hashtags(Line line, Device device, PersonId account) {
        this.line = line;
        this.device = device;
        this.account = account;
    }

    Outcome<Page<Media>> recent(String hashtag, @Nullable String cursor) {
        String name = plain(hashtag);
        if (!NAME.matcher(name).matches()) {
            return nothingAsked("Not a hashtag: " + Quote.of(hashtag));
        }
        if (cursor == null) {
            return page(name, new Fields());
        }
        HashtagCursor from = HashtagCursor.parse(cursor);
        return from == null
                ? nothingAsked("Not a cursor of a page before")
                : page(name, new Fields().with("max_id", from.maxId()).with("next_media_ids", from.mediaIdsJson()));
    }

    private Outcome<Page<Media>> page(String name, Fields fields) {
        fields.with("tab", "recent")
                .with("media_recency_filter", "top_recent_posts")
                .with("_uuid", device.uuid())
                .with("include_persistent", "false")
                .with("rank_token", account.value() + "_" + device.uuid());
        String path = "tags/" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "/sections/";
        return line.ask(AppRequest.form(path, fields), new HashtagReading());
    }

    private static Outcome<Page<Media>> nothingAsked(String detail) {
        return new Outcome.Refused<>(new Refusal.InvalidTarget(detail + "; nothing was asked"));
    }

    private static String plain(String hashtag) {
        String name = hashtag.strip();
        return name.startsWith("#") ? name.substring(1) : name;
    }
}
