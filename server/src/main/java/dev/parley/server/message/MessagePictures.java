package dev.parley.server.message;

import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.evidence.Screenshot;
import dev.parley.server.evidence.Screenshots;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** What the browser saw where a message could not be sent. Joins the caller's transaction. */
@Component
class MessagePictures {

    private static final String IN_A_BROWSER = "browser";

    private final Screenshots screenshots;
    private final Messages messages;

    MessagePictures(Screenshots screenshots, Messages messages) {
        this.screenshots = screenshots;
        this.messages = messages;
    }

    /** The addresses of the pictures of each message that has any, counted from 1. */
    Map<MessageId, List<String>> addresses(Collection<Message> found) {
        var seen = screenshots.of(found.stream()
                .filter(message -> message.sender().driver().equals(IN_A_BROWSER))
                .map(Message::action)
                .filter(Objects::nonNull)
                .toList());
        var addresses = new HashMap<MessageId, List<String>>();
        found.forEach(message -> {
            var action = message.action();
            var pictures = action == null ? 0 : pictures(seen, action).size();
            addresses.put(
                    message.id(),
                    IntStream.rangeClosed(1, pictures)
                            .mapToObj(n -> "/api/messages/%s/screenshots/%d".formatted(message.id(), n))
                            .toList());
        });
        return addresses;
    }

    private static List<Screenshot> pictures(Map<UUID, List<Screenshot>> seen, UUID action) {
        return seen.getOrDefault(action, List.of()).stream()
                .filter(shot -> shot.bytes() > 0)
                .toList();
    }

    /** PNG. Refuses with MESSAGE_NOT_FOUND, or with SCREENSHOT_NOT_FOUND. */
    byte[] picture(MessageId id, int number) {
        var action = messages.get(id).action();
        var pictures = action == null ? List.<Screenshot>of() : pictures(screenshots.of(List.of(action)), action);
        return pictures.stream()
                .skip(Math.max(0, number - 1L))
                .findFirst()
                .filter(shot -> number > 0)
                .flatMap(shot -> screenshots.picture(shot.id()))
                .orElseThrow(() -> new BotException(
                        ErrorCode.SCREENSHOT_NOT_FOUND, "The message has no picture of the number " + number + "."));
    }
}
