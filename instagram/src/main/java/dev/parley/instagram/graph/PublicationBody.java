package dev.parley.instagram.graph;

import dev.parley.instagram.DraftId;
import dev.parley.instagram.Publication;
import java.net.URI;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is published, as the API wants it. */
final class PublicationBody {

    private static final int LONGEST_CAPTION = 2_200;
    private static final int FEWEST_ITEMS = 2;
    private static final int MOST_ITEMS = 10;

    private PublicationBody() {}

    /** Why Instagram would not take it; null if it may. */
    static @Nullable String wrongWith(Publication publication) {
        String caption = caption(publication);
        if (caption != null && caption.codePointCount(0, caption.length()) > LONGEST_CAPTION) {
            return "A caption has at most " + LONGEST_CAPTION + " characters";
        }
        boolean badCarousel = publication instanceof Publication.Carousel carousel
                && (carousel.items().size() < FEWEST_ITEMS || carousel.items().size() > MOST_ITEMS);
        return badCarousel ? "A carousel has " + FEWEST_ITEMS + " to " + MOST_ITEMS + " items" : null;
    }

    static ObjectNode of(Publication publication) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        String caption = caption(publication);
        if (caption != null) {
            body.put("caption", caption);
        }
        return switch (publication) {
            case Publication.Image it -> alt(image(body, it.address()), it.altText());
            case Publication.Reel it -> reel(video(body, it.address()), it);
            case Publication.StoryImage it -> image(body, it.address()).put("media_type", "STORIES");
            case Publication.StoryVideo it -> video(body, it.address()).put("media_type", "STORIES");
            case Publication.CarouselImage it ->
                alt(image(body, it.address()), it.altText()).put("is_carousel_item", true);
            case Publication.CarouselVideo it ->
                video(body, it.address()).put("media_type", "VIDEO").put("is_carousel_item", true);
            case Publication.Carousel it ->
                body.put("media_type", "CAROUSEL")
                        .put("children", it.items().stream().map(DraftId::value).collect(Collectors.joining(",")));
        };
    }

    private static @Nullable String caption(Publication publication) {
        return switch (publication) {
            case Publication.Image it -> it.caption();
            case Publication.Reel it -> it.caption();
            case Publication.Carousel it -> it.caption();
            case Publication.StoryImage _,
                    Publication.StoryVideo _,
                    Publication.CarouselImage _,
                    Publication.CarouselVideo _ -> null;
        };
    }

    private static ObjectNode reel(ObjectNode body, Publication.Reel reel) {
        body.put("media_type", "REELS");
        return reel.inFeed() == null
                ? body
                : body.put("share_to_feed", reel.inFeed().booleanValue());
    }

    private static ObjectNode alt(ObjectNode body, @Nullable String text) {
        return text == null ? body : body.put("alt_text", text);
    }

    private static ObjectNode image(ObjectNode body, URI address) {
        return body.put("image_url", address.toString());
    }

    private static ObjectNode video(ObjectNode body, URI address) {
        return body.put("video_url", address.toString());
    }
}
