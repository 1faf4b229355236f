package dev.parley.instagram.graph;

import dev.parley.instagram.Content;
import dev.parley.instagram.Content.Card;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a message says, as the API wants it: the field {@code message}. */
final class MessageBody {

    private static final JsonMapper JSON = JsonMapper.shared();

    private MessageBody() {}

    static ObjectNode of(Content content) {
        return switch (content) {
            case Content.Text(String text) -> text(text);
            case Content.Link link -> text(link.text());
            case Content.Attachment(Content.Kind kind, List<URI> addresses) -> attachment(kind, addresses);
            case Content.Heart() -> wrapped(JSON.createObjectNode().put("type", "like_heart"));
            case Content.OwnPost(var media) -> {
                ObjectNode post = JSON.createObjectNode().put("type", "MEDIA_SHARE");
                post.putObject("payload").put("id", media.value());
                yield wrapped(post);
            }
            case Content.QuickReplies(String text, var replies) -> quickReplies(text, replies);
            case Content.Cards(var cards) -> cards(cards);
            case Content.Buttons(String text, var buttons) -> {
                ObjectNode template =
                        JSON.createObjectNode().put("template_type", "button").put("text", text);
                template.set("buttons", Buttons.json(buttons));
                yield template(template);
            }
        };
    }

    private static ObjectNode text(String text) {
        return JSON.createObjectNode().put("text", text);
    }

    /** Fact: several pictures go as {@code attachments}, and everything else as {@code attachment}. */
    private static ObjectNode attachment(Content.Kind kind, List<URI> addresses) {
        String type = kind.name().toLowerCase(Locale.ROOT);
        if (addresses.size() == 1) {
            return wrapped(fetched(JSON.createObjectNode(), type, addresses.getFirst()));
        }
        ObjectNode message = JSON.createObjectNode();
        ArrayNode all = message.putArray("attachments");
        addresses.forEach(address -> fetched(all.addObject(), type, address));
        return message;
    }

    private static ObjectNode fetched(ObjectNode attachment, String type, URI address) {
        attachment.put("type", type).putObject("payload").put("url", address.toString());
        return attachment;
    }

    private static ObjectNode quickReplies(String text, List<Content.QuickReply> replies) {
        ObjectNode message = text(text);
        ArrayNode all = message.putArray("quick_replies");
        replies.forEach(reply -> all.addObject()
                .put("content_type", "text")
                .put("title", reply.title())
                .put("payload", reply.payload()));
        return message;
    }

    private static ObjectNode cards(List<Card> cards) {
        ObjectNode template = JSON.createObjectNode().put("template_type", "generic");
        ArrayNode elements = template.putArray("elements");
        cards.forEach(card -> card(elements.addObject(), card));
        return template(template);
    }

    private static void card(ObjectNode element, Card card) {
        element.put("title", card.title());
        if (card.subtitle() != null) {
            element.put("subtitle", card.subtitle());
        }
        if (card.image() != null) {
            element.put("image_url", card.image().toString());
        }
        if (card.opens() != null) {
            element.putObject("default_action")
                    .put("type", "web_url")
                    .put("url", card.opens().toString());
        }
        if (!card.buttons().isEmpty()) {
            element.set("buttons", Buttons.json(card.buttons()));
        }
    }

    private static ObjectNode template(ObjectNode payload) {
        ObjectNode attachment = JSON.createObjectNode().put("type", "template");
        attachment.set("payload", payload);
        return wrapped(attachment);
    }

    private static ObjectNode wrapped(ObjectNode attachment) {
        ObjectNode message = JSON.createObjectNode();
        message.set("attachment", attachment);
        return message;
    }
}
