package dev.parley.instagram.browser;

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
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One signed-in account. */
final class BrowserInstagram implements Instagram {

    private static final String LOGOUT = "/api/v1/web/accounts/logout/ajax/";

    private final Seat seat;
    private final People people;
    private final Following following;
    private final Hashtags hashtags;

    BrowserInstagram(Seat seat) {
        this.seat = seat;
        this.people = new People(seat);
        this.following = new Following(seat);
        this.hashtags = new Hashtags(seat);
    }

    @Override
    public SessionSnapshot session() {
        return seat.session();
    }

    @Override
    public Outcome<Profile> currentUser() {
        return seat.read("currentUser", WhoAmI::ask);
    }

    @Override
    public Outcome<SignedOut> signOut() {
        return seat.change("signOut", errand -> {
            new SiteCalls(errand).change(LOGOUT, "one_tap_app_login=0");
            errand.lease().discard();
            return new SignedOut();
        });
    }

    @Override
    public Outcome<Profile> person(String username) {
        return people.named(username);
    }

    @Override
    public Outcome<Friendship> friendship(Person person) {
        return people.friendship(person);
    }

    @Override
    public Outcome<Map<PersonId, Friendship>> friendships(Collection<Person> someone) {
        return people.friendships(someone);
    }

    @Override
    public Outcome<Friendship> follow(Person person) {
        return following.follow(person);
    }

    @Override
    public Outcome<Friendship> unfollow(Person person) {
        return following.unfollow(person);
    }

    @Override
    public Outcome<Page<Media>> hashtag(String hashtag, @Nullable String cursor) {
        return hashtags.recent(hashtag, cursor);
    }
}
