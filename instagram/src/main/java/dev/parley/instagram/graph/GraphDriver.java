package dev.parley.instagram.graph;

import dev.parley.instagram.AuthorizationRequest;
import dev.parley.instagram.Capability;
import dev.parley.instagram.DeviceIdentity;
import dev.parley.instagram.Driver;
import dev.parley.instagram.MessageRules;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.SessionSnapshot;
import dev.parley.instagram.SessionValidity;
import dev.parley.instagram.SignInOutcome;
import dev.parley.instagram.http.Limits;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to Meta's official API, with Instagram's or Facebook's login. Each request is sent once, never repeated, with no redirect
 * followed, and each call ends within the call deadline. Tokens travel in a header; only the calls about tokens have to put them into the
 * address, as their protocol says.
 *
 * <p>Source of the protocol facts: Meta's documentation and samples, and working clients where those are silent. Nothing was verified with
 * the live service.
 */
public final class GraphDriver implements Driver {

    /** What {@link #name()} answers. */
    public static final String NAME = "graph";

    private static final Duration RENEWABLE_AFTER = Duration.ofHours(24);

    private final Settings settings;
    private final Network network;
    private final Authorizing authorizing;

    GraphDriver(Settings settings, Network network) {
        this.settings = settings;
        this.network = network;
        this.authorizing = new Authorizing(
                switch (settings.login()) {
                    case INSTAGRAM -> new InstagramAuthorization(network);
                    case FACEBOOK -> new FacebookAuthorization(network);
                });
    }

    /** Begins with the defaults; see {@link Builder}. */
    public static Builder builder(GraphLogin login, GraphApp app) {
        return new Builder(login, app);
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
        EnumSet<Capability> all = EnumSet.of(
                Capability.AUTHORIZATION,
                Capability.COMMENT,
                Capability.CONVERSATIONS,
                Capability.SEND,
                Capability.SIGNAL,
                Capability.PUBLISH,
                Capability.INSIGHTS,
                Capability.EVENTS);
        if (settings.login() == GraphLogin.FACEBOOK) {
            all.add(Capability.PEOPLE);
        }
        return all;
    }

    @Override
    public MessageRules messageRules() {
        return ContentRules.RULES;
    }

    /** The official API knows no devices: all identities are alike. */
    @Override
    public DeviceIdentity newIdentity() {
        return new DeviceIdentity(NAME, Map.of());
    }

    /**
     * {@inheritDoc}
     *
     * <p>Fact: only Instagram's page can be told to have the owner sign in afresh.
     */
    @Override
    public Outcome<URI> authorizationPage(AuthorizationRequest request) {
        requireOwn(request.identity().driver());
        return new Outcome.Done<>(authorizing.page(request));
    }

    /**
     * {@inheritDoc}
     *
     * <p>With Facebook's login an owner may have agreed for several accounts: then the request has to name one.
     */
    @Override
    public SignInOutcome authorize(AuthorizationRequest request, Map<String, String> broughtBack) {
        requireOwn(request.identity().driver());
        return authorizing.authorize(request, broughtBack);
    }

    /**
     * Signs in with a long-lived token that was made elsewhere, such as on the app's dashboard: of an Instagram user, or with Facebook's
     * login of the pages' owner. Its end is not known.
     */
    public SignInOutcome adopt(AuthorizationRequest request, String token) {
        requireOwn(request.identity().driver());
        return authorizing.adopt(request, token);
    }

    @Override
    public SessionValidity validity(SessionSnapshot session) {
        requireOwn(session.driver());
        GraphSession state = GraphSession.fromJson(session.state());
        Duration age = state.login() == GraphLogin.INSTAGRAM ? RENEWABLE_AFTER : Duration.ZERO;
        return new SessionValidity(state.expiresAt(), state.issuedAt().plus(age));
    }

    @Override
    public Outcome<SessionSnapshot> renew(SessionSnapshot session) {
        requireOwn(session.driver());
        return authorizing.renew(session);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the session is another driver's or of the other login, or its proxy or state cannot be used
     */
    @Override
    public GraphInstagram open(SessionSnapshot session) {
        requireOwn(session.driver());
        GraphSession state = GraphSession.fromJson(session.state());
        if (state.login() != settings.login()) {
            throw new IllegalArgumentException("a session of the login " + state.login());
        }
        return new OpenAccount(session, account(state, session.account(), session.username(), session.proxy()));
    }

    Account account(GraphSession state, PersonId id, String username, @Nullable URI proxy) {
        return new Account(network.line(proxy), state, id, username);
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

        private final GraphLogin login;
        private final GraphApp app;
        private GraphHosts hosts = GraphHosts.LIVE;
        private String version = "v25.0";
        private List<String> permissions;
        private boolean proveSecret;
        private Limits limits = Limits.DEFAULT;
        private Clock clock = Clock.systemUTC();

        private Builder(GraphLogin login, GraphApp app) {
            this.login = login;
            this.app = app;
            this.permissions = login.permissions();
        }

        /** Where the API is. Default {@link GraphHosts#LIVE}. */
        public Builder hosts(GraphHosts hosts) {
            this.hosts = hosts;
            return this;
        }

        /** Which version of the API is asked. Default {@code v25.0}, which Meta keeps until July 2028. */
        public Builder version(String version) {
            if (!version.matches("v[0-9]{1,3}\\.[0-9]")) {
                throw new IllegalArgumentException("a version looks like v25.0, not " + version);
            }
            this.version = version;
            return this;
        }

        /** What owners are asked to agree to. Default all that the driver needs: {@link GraphLogin#permissions()}. */
        public Builder permissions(List<String> permissions) {
            this.permissions = List.copyOf(permissions);
            return this;
        }

        /** Whether each call proves that it knows the app's secret, as apps may be set to demand. Default no. */
        public Builder proveSecret(boolean prove) {
            this.proveSecret = prove;
            return this;
        }

        /** The longest time for a name look-up, and for a connection. Default 5 s. */
        public Builder connectDeadline(Duration connectDeadline) {
            limits = limits.withConnectDeadline(connectDeadline);
            return this;
        }

        /** The longest time for an exchange, and for all exchanges of a sign-in together. Default 20 s. */
        public Builder callDeadline(Duration callDeadline) {
            limits = limits.withCallDeadline(callDeadline);
            return this;
        }

        /** The largest answer that is read, in bytes after decompression. Default 4 MiB. */
        public Builder largestAnswer(int bytes) {
            limits = limits.withLargestAnswer(bytes);
            return this;
        }

        /** The clock by which tokens and windows end. Default the system's. Deadlines follow the monotonic clock. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /**
         * The driver; it connects at the first call.
         *
         * @throws IllegalArgumentException if a host is not an address of scheme http or https
         */
        public GraphDriver build() {
            List.of(
                            hosts.instagramPages(),
                            hosts.instagramTokens(),
                            hosts.instagramGraph(),
                            hosts.facebookPages(),
                            hosts.facebookGraph())
                    .forEach(Builder::requireHttp);
            Settings settings = new Settings(login, app, hosts, version, permissions, proveSecret, limits, clock);
            return new GraphDriver(settings, new Network(settings));
        }

        private static void requireHttp(URI host) {
            if (HttpUrl.get(host) == null) {
                throw new IllegalArgumentException("not an http or https address: " + host);
            }
        }
    }
}
