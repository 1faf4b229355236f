package dev.parley.server.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Something that people of a workspace often say.
 *
 * @param content with {@code {name}} and {@code {username}} where the person's name is put in
 */
public record CannedAnswer(CannedAnswerId id, String title, String content) {

    /** @param username of whom it is said to; null for several people */
    String to(@Nullable String username) {
        var name = username == null ? "" : username;
        return content.replace("{name}", name).replace("{username}", name);
    }
}
