package dev.parley.instagram.mobile;

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
import dev.parley.instagram.Shortcode;
import dev.parley.instagram.SignedOut;
import dev.parley.instagram.Story;
import dev.parley.instagram.ThreadId;
import dev.parley.instagram.http.Reading;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One signed-in account. */
final class MobileInstagram implements Instagram {

    private final Line line;
    private final People people;
    private final Friendships friendships;
    private final Hashtags hashtags;
    private final FollowLists followLists;
    private final Likes likes;
    private final Feeds feeds;
    private final Stories stories;
    private final Conversations conversations;
    private final Sending sending;
    private final Clock clock;
    private volatile Snapshot latest;

    MobileInstagram(Line line, Device device, SessionSnapshot opened, Settings settings) {
        this.line = line;
        this.people = new People(line);
        this.friendships = new Friendships(line, device, opened.account());
        this.hashtags = new Hashtags(line, device, opened.account());
        this.followLists = new FollowLists(line, device, opened.account());
        this.likes = new Likes(line, device, opened.account());
        this.feeds = new Feeds(line, device, settings.random());
        this.stories = new Stories(line, device, settings.random());
        this.conversations = new Conversations(line, device, opened.account(), settings.random());
        this.sending = new Sending(line, device);
        this.clock = settings.clock();
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
    public Outcome<Page<Profile>> followers(Person person, @Nullable String cursor) {
        return followLists.followers(person.id(), cursor);
    }

    @Override
    public Outcome<Page<Profile>> following(Person person, @Nullable String cursor) {
        return followLists.following(person.id(), cursor);
    }

    @Override
    public Outcome<Media> media(Post post) {
        return likes.media(post.id());
    }

    @Override
    public Outcome<Liking> like(Post post) {
        return likes.like(post.id());
    }

    @Override
    public Outcome<Liking> unlike(Post post) {
        return likes.unlike(post.id());
    }

    @Override
    public Outcome<List<Profile>> likers(Shortcode post) {
        return likes.likers(post.media());
    }

    @Override
    public Outcome<Page<Media>> posts(Person person, @Nullable String cursor) {
        return feeds.of(person.id(), cursor);
    }

    @Override
    public Outcome<Page<Media>> feed(@Nullable String cursor) {
        return feeds.home(cursor);
    }

    @Override
    public Outcome<List<Ring>> storyTray() {
        return stories.tray();
    }

    @Override
    public Outcome<List<Story>> stories(Person person) {
        return stories.of(person);
    }

    @Override
    public Outcome<Watched> watch(List<Story> watched) {
        return stories.watch(watched, clock.instant());
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

    @Override
    public Outcome<Sent> send(OutgoingMessage message) {
        return sending.send(message);
    }

    /** The app knows no windows. */
    @Override
    public Outcome<Window> window(Person person) {
        return new Outcome.Done<>(new Window.Always());
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
