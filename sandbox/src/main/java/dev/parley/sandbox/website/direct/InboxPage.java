package dev.parley.sandbox.website.direct;

import dev.parley.sandbox.message.Conversation;
import dev.parley.sandbox.message.Message;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.website.page.Shell;
import dev.parley.sandbox.website.variant.Variant;
import dev.parley.sandbox.world.Person;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The list of conversations, and the one that is open.
 *
 * @param requests whether the list is that of the requests
 * @param waiting how many requests wait
 * @param composing whether somebody is to be chosen to write to
 */
public record InboxPage(
        Shell shell,
        List<Row> rows,
        boolean requests,
        int waiting,
        boolean composing,
        @Nullable Chat chat) {

    /** A conversation in the list. */
    public record Row(String id, Person other, String preview, boolean unread) {}

    static List<Row> rows(long viewer, boolean requests, SandboxState state) {
        return state.conversations().of(viewer, requests, 1).stream()
                .flatMap(chat -> row(chat, viewer, state))
                .toList();
    }

    public boolean linksRows() {
        return shell.has(Variant.THREAD_GRID);
    }

    public String submit() {
        return shell.has(Variant.COMPOSE_NEXT) ? "Next" : "Chat";
    }

    private static Stream<Row> row(Conversation chat, long viewer, SandboxState state) {
        Message last = chat.last();
        String preview = (last.sender() == viewer ? "You: " : "") + Chat.text(last);
        return state.person(chat.other()).stream()
                .map(other -> new Row(chat.id().text(), other, preview, chat.unread() > 0));
    }
}
