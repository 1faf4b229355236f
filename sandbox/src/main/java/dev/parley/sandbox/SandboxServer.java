package dev.parley.sandbox;

import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.account.ChallengeFlow;
import dev.parley.sandbox.account.Device;
import dev.parley.sandbox.account.LoginTruth;
import dev.parley.sandbox.account.OutboxCode;
import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.account.Totp;
import dev.parley.sandbox.comment.CommentTruth;
import dev.parley.sandbox.follow.FollowTruth;
import dev.parley.sandbox.graph.Dashboard;
import dev.parley.sandbox.graph.WebhookSender;
import dev.parley.sandbox.like.LikeTruth;
import dev.parley.sandbox.message.Message;
import dev.parley.sandbox.message.MessageTruth;
import dev.parley.sandbox.script.ScriptedFault;
import dev.parley.sandbox.state.CurrentState;
import dev.parley.sandbox.state.Mail;
import dev.parley.sandbox.state.PostLikers;
import dev.parley.sandbox.state.PostLists;
import dev.parley.sandbox.state.SandboxState;
import dev.parley.sandbox.story.StoryViewTruth;
import dev.parley.sandbox.transport.Doors;
import dev.parley.sandbox.website.Website;
import dev.parley.sandbox.world.Hashtags;
import dev.parley.sandbox.world.Person;
import dev.parley.sandbox.world.Post;
import dev.parley.sandbox.world.Story;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A fake Instagram on a port of this machine. Thread-safe.
 *
 * <pre>{@code
 * try (var sandbox = SandboxServer.builder().start()) {
 *     sandbox.script(ScriptedFault.of(Call.FOLLOW, Fault.DROP).times(1));
 *     // … point a client at sandbox.baseUrl() …
 *     assertThat(sandbox.follows("alma.plain")).hasSize(1);
 * }
 * }</pre>
 */
public final class SandboxServer implements AutoCloseable {
    private final CurrentState current;
    private final WebhookSender webhooks;
    private final FrontDoors doors;

    private SandboxServer(Builder builder) {
        current = new CurrentState(builder.dataDir, builder.seed, builder.clock);
        webhooks = WebhookSender.start(current);
        doors = new FrontDoors(current, new Dashboard(current, webhooks), builder.doors());
    }

    /** Defaults: 127.0.0.1, a free port, seed 1, everything in memory, the system's clock. */
    public static Builder builder() {
        return new Builder();
    }

    /** For example {@code http://127.0.0.1:8090}: what takes the place of {@code https://i.instagram.com}. */
    public String baseUrl() {
        return doors.doors().http();
    }

    /** Every way in; HTTPS and the proxy only if {@link Builder#secure} asked for them. */
    public Doors doors() {
        return doors.doors();
    }

    /** How the website looks, which is at {@link #baseUrl()} under the paths of the real one. */
    public Website website() {
        return new Website(current);
    }

    /** Ends all sessions of this account; browsers and apps keep their cookies and tokens, which are worth nothing then. */
    public void revokeSessions(String account) {
        change(state -> state.sessions().closeAll(account(account, state), state.journal()));
    }

    /** The port that it listens on, chosen by the system if 0 was asked for. */
    public int port() {
        return doors.port();
    }

    /** Makes calls fail until the fault is used up or the script cleared. */
    public void script(ScriptedFault fault) {
        change(state -> state.script().add(fault, state.journal()));
    }

    /** All faults off. */
    public void clearScript() {
        change(state -> state.script().clear(state.journal()));
    }

    /** The faults that are on, with the times that are left. */
    public List<ScriptedFault> activeFaults() {
        return current.get().script().active();
    }

    /** Everybody's follows, oldest first. */
    public List<FollowTruth> follows() {
        return current.get().truth().follows(null);
    }

    /** What one account, or person, asked to follow, oldest first. */
    public List<FollowTruth> follows(String sender) {
        return current.get().truth().follows(sender);
    }

    /** What one account, or person, asked to like, oldest first. */
    public List<LikeTruth> likes(String sender) {
        return current.get().truth().likes(sender);
    }

    /** What one account, or person, reported as watched, oldest first. */
    public List<StoryViewTruth> storyViews(String viewer) {
        return current.get().truth().storyViews(viewer);
    }

    /** What one account, or person, asked to send, to whomever, oldest first. */
    public List<MessageTruth> messages(String sender) {
        return current.get().truth().messages(sender, null);
    }

    /** What one account, or person, asked to send to another, oldest first. */
    public List<MessageTruth> messages(String sender, String recipient) {
        return current.get().truth().messages(sender, recipient);
    }

    /** Every comment that was made through the sandbox, oldest first. */
    public List<CommentTruth> comments() {
        return current.get().truth().comments();
    }

    /**
     * Somebody writes to somebody.
     *
     * @throws IllegalArgumentException if one of them does not exist, or the second takes no messages from the first
     */
    public Message write(String from, String to, String text) {
        return ask(state -> Mail.in(state).write(from, to, text));
    }

    /** Whoever wrote it says something else with it. */
    public void edit(Message message, String text) {
        ask(state -> {
            state.conversations().edit(message.sender(), message.id(), text, state.journal());
            return state;
        });
    }

    /** Whoever wrote it takes it back. */
    public void unsend(Message message) {
        ask(state -> {
            state.conversations().unsend(message.sender(), message.id(), state.journal());
            return state;
        });
    }

    /** Every attempt to sign in to this account, oldest first. */
    public List<LoginTruth> logins(String account) {
        return current.get().logins().of(account);
    }

