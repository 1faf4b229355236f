package dev.parley.sandbox.website.direct;

import dev.parley.sandbox.message.Conversation;
import dev.parley.sandbox.message.Message;
import dev.parley.sandbox.message.ThreadId;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.website.page.BlockWords;
import dev.parley.sandbox.website.variant.Dimension;
import dev.parley.sandbox.website.variant.Look;
import dev.parley.sandbox.website.variant.Variant;
import dev.parley.sandbox.world.Person;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An open conversation as the viewer sees it.
 *
 * @param newest the newest messages, the newest first, as the list is drawn from its end; empty before the first
 * @param request whether the viewer has not accepted it yet
 * @param refused whether the other one takes no messages from the viewer
 * @param answered whether the other one has written anything
 */
public record Chat(
        ThreadId id,
        Person other,
        long viewer,
        List<Message> newest,
        boolean request,
        boolean refused,
        boolean answered,
        Look look) {
    static final int SHOWN = 20;

    /** Nothing when the viewer is not in it, or the other one is gone. */
    static Optional<Chat> find(String id, long viewer, Look look, SandboxState state) {
        return ThreadId.of(id)
                .filter(thread -> thread.includes(viewer))
                .flatMap(thread -> state.person(thread.other(viewer))
                        .filter(other -> !other.deleted() && other.id() != viewer)
                        .map(other -> of(thread, other, viewer, look, state)));
    }

    private static Chat of(ThreadId id, Person other, long viewer, Look look, SandboxState state) {
        Optional<Conversation> known = state.conversations().find(id, viewer, SHOWN);
        List<Message> newest = known.map(Conversation::newest).orElse(List.of());
        return new Chat(
                id,
                other,
                viewer,
                newest,
                known.map(Conversation::request).orElse(false),
                state.conversations().refuses(other, viewer),
                newest.stream().anyMatch(message -> message.sender() == other.id()),
                look);
    }

    public boolean has(Variant variant) {
        return look.has(variant);
    }

    public Variant list() {
        return look.of(Dimension.THREAD);
    }

    public boolean isOwn(Message message) {
        return message.sender() == viewer;
    }

    /** Until an invitation is accepted there is nothing to type into. */
    public boolean isInvited() {
        return look.has(Variant.INVITE_SENT) && !newest.isEmpty() && !answered;
    }

    public BlockWords quoted() {
        return BlockWords.of(look);
    }

    public String newestId() {
        return newest.isEmpty() ? "" : newest.getFirst().id();
    }

    /** What is shown of a message; the name of its kind where it has no text. */
    public static String text(Message message) {
        String text = message.body().text();
        return text.isBlank() ? message.body().kind().name().toLowerCase(Locale.ROOT) : text;
    }
}
