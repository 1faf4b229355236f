package dev.parley.sandbox.graph;

import dev.parley.sandbox.official.Numbers;
import dev.parley.sandbox.state.SandboxState;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongPredicate;

/** Tells things of the graph apart by their numbers. */
final class NodeNumbers {
    private static final int MOST_DIGITS = 17;

    private NodeNumbers() {}

    static Node of(String text, long account, SandboxState state) {
        if (!text.matches("\\d{1," + MOST_DIGITS + "}")) {
            return Node.none(text);
        }
        return find(
                        Node.Kind.MEDIA,
                        text,
                        Numbers.mediaIn(text),
                        id -> state.post(id).isPresent())
                .or(() -> find(
                        Node.Kind.HASHTAG,
                        text,
                        Numbers.hashtagIn(text),
                        id -> id < state.world().hashtags().all().size()))
                .or(() -> find(
                        Node.Kind.CONTAINER,
                        text,
                        OptionalLong.of(Long.parseLong(text)),
                        id -> state.official().drafts().find(id).isPresent()))
                .or(() -> find(
                        Node.Kind.COMMENT,
                        text,
                        OptionalLong.of(Long.parseLong(text)),
                        id -> state.comments().find(id).isPresent()))
                .or(() -> find(
                        Node.Kind.PERSON,
                        text,
                        Numbers.personIn(text, account),
                        id -> state.person(id).isPresent()))
                .orElseGet(() -> Node.none(text));
    }

    private static Optional<Node> find(Node.Kind kind, String text, OptionalLong id, LongPredicate exists) {
        return id.isPresent() && exists.test(id.getAsLong())
                ? Optional.of(new Node(kind, text, id.getAsLong()))
                : Optional.empty();
    }
}
