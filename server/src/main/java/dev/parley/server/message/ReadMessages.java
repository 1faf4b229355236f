package dev.parley.server.message;

import dev.parley.server.account.Accounts;
import dev.parley.server.bot.BotStatus;
import dev.parley.server.bot.Queues;
import dev.parley.server.bot.ReadStatus;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.Page;
import dev.parley.server.web.Cursor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Messages as people and programs see them: together with what their bots are doing. Joins the caller's transaction. */
@Component
public class ReadMessages {

    private final Messages messages;
    private final History history;
    private final Accounts accounts;
    private final Queues queues;
    private final ReadStatus bots;
    private final MessagePictures pictures;

    ReadMessages(
            Messages messages,
            History history,
            Accounts accounts,
            Queues queues,
            ReadStatus bots,
            MessagePictures pictures) {
        this.messages = messages;
        this.history = history;
        this.accounts = accounts;
        this.queues = queues;
        this.bots = bots;
        this.pictures = pictures;
    }

    /** Refuses with MESSAGE_NOT_FOUND. */
    public MessageView one(MessageId id) {
        return views(List.of(messages.get(id))).getFirst();
    }

    /** Without those that are there no more. */
    public Map<MessageId, MessageView> of(Collection<MessageId> ids) {
        return views(history.of(ids)).stream().collect(Collectors.toMap(MessageView::id, view -> view));
    }

    Page<MessageView> page(MessageFilter filter, @Nullable Cursor before, int limit) {
        var page = history.page(filter, before, limit);
        return new Page<>(views(page.items()), page.nextCursor());
    }

    /** The newest first. */
    public List<MessageView> undelivered(Undelivered which, int most) {
        return views(history.undelivered(which, most));
    }

    private List<MessageView> views(List<Message> found) {
        var waiting = found.stream().filter(Message::waits).toList();
        Map<UUID, Queues.Standing> standings = queues.standingsOf(
                waiting.stream().map(Message::action).filter(Objects::nonNull).toList());
        var statuses = statusesOf(waiting);
        var seen = pictures.addresses(found);
        return found.stream()
                .map(message -> {
                    var action = message.action();
                    var standing = action == null ? null : standings.get(action);
                    var bot = statuses.get(message.sender().account());
                    return MessageView.of(
                            message, Waiting.of(message, standing, bot), seen.getOrDefault(message.id(), List.of()));
                })
                .toList();
    }

    private Map<AccountId, BotStatus> statusesOf(List<Message> waiting) {
        var wanted = waiting.stream()
                .map(message -> message.sender().account())
                .distinct()
                .toList();
        return wanted.isEmpty() ? Map.of() : bots.ofAll(accounts.among(wanted));
    }
}
