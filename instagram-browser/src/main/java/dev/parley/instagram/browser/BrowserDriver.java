package dev.parley.instagram.browser;

import dev.parley.instagram.Capability;
import dev.parley.instagram.DeviceIdentity;
import dev.parley.instagram.Driver;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.MessageRules;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.PendingSignIn;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.SessionSnapshot;
import dev.parley.instagram.SignIn;
import dev.parley.instagram.SignInOutcome;
import dev.parley.instagram.VerificationMethod;
import dev.parley.instagram.browser.chromium.Chromium;
import dev.parley.instagram.browser.chromium.StorageState;
import dev.parley.instagram.browser.chromium.Tabs;
import dev.parley.instagram.browser.chromium.Workers;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Works an account on instagram.com, in Chromium, as a person does.
 *
 * <pre>{@code
 * try (BrowserDriver driver = BrowserDriver.builder().build()) {
 *     SignInOutcome outcome = driver.signIn(new SignIn("alma.plain", password, driver.newIdentity(), null));
 * }
 * }</pre>
 *
 * <p>Thread-safe; one driver serves all accounts. A few workers have a browser each; an account has a context of its own in one of them, with its
 * cookies, opened when it is needed and closed when others need the room. Browsers are started at the first call. Each call ends within the
 * call deadline, and changes something at most once.
 *
 * <p>Only what agrees to nothing is pressed by itself ("Not now", declining optional cookies). Terms, warnings and whatever asks the owner to prove who
 * they are end the call as a refusal that names it. Nothing is disguised: the browser says that it is Chromium, and which.
 *
 * <p>Instagram's terms do not allow this way of working an account; the owner risks losing it and must know so.
 *
 * <p>Source of the facts about the site: public automation projects of 2023 to 2026. Nothing was verified with the live service.
 */
public final class BrowserDriver implements Driver {

    /** What {@link #name()} answers. */
    public static final String NAME = "browser";

    private final Settings settings;
    private final Chromium chromium;
    private final @Nullable Workers ownWorkers;
    private final Tabs tabs;
    private final Errands errands;
    private final SigningIn signingIn;

    /** @param ownWorkers to be closed with the driver; null if somebody else does that */
    BrowserDriver(Settings settings, Chromium chromium, Tabs tabs, @Nullable Workers ownWorkers) {
        this.settings = settings;
        this.chromium = chromium;
        this.ownWorkers = ownWorkers;
        this.tabs = tabs;
        this.errands = new Errands(tabs, settings);
        this.signingIn = new SigningIn(errands);
    }

    /** Begins with the defaults. */
    public static BrowserDriverBuilder builder() {
        return new BrowserDriverBuilder();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration callDeadline() {
        return settings.callDeadline();
    }

    /** Whether there is a Chromium: on this machine, downloaded by Playwright, or one that was named. */
    @Override
    public boolean isEquipped() {
        return chromium.exists();
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(
                Capability.SIGN_IN,
                Capability.SESSION,
                Capability.PEOPLE,
                Capability.HASHTAG,
                Capability.LIKE,
                Capability.STORIES,
                Capability.FRIENDSHIP,
                Capability.FOLLOW,
                Capability.FOLLOW_LISTS,
                Capability.SEND,
                Capability.CONVERSATIONS);
    }

    /** Texts and links of at most 1,000 characters. */
    @Override
    public MessageRules messageRules() {
        return Sending.RULES;
    }

    /** English, and a window of 1280 by 900 points: the same for all accounts. */
    @Override
    public DeviceIdentity newIdentity() {
        return BrowserIdentity.USUAL.identity();
    }

    /**
     * {@inheritDoc} It is typed into the site's own form, which encrypts it or not.
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
     * <p>Codes are digits; spaces and hyphens between them are ignored, and eight digits count as a backup code where the page takes such. As long as
     * a method is to be chosen, this answers {@link SignInOutcome.NeedsVerification} and sends nothing.
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
     * @throws IllegalArgumentException if the session is another driver's, its identity, proxy or state cannot be used, or it was signed in with
     *     another identity or proxy
     */
    @Override
    public Instagram open(SessionSnapshot session) {
        requireOwn(session.driver());
        return new BrowserInstagram(new Seat(errands, session));
    }

    /**
     * What the account's page looks like just now, fit to be kept and shown; the site's first page where none is open.
     *
     * @throws IllegalArgumentException if the account was opened by another driver
     */
    public Outcome<Sight> look(Instagram opened) {
        if (opened instanceof BrowserInstagram own) {
            return own.look();
        }
        throw new IllegalArgumentException("opened by another driver than " + NAME);
    }

    /**
     * Takes over a session that was signed in elsewhere, without asking Instagram.
     *
     * @param cookies by name: {@code sessionid}, {@code ds_user_id}, {@code csrftoken}, {@code mid}, {@code rur} as far as known
     * @throws IllegalArgumentException if the identity is another driver's or incomplete, or the proxy is not an HTTP proxy
     */
    public SessionSnapshot adopt(
            PersonId account,
            String username,
            DeviceIdentity identity,
            @Nullable URI proxy,
            Map<String, String> cookies) {
        BrowserIdentity.of(identity).through(proxy);
        String storage = StorageState.of(URI.create(settings.base()), cookies);
        String state = new SessionState(storage, Bond.of(identity, proxy)).toJson();
        return new SessionSnapshot(NAME, account, username, identity, proxy, state);
    }

    private static void requireOwn(String driver) {
        if (!driver.equals(NAME)) {
            throw new IllegalArgumentException("made by the driver " + driver + ", not by " + NAME);
        }
    }

    /** Ends the browsers, and calls under way with them. */
    @Override
    public void close() {
        tabs.close();
        if (ownWorkers != null) {
            ownWorkers.close();
        }
    }
}
