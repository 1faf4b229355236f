package dev.parley.server.message;

import dev.parley.instagram.Content;
import dev.parley.instagram.MessageRules;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a message says, as drivers take it. */
final class Contents {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:!?)\\]}]");

    private Contents() {}

    static Content of(Writing writing) {
        if (writing.image() != null) {
            return new Content.Attachment(Content.Kind.IMAGE, writing.image());
        }
        var addresses = addresses(writing.text());
        return addresses.isEmpty() ? new Content.Text(writing.text()) : new Content.Link(writing.text(), addresses);
    }

    private static List<URI> addresses(String text) {
        return ADDRESS.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(Contents::address)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    /** A text that is too long is as long as {@link MessageRules#lengthOf} says. */
    static boolean fits(Writing writing, MessageRules rules) {
        return writing.image() != null || rules.fits(writing.text());
    }
}
