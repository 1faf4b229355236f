package dev.parley.sandbox.state;

import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.account.Accounts;
import dev.parley.sandbox.account.BackupCodes;
import dev.parley.sandbox.account.ChallengeFlows;
import dev.parley.sandbox.account.Challenges;
import dev.parley.sandbox.account.Logins;
import dev.parley.sandbox.account.Outbox;
import dev.parley.sandbox.account.PasswordKeys;
import dev.parley.sandbox.account.SecondFactors;
import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.account.Sessions;
import dev.parley.sandbox.account.Tokens;
import dev.parley.sandbox.account.TrustedDevices;
import dev.parley.sandbox.comment.Comments;
import dev.parley.sandbox.follow.Follows;
import dev.parley.sandbox.journal.Event;
import dev.parley.sandbox.journal.Journal;
import dev.parley.sandbox.like.Likes;
import dev.parley.sandbox.message.Conversations;
import dev.parley.sandbox.message.Message;
import dev.parley.sandbox.message.MessageWatcher;
import dev.parley.sandbox.official.Draft;
import dev.parley.sandbox.official.Drafts;
import dev.parley.sandbox.official.Official;
import dev.parley.sandbox.script.Script;
import dev.parley.sandbox.story.StoryViews;
import dev.parley.sandbox.website.variant.Variants;
import dev.parley.sandbox.world.Person;
import dev.parley.sandbox.world.Post;
import dev.parley.sandbox.world.World;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Everything between two resets. Each part keeps itself in order; all of them write one journal. */
public final class SandboxState {
    private final SandboxClock clock;
    private final Accounts accounts = new Accounts();
    private final Sessions sessions = new Sessions(accounts);
    private final Outbox outbox = new Outbox();
    private final BackupCodes backupCodes = new BackupCodes();
    private final ChallengeFlows challengeFlows = new ChallengeFlows();
    private final SecondFactors secondFactors = new SecondFactors(accounts, outbox, backupCodes);
    private final Challenges challenges = new Challenges(accounts, outbox, challengeFlows);
    private final TrustedDevices trustedDevices = new TrustedDevices();
    private final PasswordKeys passwordKeys = new PasswordKeys();
    private final Logins logins = new Logins();
    private final Follows follows = new Follows();
    private final Likes likes = new Likes();
    private final StoryViews storyViews = new StoryViews();
    private final Conversations conversations;
    private final Comments comments;
    private final Script script = new Script();
    private final Variants variants = new Variants();
    private final Official official = new Official();
    private final Journal journal;
    private final Event.Born born;
    private final World world;
    private Event.@Nullable Born replayedBorn;

    SandboxState(@Nullable Path journalFile, long seed, Clock base, Listener listener, LongFunction<World> worlds) {
        clock = new SandboxClock(base);
        conversations = new Conversations(this::trusts, telling(listener));
        comments = new Comments(comment -> listener.commentMade(this, comment));
        journal = journalFile == null ? Journal.forgetful() : Journal.open(journalFile, this::apply);
        born = replayedBorn == null ? beBorn(seed) : replayedBorn;
        world = worlds.apply(born.seed());
    }

    public World world() {
        return world;
    }

    public long seed() {
        return born.seed();
    }

    public SandboxClock clock() {
        return clock;
    }

    public long now() {
        return clock.millis();
    }

    public Journal journal() {
        return journal;
    }

    public Accounts accounts() {
        return accounts;
    }

    public Sessions sessions() {
        return sessions;
    }

    public Outbox outbox() {
        return outbox;
    }

    public SecondFactors secondFactors() {
        return secondFactors;
    }

    public Challenges challenges() {
        return challenges;
    }

    public ChallengeFlows challengeFlows() {
        return challengeFlows;
    }

    public BackupCodes backupCodes() {
        return backupCodes;
    }

    public TrustedDevices trustedDevices() {
        return trustedDevices;
    }

    public PasswordKeys passwordKeys() {
        return passwordKeys;
    }

    public Logins logins() {
        return logins;
    }

    public Follows follows() {
        return follows;
    }

    public Likes likes() {
        return likes;
    }

    public StoryViews storyViews() {
        return storyViews;
    }

    public Conversations conversations() {
        return conversations;
    }

    public Comments comments() {
        return comments;
    }

    public Script script() {
        return script;
    }

    public Official official() {
        return official;
    }

    /** What really happened, in usernames. */
    public Truth truth() {
        return new Truth(this);
    }

    public Variants variants() {
        return variants;
    }

    public Optional<Person> person(long id) {
        return accounts.withId(id).map(Account::person).or(() -> world.people().withId(id));
    }

