package dev.parley.instagram.contract;

import dev.parley.instagram.Instagram;
import dev.parley.instagram.Post;
import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.world.Person;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Whom and what the suites act on: people and posts of the sandbox, found without the driver. */
public record World(SandboxServer sandbox, DriverKit kit) {

    /** Public people who exist and take messages. */
    public Stream<Person> people() {
        return people(person -> !person.isPrivate() && person.takesMessages());
    }

    public Stream<Person> people(Predicate<Person> wanted) {
        return sandbox.people().stream().filter(person -> !person.deleted()).filter(wanted);
    }

    public Person somebody() {
        return people().findFirst().orElseThrow();
    }

    public Person somebody(Predicate<Person> wanted) {
        return people(wanted).findFirst().orElseThrow();
    }

    /** Public people who show a story now. */
    public Stream<Person> tellers() {
        return people().filter(person -> !sandbox.stories(person).isEmpty());
    }

    /** Recent posts of public people. */
    public Stream<dev.parley.sandbox.world.Post> posts() {
        return sandbox.posts("travel", Integer.MAX_VALUE).stream()
                .filter(post -> !post.owner().isPrivate());
    }

    public dev.parley.instagram.Person named(Person somebody, Instagram instagram) {
        return kit.person(somebody, instagram, sandbox);
    }

    public dev.parley.instagram.Person correspondent(Person somebody, Instagram instagram) {
        return kit.correspondent(somebody, instagram, sandbox);
    }

    public Post named(dev.parley.sandbox.world.Post post) {
        return kit.post(post);
    }
}
