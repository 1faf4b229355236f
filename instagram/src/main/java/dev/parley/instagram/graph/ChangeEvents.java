package dev.parley.instagram.graph;

import dev.parley.instagram.Comment;
import dev.parley.instagram.CommentId;
import dev.parley.instagram.IncomingEvent;
import dev.parley.instagram.MediaId;
import dev.parley.instagram.PersonId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what happened outside of messages: a field and its value. */
final class ChangeEvents {

    private ChangeEvents() {}

    static IncomingEvent event(PersonId account, Instant at, String field, JsonNode value) {
        IncomingEvent known = switch (field) {
            case "comments" -> comment(account, at, value, false);
            case "live_comments" -> comment(account, at, value, true);
            case "mentions" -> mention(account, at, value);
            case "story_insights" -> story(account, at, value);
            default -> null;
        };
        return known == null ? Unknowns.of(account, at, field, value) : known;
    }

    /** Fact: the comment's number is called {@code id} or {@code comment_id}. */
    private static @Nullable IncomingEvent comment(PersonId account, Instant at, JsonNode value, boolean live) {
        CommentId id = Fields.comment(value, "id");
        CommentId number = id == null ? Fields.comment(value, "comment_id") : id;
        if (number == null) {
            return null;
        }
        JsonNode from = value.path("from");
        boolean byItself = account.equals(Fields.person(from, "id")) || from.has("self_ig_scoped_id");
        Comment comment = new Comment(
                number,
                CommentCalls.author(value),
                Fields.textOrEmpty(value, "text"),
                at,
                null,
                null,
                Fields.comment(value, "parent_id"));
        return new IncomingEvent.Commented(
                account, at, comment, Fields.media(value.path("media"), "id"), live, byItself);
    }

    private static @Nullable IncomingEvent mention(PersonId account, Instant at, JsonNode value) {
        MediaId media = Fields.media(value, "media_id");
        return media == null
                ? null
                : new IncomingEvent.Mentioned(account, at, media, Fields.comment(value, "comment_id"));
    }

    private static @Nullable IncomingEvent story(PersonId account, Instant at, JsonNode value) {
        MediaId story = Fields.media(value, "media_id");
        if (story == null) {
            return null;
        }
        Map<String, Integer> numbers = new HashMap<>();
        for (String name : value.propertyNames()) {
            JsonNode number = value.path(name);
            if (number.isIntegralNumber() && number.canConvertToInt()) {
                numbers.put(name, number.intValue());
            }
        }
        numbers.remove("media_id");
        return new IncomingEvent.StoryEnded(account, at, story, numbers);
    }
}
