package dev.parley.instagram.browser;

import dev.parley.instagram.Conversation;
import dev.parley.instagram.Friendship;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.Media;
import dev.parley.instagram.Message;
import dev.parley.instagram.MessageId;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.OutgoingMessage;
import dev.parley.instagram.Page;
import dev.parley.instagram.Person;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Post;
import dev.parley.instagram.Profile;
import dev.parley.instagram.SessionSnapshot;
import dev.parley.instagram.SignedOut;
import dev.parley.instagram.Story;
import dev.parley.instagram.ThreadId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One signed-in account. */
final class BrowserInstagram implements Instagram {

    private static final String LOGOUT = "/api/v1/web/accounts/logout/ajax/";

    private final Seat seat;
    private final People people;
    private final Following following;
    private final FollowLists followLists;
    private final Hashtags hashtags;
    private final LikingOnPage liking;
    private final Watching watching;
    private final Sending sending;
    private final Conversations conversations;

    BrowserInstagram(Seat seat) {
        this.seat = seat;
        this.people = new People(seat);
        this.following = new Following(seat);
        this.followLists = new FollowLists(seat);
        this.hashtags = new Hashtags(seat);
        this.liking = new LikingOnPage(seat);
        this.watching = new Watching(seat);
        this.sending = new Sending(seat);
        this.conversations = new Conversations(seat);
    }

    @Override
    public SessionSnapshot session() {
        return seat.session();
    }

    Outcome<Sight> look() {
        return seat.read("look", Looking::at);
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
    public Outcome<Page<Profile>> followers(Person person, @Nullable String cursor) {
        return followLists.followers(person, cursor);
    }

    @Override
    public Outcome<Page<Profile>> following(Person person, @Nullable String cursor) {
        return followLists.following(person, cursor);
    }

    @Override
    public Outcome<Page<Media>> hashtag(String hashtag, @Nullable String cursor) {
        return hashtags.recent(hashtag, cursor);
    }

    @Override
    public Outcome<Media> media(Post post) {
        return liking.media(post);
    }

    @Override
    public Outcome<Liking> like(Post post) {
        return liking.like(post);
    }

    @Override
    public Outcome<Liking> unlike(Post post) {
        return liking.unlike(post);
    }

    @Override
    public Outcome<List<Ring>> storyTray() {
        return watching.tray();
    }

    @Override
    public Outcome<List<Story>> stories(Person person) {
        return watching.of(person);
    }

    @Override
    public Outcome<Watched> watch(List<Story> stories) {
        return watching.watch(stories);
    }

    @Override
    public Outcome<Sent> send(OutgoingMessage message) {
        return sending.send(message);
    }

    /** The website knows no windows. */
    @Override
    public Outcome<Window> window(Person person) {
        return new Outcome.Done<>(new Window.Always());
    }

    @Override
    public Outcome<Page<Conversation>> inbox(@Nullable String cursor) {
        return conversations.inbox(cursor);
    }

    @Override
    public Outcome<Page<Conversation>> requests(@Nullable String cursor) {
        return conversations.requests(cursor);
    }

    @Override
    public Outcome<Page<Message>> messages(ThreadId thread, @Nullable String cursor) {
        return conversations.messages(thread, cursor);
    }

    @Override
    public Outcome<Accepted> accept(ThreadId thread) {
        return conversations.accept(thread);
    }

    @Override
    public Outcome<Declined> decline(ThreadId thread) {
        return conversations.decline(thread);
    }

    @Override
    public Outcome<Read> markRead(ThreadId thread, MessageId upTo) {
        return conversations.markRead(thread, upTo);
    }
}
