package dev.parley.instagram.graph;

import dev.parley.instagram.Capability;
import dev.parley.instagram.Driver;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.Person;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.SessionSnapshot;
import dev.parley.instagram.contract.DriverKit;
import dev.parley.sandbox.SandboxServer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;

/** The graph driver, with Instagram's login, as the contract's suites meet it. */
public final class GraphKit implements DriverKit {

    private static final Map<String, String> SKIPPED = Map.of(
            "writes_again_into_the_conversation_that_it_was_told",
            "the official API does not say into which conversation a message went",
            "is_asked_twice_with_one_token_and_sends_once",
            "the official API knows no tokens that make sending idempotent",
            "a_lost_answer_neither_loses_nor_doubles_the_message",
            "the official API knows no tokens: a lost answer is told from the echo, not by sending again",
            "says_that_somebody_takes_no_messages",
            "nobody is written to who has not written first, whatever they take",
            "pages_through_the_inbox_and_through_a_conversation_to_their_ends",
            "of all but the newest twenty messages the official API tells no more than that they exist",
            "finds_a_stranger_among_the_requests_and_accepts",
            "the official API has no requests: all conversations are in one list",
            "declines_a_request",
            "the official API has no requests: all conversations are in one list");

    @Override
    public Driver driver(SandboxServer sandbox, Duration deadline) {
        return new TestingDrivers(sandbox).driver(GraphLogin.INSTAGRAM, deadline);
    }

    @Override
    public Map<Capability, String> missing() {
        Map<Capability, String> reasons = new EnumMap<>(Capability.class);
        EnumSet.of(
                        Capability.FRIENDSHIP,
                        Capability.FOLLOW,
                        Capability.FOLLOW_LISTS,
                        Capability.LIKE,
                        Capability.LIKERS,
                        Capability.POSTS,
                        Capability.FEED,
                        Capability.STORIES)
                .forEach(capability -> reasons.put(capability, "the official API does not have it"));
        reasons.put(Capability.SIGN_IN, "owners sign in on Instagram's page: AUTHORIZATION");
        reasons.put(Capability.SESSION, "asks who is signed in, but only the owner can take a token back");
        reasons.put(Capability.PEOPLE, "only with Facebook's login, and businesses only");
        reasons.put(Capability.HASHTAG, "posts come without their owners, and with Facebook's login only");
        return reasons;
    }

    @Override
    public Optional<String> skips(String test) {
        return Optional.ofNullable(SKIPPED.get(test));
    }

    @Override
    public SessionSnapshot session(Driver driver, SandboxServer sandbox, String account) {
        return TestingDrivers.signIn((GraphDriver) driver, account).session();
    }

    @Override
    public Person person(dev.parley.sandbox.world.Person somebody, Instagram instagram, SandboxServer sandbox) {
        String number = sandbox.dashboard()
                .personNumber(somebody.username(), instagram.session().username());
        return new Person(new PersonId(number), somebody.username());
    }

    /** Somebody who has written first. */
    @Override
    public Person correspondent(dev.parley.sandbox.world.Person somebody, Instagram instagram, SandboxServer sandbox) {
        sandbox.write(somebody.username(), instagram.session().username(), "Hello");
        return person(somebody, instagram, sandbox);
    }
}
