package dev.parley.instagram.browser;

import dev.parley.instagram.browser.chromium.Chromium;
import dev.parley.instagram.browser.chromium.LaunchSettings;
import dev.parley.instagram.browser.chromium.Tabs;
import dev.parley.instagram.browser.chromium.Workers;
import dev.parley.instagram.browser.finder.AgentQl;
import dev.parley.instagram.browser.finder.ElementFinder;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link BrowserDriver}; each has a default. */
public final class BrowserDriverBuilder {

    private static final int USUAL_WORKERS = 2;
    private static final int USUAL_OPEN_ACCOUNTS = 20;
    private static final Duration USUAL_DEADLINE = Duration.ofSeconds(45);

    private URI site = URI.create("https://www.instagram.com");
    private Duration callDeadline = USUAL_DEADLINE;
    private int workers = USUAL_WORKERS;
    private int openAccounts = USUAL_OPEN_ACCOUNTS;
    private LaunchSettings launch = LaunchSettings.usual();
    private FailureRecorder recorder = FailureRecorder.NONE;
    private ElementFinder finder = ElementFinder.NONE;
    private @Nullable Workers shared;

    BrowserDriverBuilder() {}

    /** Where the site is: scheme, host and port. Default {@code https://www.instagram.com}. */
    public BrowserDriverBuilder site(URI site) {
        this.site = site;
        return this;
    }

    /** The longest time for a whole call, starting a browser included. Default 45 s. */
    public BrowserDriverBuilder callDeadline(Duration callDeadline) {
        if (callDeadline.isNegative() || callDeadline.isZero()) {
            throw new IllegalArgumentException("the call deadline must be positive, not " + callDeadline);
        }
        this.callDeadline = callDeadline;
        return this;
    }

    /** How many browsers run at most, each with a thread. Default 2. */
    public BrowserDriverBuilder workers(int workers) {
        this.workers = workers;
        return this;
    }

    /** How many accounts are open at a time; others are opened again from their cookies when needed. Default 20. */
    public BrowserDriverBuilder openAccounts(int openAccounts) {
        this.openAccounts = openAccounts;
        return this;
    }

    /**
     * How many bytes a browser on this machine may take for itself: above it is replaced as soon as no call uses it, and accounts are opened
     * again from their cookies. Known on Linux only. Default 0, no limit.
     */
    public BrowserDriverBuilder mostMemory(long bytes) {
        this.launch = launch.withMostMemory(bytes);
        return this;
    }

    /** Where the browser comes from. Default this machine's, else the one that Playwright has downloaded. */
    public BrowserDriverBuilder chromium(Chromium chromium) {
        this.launch = launch.with(chromium);
        return this;
    }

    /** Without windows. Default true. */
    public BrowserDriverBuilder headless(boolean headless) {
        this.launch = launch.withHeadless(headless);
        return this;
    }

    /** With Chromium's own sandbox. Default true, except for root, for whom Chromium does not start with it. */
    public BrowserDriverBuilder sandboxed(boolean sandboxed) {
        this.launch = launch.withSandboxed(sandboxed);
        return this;
    }

    /** Who gets to know what the browser saw when a call failed. Default {@link FailureRecorder#NONE}. */
    public BrowserDriverBuilder failureRecorder(FailureRecorder recorder) {
        this.recorder = recorder;
        return this;
    }

    /**
     * Whether AgentQL, a service of others that is paid by the question, may be asked where the driver itself does not find the Follow button of a
     * profile or the field of a conversation. Then the service gets to know how such a page is built: kinds of elements, and the plain words of its
     * buttons or fields, but no names, messages, addresses or what was typed. Default no.
     *
     * @param key of an account there
     * @param mayKnowPages whether the owner has agreed to that; false leaves the service out
     * @throws IllegalArgumentException if this cannot be a key; it is not quoted
     */
    public BrowserDriverBuilder agentQl(String key, boolean mayKnowPages) {
        return finder(mayKnowPages ? new AgentQl(key) : ElementFinder.NONE);
    }

    BrowserDriverBuilder finder(ElementFinder finder) {
        this.finder = finder;
        return this;
    }

    /** Browsers that others use too, and that are not closed with the driver. */
    BrowserDriverBuilder sharing(Workers workers) {
        this.shared = workers;
        return this;
    }

    /**
     * The driver; it starts browsers at the first call.
     *
     * @throws IllegalArgumentException if the site is no address of scheme http or https, or a number is below one
     */
    public BrowserDriver build() {
        Workers used = shared == null ? new Workers(launch, workers) : shared;
        return new BrowserDriver(
                new Settings(origin(), callDeadline, recorder, finder),
                launch.chromium(),
                new Tabs(used, openAccounts),
                shared == null ? used : null);
    }

    private String origin() {
        if (!List.of("http", "https").contains(String.valueOf(site.getScheme())) || site.getHost() == null) {
            throw new IllegalArgumentException("not an http or https address: " + site);
        }
        return site.getScheme() + "://" + site.getAuthority();
    }
}
