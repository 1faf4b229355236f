package dev.parley.instagram.mobile;

import dev.parley.instagram.Capability;
import dev.parley.instagram.DeviceIdentity;
import dev.parley.instagram.Driver;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.MessageRules;
import dev.parley.instagram.PendingSignIn;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.SessionSnapshot;
import dev.parley.instagram.SignIn;
import dev.parley.instagram.SignInOutcome;
import dev.parley.instagram.VerificationMethod;
import dev.parley.instagram.http.Limits;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Works an account the way the Android app does, over the app's HTTP API.
 *
 * <pre>{@code
 * try (MobileDriver driver = MobileDriver.builder().build()) {
 *     SignInOutcome outcome = driver.signIn(new SignIn("alma.plain", password, driver.newIdentity(), null));
 * }
 * }</pre>
 *
 * <p>Thread-safe; one driver serves all accounts and shares its connections among them. Cookies and tokens belong to one
 * account's session and are never shared. Each call is at most one request (steps of signing in: up to four), never repeated,
 * with no redirect followed, and ends within the call deadline.
 *
 * <p>Instagram's terms do not allow this way of working an account; the owner risks losing it and must know so.
 *
 * <p>Source of the protocol facts: what public client libraries send and read, as recorded against a local server. Nothing was
 * verified with the live service.
 */
public final class MobileDriver implements Driver {

    /** What {@link #name()} answers. */
    public static final String NAME = "mobile";

    private final Settings settings;
    private final Network network;
    private final SigningIn signingIn;

    MobileDriver(Settings settings, Network network) {
        this.settings = settings;
        this.network = network;
        this.signingIn = new SigningIn(network, settings);
    }

    /** Begins with the defaults; see {@link Builder}. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration callDeadline() {
        return settings.limits().callDeadline();
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(
                Capability.SIGN_IN,
                Capability.SESSION,
                Capability.PEOPLE,
                Capability.HASHTAG,
                Capability.FRIENDSHIP,
                Capability.FOLLOW,
                Capability.FOLLOW_LISTS,
                Capability.LIKE,
                Capability.LIKERS,
                Capability.POSTS,
                Capability.FEED,
                Capability.STORIES,
                Capability.CONVERSATIONS,
                Capability.SEND);
    }

    /** Texts and links of at most 1,000 characters. */
    @Override
    public MessageRules messageRules() {
        return Sending.RULES;
    }

    /**
     * A new phone: random {@code uuid}, {@code phone_id}, {@code advertising_id} and {@code android_device_id}; model, app
     * version and locale are the same for all.
     */
    @Override
    public DeviceIdentity newIdentity() {
        return Device.create(settings.random()).identity();
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the identity is another driver's or incomplete, or the proxy is not an HTTP proxy
     */
    @Override
    public SignInOutcome signIn(SignIn request) {
        return signingIn.begin(request);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Codes are digits; spaces and hyphens between them are ignored, and eight digits count as a backup code whatever the
     * method. As long as a method is to be chosen, this answers {@link SignInOutcome.NeedsVerification} and sends nothing.
     *
     * @throws IllegalArgumentException if the pending sign-in is not this driver's
     */
    @Override
    public SignInOutcome answer(PendingSignIn pending, String code) {
        requireOwn(pending.driver());
        return signingIn.answer(pending, code);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the pending sign-in is not this driver's, or the method is not offered
     */
    @Override
    public SignInOutcome sendCode(PendingSignIn pending, @Nullable VerificationMethod method) {
        requireOwn(pending.driver());
        return signingIn.sendCode(pending, method);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the session is another driver's, or its identity, proxy or state cannot be used
     */
    @Override
    public Instagram open(SessionSnapshot session) {
        requireOwn(session.driver());
        Device device = new Device(session.identity());
        SessionState state = SessionState.fromJson(session.state());
        Line line = network.line(device, session.proxy(), session.account(), state);
        return new MobileInstagram(line, device, session, settings);
    }

    /**
     * Takes over a session that was signed in elsewhere, without asking Instagram.
     *
     * @param authorization the Authorization header of the session
     * @param cookies by name: {@code sessionid}, {@code ds_user_id}, {@code csrftoken}, {@code mid}, {@code rur} as far as known
     */
    public SessionSnapshot adopt(
            PersonId account,
            String username,
            DeviceIdentity identity,
            @Nullable URI proxy,
            String authorization,
            Map<String, String> cookies) {
        SessionState state = new SessionState(
                signingIn.newLogSession(),
                authorization,
                "0",
                cookies.get("mid"),
                new TreeMap<>(cookies),
                new TreeMap<>());
        return new SessionSnapshot(NAME, account, username, new Device(identity).identity(), proxy, state.toJson());
    }

    private static void requireOwn(String driver) {
        if (!driver.equals(NAME)) {
            throw new IllegalArgumentException("made by the driver " + driver + ", not by " + NAME);
        }
    }

    /** Closes idle connections; calls under way end on their own. */
    @Override
    public void close() {
        network.close();
    }

    /** Settings of a driver; each has a default. */
    public static final class Builder {

        private URI apiBase = URI.create("https://i.instagram.com");
        private Limits limits = Limits.DEFAULT;
        private Clock clock = Clock.systemUTC();
        private SecureRandom random = new SecureRandom();

        private Builder() {}

        /** Where the API is: scheme, host and port. Default {@code https://i.instagram.com}. */
        public Builder apiBase(URI apiBase) {
            this.apiBase = apiBase;
            return this;
        }

        /** The longest time for a name look-up, and for a connection. Default 5 s. */
        public Builder connectDeadline(Duration connectDeadline) {
            limits = limits.withConnectDeadline(connectDeadline);
            return this;
        }

        /** The longest time for a whole call, all its requests together. Default 20 s. */
        public Builder callDeadline(Duration callDeadline) {
            limits = limits.withCallDeadline(callDeadline);
            return this;
        }

        /** The largest answer that is read, in bytes after decompression. Default 4 MiB. */
        public Builder largestAnswer(int bytes) {
            limits = limits.withLargestAnswer(bytes);
            return this;
        }

        /** The clock for times that are sent. Default the system's. Deadlines follow the monotonic clock. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** The source of keys and device ids. Default a new {@link SecureRandom}. */
        public Builder random(SecureRandom random) {
            this.random = random;
            return this;
        }

        /**
         * The driver; it connects at the first call.
         *
         * @throws IllegalArgumentException if the API's base is not an address of scheme http or https
         */
        public MobileDriver build() {
            HttpUrl base = HttpUrl.get(apiBase);
            if (base == null) {
                throw new IllegalArgumentException("not an http or https address: " + apiBase);
            }
            HttpUrl origin = new HttpUrl.Builder()
                    .scheme(base.scheme())
                    .host(base.host())
                    .port(base.port())
                    .build();
            Settings settings = new Settings(origin, limits, clock, random);
            return new MobileDriver(settings, new Network(settings));
        }
    }
}
