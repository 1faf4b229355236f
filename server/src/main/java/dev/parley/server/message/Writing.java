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

    /** @param typed with line ends of any kind, as forms send them */
    public static Writing of(String typed) {
        return new Writing(typed.replace("\r\n", "\n"), null);
    }
}
