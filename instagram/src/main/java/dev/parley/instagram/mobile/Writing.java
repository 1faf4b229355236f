package dev.parley.instagram.mobile;

import dev.parley.instagram.Content;
import java.net.URI;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text as the app sends it. Fact: one that holds an address goes as a link, with its addresses named. */
record Writing(String text, List<String> addresses) {

    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+", Pattern.CASE_INSENSITIVE);

    /** Null for anything but texts and links. */
    static @Nullable Writing of(Content content) {
        return switch (content) {
            case Content.Text(String text) ->
                new Writing(
                        text,
                        ADDRESS.matcher(text).results().map(MatchResult::group).toList());
            case Content.Link(String text, List<URI> addresses) ->
                new Writing(text, addresses.stream().map(URI::toString).toList());
            case Content.Attachment it -> null;
            case Content.Heart it -> null;
            case Content.OwnPost it -> null;
            case Content.QuickReplies it -> null;
            case Content.Cards it -> null;
            case Content.Buttons it -> null;
        };
    }

    String kind() {
        return addresses.isEmpty() ? "text" : "link";
    }

    Fields addTo(Fields fields) {
        return addresses.isEmpty()
                ? fields.with("text", text)
                : fields.with("link_text", text).with("link_urls", Fields.jsonList(addresses));
    }
}
