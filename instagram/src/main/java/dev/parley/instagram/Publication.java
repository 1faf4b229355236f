package dev.parley.instagram;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something to publish. Instagram fetches pictures and films itself, from addresses that anybody can reach. A caption has at most 2,200
 * characters, 30 hashtags and 20 mentions.
 */
public sealed interface Publication {

    /** @param altText what people hear who do not see it */
    record Image(
            URI address, @Nullable String caption, @Nullable String altText) implements Publication {}

    /**
     * A film: MOV or MP4, 3 s to 15 min, at most 1 GB.
     *
     * @param inFeed whether it shows in the feed too; null leaves it to Instagram
     */
    record Reel(
            URI address, @Nullable String caption, @Nullable Boolean inFeed) implements Publication {}

    record StoryImage(URI address) implements Publication {}

    record StoryVideo(URI address) implements Publication {}

    /** A picture of a {@link Carousel}; prepared first, by itself. */
    record CarouselImage(URI address, @Nullable String altText) implements Publication {}

    /** A film of a {@link Carousel}; prepared first, by itself. */
    record CarouselVideo(URI address) implements Publication {}

    /** @param items 2 to 10, prepared before, in their order */
    record Carousel(List<DraftId> items, @Nullable String caption) implements Publication {

        public Carousel {
            items = List.copyOf(items);
        }
    }
}
