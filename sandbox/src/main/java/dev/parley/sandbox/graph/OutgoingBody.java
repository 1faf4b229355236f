package dev.parley.sandbox.graph;

import dev.parley.sandbox.message.Body;
import dev.parley.sandbox.message.Body.Kind;
import dev.parley.sandbox.official.Numbers;
import dev.parley.sandbox.official.Uploads;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.world.Post;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads the parameter {@code message}, and refuses what Instagram would. */
record OutgoingBody(SandboxState state, long account) {
    private static final int LONGEST_TEXT = 1_000;
    private static final int MOST_REPLIES = 13;
    private static final int MOST_IMAGES = 10;
    private static final int MOST_CARDS = 10;
    private static final int MOST_BUTTONS = 3;
    private static final int LONGEST_LINE = 80;
    private static final int LONGEST_BUTTON_TEXT = 640;

    Body read(JsonNode message) {
        List<JsonNode> attachments = attachments(message);
        if (!attachments.isEmpty()) {
            return attachments.getFirst().path("type").asString("").equals("template")
                    ? template(attachments.getFirst().path("payload"))
                    : attached(attachments);
        }
        String text = text(message.path("text"));
        JsonNode replies = message.path("quick_replies");
        if (replies.size() > MOST_REPLIES) {
            throw invalid("quick_replies: at most " + MOST_REPLIES);
        }
        return new Body(Kind.TEXT, text, replies.isArray() ? replies.toString() : "");
    }

    private static String text(JsonNode json) {
        String text = json.asString("");
        if (text.isBlank()) {
            throw invalid("message: it says nothing");
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_TEXT) {
            throw invalid("message[text]: its length must be less than or equal to " + LONGEST_TEXT + " bytes");
        }
        return text;
    }

    /** Fact: one or several, under either name. */
    private static List<JsonNode> attachments(JsonNode message) {
        List<JsonNode> all = new ArrayList<>();
        for (String name : List.of("attachment", "attachments")) {
            JsonNode json = message.path(name);
            if (json.isArray()) {
                json.forEach(all::add);
            } else if (json.isObject()) {
                all.add(json);
            }
        }
        return all;
    }

    private Body attached(List<JsonNode> attachments) {
        JsonNode first = attachments.getFirst();
        String type = first.path("type").asString("");
        return switch (type) {
            case "like_heart" -> new Body(Kind.HEART, "", "");
            case "MEDIA_SHARE" -> share(first.path("payload").path("id").asString(""));
            case "image", "audio", "video", "file" ->
                new Body(Kind.valueOf(type.toUpperCase(Locale.ROOT)), "", addresses(type, attachments));
            default -> throw invalid("attachment type " + type);
        };
    }

    private String addresses(String type, List<JsonNode> attachments) {
        if (attachments.size() > (type.equals("image") ? MOST_IMAGES : 1)) {
            throw invalid("attachments: too many");
        }
        return attachments.stream()
                .map(attachment -> address(attachment.path("payload")))
                .collect(Collectors.joining(" "));
    }

    private String address(JsonNode payload) {
        String id = payload.path("attachment_id").asString("");
        if (!id.isEmpty()) {
            return state.official()
                    .uploads()
                    .find(id)
                    .map(Uploads.Upload::url)
                    .orElseThrow(() -> new GraphRefusal(GraphError.of(100, 2018074, "(#100) Invalid attachment id")));
        }
        String url = payload.path("url").asString("");
        if (!url.matches("https?://[^\\s]+")) {
            throw new GraphRefusal(GraphError.of(100, 2018008, "(#100) Failed to fetch the file from the url"));
        }
        return url;
    }

    /** Fact: an account shares its own posts only. */
    private Body share(String media) {
        Optional<Post> post = Numbers.mediaIn(media).stream()
                .boxed()
                .flatMap(pk -> state.post(pk).stream())
                .filter(found -> found.owner().id() == account)
                .findFirst();
        return post.map(found -> new Body(Kind.POST, "", "https://www.instagram.com/p/" + found.code() + "/"))
                .orElseThrow(() -> invalid("payload: not a post of this account"));
    }

    private static Body template(JsonNode payload) {
        return switch (payload.path("template_type").asString("")) {
            case "generic" -> cards(payload);
            case "button" -> buttons(payload);
            default -> throw invalid("template_type");
        };
    }

    private static Body cards(JsonNode payload) {
        JsonNode elements = payload.path("elements");
        if (elements.isEmpty() || elements.size() > MOST_CARDS) {
            throw invalid("elements: 1 to " + MOST_CARDS);
        }
        for (JsonNode element : elements) {
            boolean fits = element.size() > 1
                    && element.path("title").asString("").length() <= LONGEST_LINE
                    && element.path("subtitle").asString("").length() <= LONGEST_LINE
                    && element.path("buttons").size() <= MOST_BUTTONS;
            if (!fits) {
                throw invalid("elements: one is not as it has to be");
            }
        }
        return new Body(Kind.TEMPLATE, elements.get(0).path("title").asString(""), payload.toString());
    }

    private static Body buttons(JsonNode payload) {
        String text = payload.path("text").asString("");
        int count = payload.path("buttons").size();
        if (text.isBlank() || text.length() > LONGEST_BUTTON_TEXT || count < 1 || count > MOST_BUTTONS) {
            throw invalid("template: a text of at most " + LONGEST_BUTTON_TEXT + " characters and 1 to 3 buttons");
        }
        return new Body(Kind.TEMPLATE, text, payload.toString());
    }

    private static GraphRefusal invalid(String what) {
        return new GraphRefusal(GraphError.of(100, "(#100) Param " + what));
    }
}
