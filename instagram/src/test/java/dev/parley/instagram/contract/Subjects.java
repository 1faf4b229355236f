package dev.parley.instagram.contract;

import dev.parley.instagram.Content;
import dev.parley.instagram.Conversation;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.MediaId;
import dev.parley.instagram.MessageToken;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.OutgoingMessage;
import dev.parley.instagram.OutgoingMessage.Recipient;
import dev.parley.instagram.Page;
import dev.parley.instagram.Person;
import dev.parley.instagram.Post;
import dev.parley.instagram.Shortcode;
import dev.parley.instagram.Story;
import java.security.SecureRandom;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Somebody, or something, that no call was made about before: a new one at each asking. */
final class Subjects {

    private static final String TOMAS = "tomas.totp";

    private final World world;
    private final Instagram instagram;
    private final String account;
    private final Iterator<dev.parley.sandbox.world.Person> people;
    private final Iterator<dev.parley.sandbox.world.Person> tellers;
    private final Iterator<dev.parley.sandbox.world.Post> posts;
    private final SecureRandom random = new SecureRandom();
    private @Nullable Conversation conversation;

    Subjects(World world, Instagram instagram, String account) {
        this.world = world;
        this.instagram = instagram;
        this.account = account;
        people = world.people().iterator();
        tellers = world.tellers().iterator();
        posts = world.posts().iterator();
    }

    Person person() {
        return world.named(people.next(), instagram);
    }

    String username() {
        return people.next().username();
    }

    Person followed() {
        Person person = person();
        done(instagram.follow(person));
        return person;
    }

    Post post() {
        return world.named(posts.next());
    }

    Shortcode shortcode() {
        return new Shortcode(posts.next().code());
    }

    Post liked() {
        Post post = post();
        done(instagram.like(post));
        return post;
    }

    /** One, for a driver may need a request for each. */
    List<Story> stories() {
        dev.parley.sandbox.world.Person teller = tellers.next();
        Person owner = world.named(teller, instagram);
        return world.sandbox().stories(teller).stream()
                .limit(1)
                .map(story -> new Story(new MediaId(story.id()), owner, story.takenAt(), story.expiresAt(), false))
                .toList();
    }

    OutgoingMessage message() {
        Person to = world.correspondent(people.next(), instagram);
        return new OutgoingMessage(
                new Recipient.ToPerson(to), new Content.Text("Hello"), MessageToken.next(random), false);
    }

    /** One with a message that was not read yet. */
    Conversation conversation() {
        if (conversation == null) {
            world.sandbox().write(TOMAS, account, "Hi!");
            conversation = first(instagram.inbox(null));
        }
        return Objects.requireNonNull(conversation);
    }

    Conversation request() {
        world.sandbox().write(people.next().username(), account, "Hi!");
        return first(instagram.requests(null));
    }

    private static Conversation first(Outcome<Page<Conversation>> page) {
        return done(page).items().getFirst();
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T>(var refusal) -> throw new AssertionError(refusal.detail());
        };
    }
}
