package dev.parley.server.message;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a message says: a text, or a picture.
 *
 * @param text empty where it is a picture
 * @param image where Instagram fetches the picture; null where it is a text
 */
public record Writing(String text, @Nullable URI image) {

    public static Writing of(String text) {
        return new Writing(text, null);
    }
}
