package dev.parley.instagram.browser;

import dev.parley.instagram.Capability;
import dev.parley.instagram.Driver;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.SessionSnapshot;
import dev.parley.instagram.browser.testing.TestingChromium;
import dev.parley.instagram.contract.DriverKit;
import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The browser driver as the contract's suites meet it. */
final class BrowserKit implements DriverKit {

    private static final String NOT_BUILT = "not built yet";

    /** A page needs some time before there is anything on it to press. */
    private static final Duration SHORTEST = Duration.ofSeconds(8);

    private static final int CONNECTIONS_TO_A_SITE = 6;

    private static final String NO_TOKEN =
            "the website takes no token from its user: asked twice, it sends twice; what was sent is found by looking";

    @Override
    public Driver driver(SandboxServer sandbox, Duration deadline) {
        return BrowserDriver.builder()
                .site(URI.create(sandbox.baseUrl()))
                .callDeadline(deadline.compareTo(SHORTEST) < 0 ? SHORTEST : deadline)
                .sharing(TestingChromium.shared())
                .build();
    }

    /** By cookies: signing in on the site's pages is shown by its own suite, and takes several of them. */
    @Override
    public SessionSnapshot session(Driver driver, SandboxServer sandbox, String account) {
        Session session = sandbox.signIn(account);
        String id = Long.toString(session.account().id());
        return ((BrowserDriver) driver)
                .adopt(
                        new PersonId(id),
                        account,
                        driver.newIdentity(),
                        null,
                        Map.of(
                                "sessionid",
                                session.sessionId(),
                                "ds_user_id",
                                id,
                                "csrftoken",
                                session.csrfToken(),
                                "mid",
                                session.mid()));
    }

    @Override
    public Map<Capability, String> missing() {
        return Map.of(
                Capability.AUTHORIZATION,
                "the site signs in with a password",
                Capability.LIKERS,
                NOT_BUILT,
                Capability.POSTS,
                NOT_BUILT,
                Capability.FEED,
                NOT_BUILT,
                Capability.COMMENT,
                NOT_BUILT,
                Capability.SIGNAL,
                NOT_BUILT,
                Capability.PUBLISH,
                NOT_BUILT,
                Capability.INSIGHTS,
                "the site has them on pages for professionals, which are not built",
                Capability.EVENTS,
                "the site is told over a connection of its own, which is not built");
    }

    @Override
    public Set<Fault> faults() {
        return EnumSet.complementOf(EnumSet.of(Fault.GRAPH_ERROR));
    }

    /**
     * When a connection that was used before breaks without an answer, Chromium asks again: on others that were used before, of which
     * it keeps six at most, and then on a new one.
     */
    @Override
    public int requestsMeeting(Fault fault) {
        return fault == Fault.DROP ? CONNECTIONS_TO_A_SITE + 1 : 1;
    }

    /** A post is read on its page, which cannot say everything that a script is told. */
    @Override
    public Class<?> expected(Call call, Fault fault) {
        if (call != Call.MEDIA) {
            return DriverKit.super.expected(call, fault);
        }
        return switch (fault) {
            case BAD_PASSWORD, PRIVATE_ACCOUNT, MESSAGES_REFUSED -> Outcome.Done.class;
            case USER_NOT_FOUND -> Refusal.MediaUnavailable.class;
            default -> DriverKit.super.expected(call, fault);
        };
    }

    @Override
    public Optional<String> skips(String test) {
        return switch (test) {
            case "is_asked_twice_with_one_token_and_sends_once",
                    "a_lost_answer_neither_loses_nor_doubles_the_message" -> Optional.of(NO_TOKEN);
            default -> Optional.empty();
        };
    }
}
