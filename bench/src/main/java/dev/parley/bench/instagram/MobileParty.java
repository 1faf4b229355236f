package dev.parley.bench.instagram;

import dev.parley.instagram.Content;
import dev.parley.instagram.DeviceIdentity;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.MediaId;
import dev.parley.instagram.MessageToken;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.OutgoingMessage;
import dev.parley.instagram.OutgoingMessage.Recipient;
import dev.parley.instagram.Person;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Post;
import dev.parley.instagram.mobile.MobileDriver;
import java.net.URI;
import java.util.HashMap;
import java.util.concurrent.ThreadLocalRandom;

/** The mobile driver: one driver, an {@link Instagram} for each account. */
final class MobileParty {

    private MobileParty() {}

    public static void main(String[] args) throws Exception {
        MobileDriver driver =
                MobileDriver.builder().apiBase(URI.create(args[0])).build();
        PartyLoop.run(args, (session, targets) -> {
            Instagram instagram = open(driver, session);
            return number -> done(call(instagram, targets.get(number % targets.size()), number));
        });
    }

    static Instagram open(MobileDriver driver, Work.Session session) {
        var properties = new HashMap<>(driver.newIdentity().properties());
        properties.putAll(session.ids());
        return driver.open(driver.adopt(
                new PersonId(session.userId()),
                session.username(),
                new DeviceIdentity(MobileDriver.NAME, properties),
                null,
                session.authorization(),
                session.cookies()));
    }

    static Outcome<?> call(Instagram instagram, Work.Target target, int number) {
        var person = new Person(new PersonId(target.userId()), target.username());
        return switch (number % Kinds.COUNT) {
            case Kinds.PROFILE -> instagram.person(target.username());
            case Kinds.FRIENDSHIP -> instagram.friendship(person);
            case Kinds.FOLLOW -> instagram.follow(person);
            case Kinds.LIKE -> instagram.like(new Post(new MediaId(target.media()), target.code()));
            default ->
                instagram.send(new OutgoingMessage(
                        new Recipient.ToPerson(person),
                        new Content.Text(Kinds.TEXT),
                        MessageToken.next(ThreadLocalRandom.current()),
                        false));
        };
    }

    private static void done(Outcome<?> outcome) {
        if (!(outcome instanceof Outcome.Done)) {
            throw new IllegalStateException("refused: " + outcome);
        }
    }
}
