package dev.parley.sandbox.state;

import dev.parley.sandbox.message.Body;
import dev.parley.sandbox.message.Delivery;
import dev.parley.sandbox.message.Message;
import dev.parley.sandbox.world.Person;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Predicate;

/** A sandbox without a door, whose rooms can be entered directly. */
final class TestingHouse implements AutoCloseable {
    private final CurrentState current;

    TestingHouse(Path folder) {
        current = new CurrentState(folder, 1, Clock.systemUTC());
    }

    CurrentState current() {
        return current;
    }

    SandboxState state() {
        return current.get();
    }

    Person account(String username) {
        return state().person(username).orElseThrow();
    }

    Person somebody(Predicate<Person> like) {
        return state().world().people().all().stream()
                .filter(person -> !person.deleted())
                .filter(like)
                .findFirst()
                .orElseThrow();
    }

    Delivery send(Person sender, Person recipient, String text, String token) {
        return send(sender, recipient, text, token, true);
    }

    Delivery send(Person sender, Person recipient, String text, String token, boolean takesEffect) {
        return state().conversations()
                .send(sender.id(), recipient, Body.text(text), token, takesEffect, state().now(), state().journal());
    }

    Message sent(Person sender, Person recipient, String text, String token) {
        return ((Delivery.Accepted) send(sender, recipient, text, token)).message();
    }

    void follow(Person sender, Person target) {
        state().follows().follow(sender.id(), target, true, state().now(), state().journal());
    }

    @Override
    public void close() {
        current.close();
    }
}
