package dev.parley.sandbox.state;

import dev.parley.sandbox.message.Body;
import dev.parley.sandbox.message.Delivery;
import dev.parley.sandbox.message.Message;
import dev.parley.sandbox.world.Person;

/** What people write by themselves, or because a test lets them, rather than through one of Instagram's doors. */
public record Mail(SandboxState state) {

    public static Mail in(SandboxState state) {
        return new Mail(state);
    }

    /** Throws {@link IllegalArgumentException} if one of them does not exist, or the second takes no messages from the first. */
    public Message write(String from, String to, String text) {
        Person recipient = person(to);
        Delivery delivery = state.conversations()
                .send(person(from).id(), recipient, Body.text(text), "", true, state.now(), state.journal());
        return switch (delivery) {
            case Delivery.Accepted(Message message) -> message;
            case Delivery.Refused() -> throw new IllegalArgumentException(to + " takes no messages from " + from);
        };
    }

    private Person person(String username) {
        return state.person(username)
                .filter(person -> !person.deleted())
                .orElseThrow(() -> new IllegalArgumentException("Unknown person " + username));
    }
}
