package dev.parley.instagram.mobile;

import dev.parley.instagram.Friendship;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.Media;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.Page;
import dev.parley.instagram.Person;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Profile;
import dev.parley.instagram.SessionSnapshot;
import dev.parley.instagram.SignedOut;
import dev.parley.instagram.http.Reading;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One signed-in account. */
final class MobileInstagram implements Instagram {

    private final Line line;
    private final People people;
    private final Friendships friendships;
    private final Hashtags hashtags;
    private volatile Snapshot latest;

    MobileInstagram(Line line, Device device, SessionSnapshot opened) {
        this.line = line;
        this.people = new People(line);
        this.friendships = new Friendships(line, device, opened.account());
        this.hashtags = new Hashtags(line, device, opened.account());
        this.latest = new Snapshot(line.state(), opened);
    }

    @Override
    public SessionSnapshot session() {
        Snapshot known = latest;
        SessionState now = line.state();
        if (known.state.equals(now)) {
            return known.session;
        }
        SessionSnapshot session = known.session.withState(now.toJson());
        latest = new Snapshot(now, session);
        return session;
    }

    @Override
    public Outcome<Profile> currentUser() {
        return people.current();
    }

    @Override
    public Outcome<Profile> person(String username) {
        return people.named(username);
    }

    @Override
    public Outcome<Page<Media>> hashtag(String hashtag, @Nullable String cursor) {
        return hashtags.recent(hashtag, cursor);
    }

    @Override
    public Outcome<Friendship> friendship(Person person) {
        return friendships.with(person.id());
    }

    @Override
    public Outcome<Map<PersonId, Friendship>> friendships(Collection<Person> people) {
        return friendships.withEach(people.stream().map(Person::id).toList());
    }

    @Override
    public Outcome<Friendship> follow(Person person) {
        return friendships.follow(person.id());
    }

    @Override
    public Outcome<Friendship> unfollow(Person person) {
        return friendships.unfollow(person.id());
    }

    @Override
    public Outcome<SignedOut> signOut() {
        Outcome<SignedOut> outcome = line.ask(
                AppRequest.signed("accounts/logout/", new Fields().with("one_tap_app_login", "true")),
                Reading.nothingBut(new SignedOut()));
        if (outcome instanceof Outcome.Done<SignedOut>) {
            line.change(SessionState::signedOut);
        }
        return outcome;
    }

    private record Snapshot(SessionState state, SessionSnapshot session) {}
}
