package dev.parley.instagram.graph;

import dev.parley.instagram.IncomingEvent.Answered;
import dev.parley.instagram.IncomingEvent.Attached;
import dev.parley.instagram.IncomingEvent.Received;
import dev.parley.instagram.IncomingEvent.Referral;
import dev.parley.instagram.MediaId;
import dev.parley.instagram.MessageId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what a message in a webhook holds. */
final class ReceivedReading {

    private static final int MOST_ATTACHMENTS = 100;

    private ReceivedReading() {}

    static Received of(JsonNode message) {
        return new Received(
                Fields.text(message, "text"),
                attachments(message.path("attachments")),
                Fields.text(message.path("quick_reply"), "payload"),
                answered(message.path("reply_to")),
                message.path("referral").isObject() ? referral(message.path("referral")) : null,
                Fields.isTrue(message, "is_unsupported"));
    }

    static Referral referral(JsonNode json) {
        return new Referral(
                Fields.text(json, "ref"),
                Fields.text(json, "source"),
                Fields.text(json, "type"),
                Fields.text(json, "ad_id"),
                Fields.text(json.path("ads_context_data"), "ad_title"));
    }

    private static List<Attached> attachments(JsonNode json) {
        List<Attached> all = new ArrayList<>();
        for (JsonNode each : json) {
            if (all.size() < MOST_ATTACHMENTS) {
                all.add(attached(each));
            }
        }
        return all;
    }

    private static Attached attached(JsonNode json) {
        JsonNode payload = json.path("payload");
        MediaId post = Fields.media(payload, "ig_post_media_id");
        String type = Fields.text(json, "type");
        return new Attached(
                type == null ? "unknown" : type,
                Fields.address(payload, "url"),
                Fields.text(payload, "title"),
                post == null ? Fields.media(payload, "reel_video_id") : post);
    }

    private static @Nullable Answered answered(JsonNode json) {
        MessageId message = Fields.message(json, "mid");
        if (message != null) {
            return new Answered.AMessage(message);
        }
        MediaId story = Fields.media(json.path("story"), "id");
        return story == null ? null : new Answered.AStory(story, Fields.address(json.path("story"), "url"));
    }
}