    /** The codes sent to this account's owner, oldest first. */
    public List<OutboxCode> outbox(String account) {
        SandboxState state = current.get();
        return state.outbox().of(account(account, state));
    }

    /** What the authenticator app of this account's owner shows now, by the sandbox's clock. */
    public String totpCode(String account) {
        account(account, current.get());
        return Totp.code(Account.TOTP_SECRET, now());
    }

    /** The backup codes of this account's second factor that are still good. */
    public List<String> backupCodes(String account) {
        SandboxState state = current.get();
        return state.backupCodes().of(account(account, state));
    }

    /** How this account's challenges in the app go from now on. */
    public void challengeFlow(String account, ChallengeFlow flow) {
        change(state -> state.challengeFlows().set(account(account, state), flow, state.journal()));
    }

    /** Makes accounts {@code prefix.1}, {@code prefix.2} … that are signed in. Their number goes on where the prefix was left. */
    public List<Session> makeAccounts(String prefix, int count) {
        return ask(state -> state.makeAccounts(prefix, count, true));
    }

    /** A new session of an account, without any client and without a second factor: for what begins signed in. */
    public Session signIn(String account) {
        return ask(
                state -> state.sessions().open(account(account, state), Device.madeUp(), state.now(), state.journal()));
    }

    /** Everybody in the seeded world, private and deleted people included. */
    public List<Person> people() {
        return current.get().world().people().all();
    }

    /** The newest posts under a hashtag, deleted people's left out, newest first. */
    public List<Post> posts(String hashtag, int count) {
        SandboxState state = current.get();
        Hashtags hashtags = state.world().hashtags();
        return hashtags.named(hashtag).stream()
                .flatMap(tag -> hashtags.recent(tag, state.clock().instant(), null, tag.listed()).stream())
                .filter(post -> !post.owner().deleted())
                .limit(count)
                .toList();
    }

    /** What somebody has posted, as far as hashtags list it, and published, newest first. */
    public List<Post> posts(Person owner) {
        return PostLists.in(current.get()).of(owner);
    }

    /** Who likes a post now: those who asked for it first. Deleted people are left out. */
    public List<Person> likers(Post post) {
        return PostLikers.in(current.get()).of(post);
    }

    /** What somebody shows now, oldest first. */
    public List<Story> stories(Person person) {
        SandboxState state = current.get();
        return state.world().stories().of(person, state.clock().instant());
    }

    /** The official API's settings, tokens and webhooks. */
    public Dashboard dashboard() {
        return new Dashboard(current, webhooks);
    }

    /** The time by the sandbox's own clock. */
    public Instant now() {
        return current.get().clock().instant();
    }

    /** Sets the sandbox's clock; it goes on from there. */
    public void setNow(Instant now) {
        change(state -> state.clock().set(now, state.journal()));
    }

    /** Sets the sandbox's clock ahead, or back if negative; it goes on from there. */
    public void advance(Duration by) {
        change(state -> state.clock().advance(by, state.journal()));
    }

    /** Forgets everything that happened; the world of the same seed begins again. */
    public void reset() {
        reset(current.get().seed());
    }

    /** Forgets everything that happened, and begins the world of this seed. */
    public void reset(long seed) {
        current.reset(seed);
    }

    @Override
    public void close() {
        doors.close();
        webhooks.close();
        current.close();
    }

    private SandboxServer started() {
        try {
            doors.open();
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void change(Consumer<SandboxState> change) {
        ask(state -> {
            change.accept(state);
            return state;
        });
    }

    private <T> T ask(Function<SandboxState, T> question) {
        SandboxState state = current.get();
        T answer = question.apply(state);
        state.journal().flush();
        return answer;
    }

    private static Account account(String username, SandboxState state) {
        return state.accounts()
                .withUsername(username)
                .orElseThrow(() -> new IllegalArgumentException("The sandbox has no account " + username));
    }

    /** How a sandbox is to be. */
    public static final class Builder {
        private static final int HIGHEST_PORT = 65_535;

        private String host = "127.0.0.1";
        private int port;
        private long seed = 1;
        private @Nullable Path dataDir;
        private DoorSettings.@Nullable Secure secure;
        private Clock clock = Clock.systemUTC();

        private Builder() {}

        /** The address to listen at; loopback by default, as nothing here asks who is calling. */
        public Builder host(String address) {
            host = address;
            return this;
        }

        /** 0, the default, takes a free one. */
        public Builder port(int number) {
            port = checked(number);
            return this;
        }

        /** Opens HTTPS, and a proxy whose {@code CONNECT} leads to it, at these ports; 0 takes a free one. Closed by default. */
        public Builder secure(int httpsPort, int proxyPort) {
            secure = new DoorSettings.Secure(checked(httpsPort), checked(proxyPort));
            return this;
        }

        /** Decides people, posts and seeded follows. A data folder that has a world keeps its own. */
        public Builder seed(long number) {
            seed = number;
            return this;
        }

        /** Where everything that happens is kept; without it, it is gone with the process. */
        public Builder dataDir(Path folder) {
            dataDir = folder;
            return this;
        }

        /** The clock from which the sandbox's own starts. */
        public Builder clock(Clock base) {
            clock = base;
            return this;
        }

        private static int checked(int port) {
            if (port < 0 || port > HIGHEST_PORT) {
                throw new IllegalArgumentException("A port is between 0 and " + HIGHEST_PORT + ", not " + port);
            }
            return port;
        }

        private DoorSettings doors() {
            return new DoorSettings(host, port, secure, dataDir);
        }

        /** Throws when the port is taken, or another process uses the data folder. */
        public SandboxServer start() {
            return new SandboxServer(this).started();
        }
    }
}
