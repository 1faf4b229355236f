package dev.parley.server.conversation;

import dev.parley.instagram.Message;
import dev.parley.instagram.Message.Body;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What a message holds, as it is kept. */
record Said(String kind, String content, @Nullable URI address) {

    static Said of(Message message) {
        return switch (message.body()) {
            case Body.Text(String text) -> new Said("text", text, null);
            case Body.Attachment(String type, URI address) -> new Said("attachment", type, address);
            case Body.Other(String type) -> new Said("other", type, null);
        };
    }
}