    public Optional<Person> person(String username) {
        return accounts.withUsername(username)
                .map(Account::person)
                .or(() -> world.people().withUsername(username));
    }

    /** Accounts with the names {@code prefix.1} and so on; the sessions are those of the accounts if they were made signed in. */
    public synchronized List<Session> makeAccounts(String prefix, int count, boolean signedIn) {
        var event = new Event.AccountsMade(prefix, accounts.madeWith(prefix) + 1, count, signedIn, now());
        journal.write(event);
        return apply(event);
    }

    /** What an account has published through the official API. */
    private Optional<Post> post(Drafts.Published published) {
        Draft draft = published.draft();
        return person(draft.account())
                .map(owner -> new Post(
                        draft.post(),
                        owner,
                        Instant.ofEpochMilli(published.at()),
                        draft.caption(),
                        0,
                        0,
                        draft.film()));
    }

    /** A post that exists now. */
    public Optional<Post> post(long pk) {
        return world.hashtags()
                .post(pk, clock.instant())
                .or(() -> official.drafts().post(pk).flatMap(this::post));
    }

    /** Whether somebody shows lists and stories to this viewer: private people do to themselves and their followers. */
    public boolean shows(Person person, long viewer) {
        return !person.isPrivate() || person.id() == viewer || follows.follows(viewer, person.id());
    }

    /** Accounts that are always there take each other's messages. */
    private boolean trusts(long person, long sender) {
        return follows.follows(person, sender) || (accounts.isFixed(person) && accounts.isFixed(sender));
    }

    private MessageWatcher telling(Listener listener) {
        return new MessageWatcher() {
            @Override
            public void arrived(Message message) {
                listener.messageArrived(SandboxState.this, message);
            }

            @Override
            public void read(long reader, Message upTo) {
                listener.messageRead(SandboxState.this, reader, upTo);
            }
        };
    }

    private Event.Born beBorn(long seed) {
        var event = new Event.Born(seed, Tokens.secret(), clock.millis());
        journal.write(event);
        journal.flush();
        return event;
    }

    private List<Session> apply(Event.AccountsMade event) {
        String secret = replayedBorn == null ? born.secret() : replayedBorn.secret();
        return accounts.apply(event).stream()
                .map(account ->
                        event.signedIn() ? sessions.openDerived(account, secret) : Session.derived(account, secret))
                .toList();
    }

    private void apply(Event event) {
        switch (event) {
            case Event.Born it -> replayedBorn = it;
            case Event.ClockMoved it -> clock.apply(it);
            case Event.PasswordKeyMade it -> passwordKeys.apply(it);
            case Event.AccountsMade it -> apply(it);
            case Event.SessionOpened it -> sessions.apply(it);
            case Event.SessionClosed it -> sessions.apply(it);
            case Event.DeviceTrusted it -> trustedDevices.apply(it);
            case Event.SecondFactorAsked it -> secondFactors.apply(it);
            case Event.ChallengeOpened it -> challenges.apply(it);
            case Event.ChallengeFlowSet it -> challengeFlows.apply(it);
            case Event.ChallengeWayChosen it -> challenges.apply(it);
            case Event.BackupCodeUsed it -> backupCodes.apply(it);
            case Event.ChallengeCodeSent it -> challenges.apply(it);
            case Event.ChallengeReset it -> challenges.apply(it);
            case Event.CodeRefused it -> {
                secondFactors.apply(it);
                challenges.apply(it);
            }
            case Event.VerificationEnded it -> {
                secondFactors.apply(it);
                challenges.apply(it);
            }
            case Event.CodeSent it -> outbox.apply(it);
            case Event.LoginTried it -> logins.apply(it);
            case Event.FollowAsked it -> follows.apply(it);
            case Event.LikeAsked it -> likes.apply(it);
            case Event.StoryWatched it -> storyViews.apply(it);
            case Event.MessageAsked it -> conversations.apply(it);
            case Event.MessageEdited it -> conversations.apply(it);
            case Event.MessageUnsent it -> conversations.apply(it);
            case Event.ThreadAnswered it -> conversations.apply(it);
            case Event.ThreadRead it -> conversations.apply(it);
            case Event.CommentMade it -> comments.apply(it);
            case Event.CommentHidden it -> comments.apply(it);
            case Event.CommentDeleted it -> comments.apply(it);
            case Event.FaultScripted it -> script.apply(it);
            case Event.FaultUsed it -> script.apply(it);
            case Event.FaultsCleared it -> script.apply(it);
            case Event.VariantChosen it -> variants.apply(it);
            case Event.VariantsCleared it -> variants.apply(it);
            case Event.Official it -> official.apply(it);
        }
    }
}
