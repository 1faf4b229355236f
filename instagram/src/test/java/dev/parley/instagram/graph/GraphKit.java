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
        return Map.of(
                Capability.SIGN_IN, "owners sign in on Instagram's page: AUTHORIZATION",
                Capability.SESSION, "asks who is signed in, but only the owner can take a token back",
                Capability.PEOPLE, "only with Facebook's login, and businesses only",
                Capability.HASHTAG, "posts come without their owners, and with Facebook's login only",
                Capability.FRIENDSHIP, "the official API does not have it",
                Capability.FOLLOW, "the official API does not have it",
                Capability.FOLLOW_LISTS, "the official API does not have it",
                Capability.LIKE, "the official API does not have it",
                Capability.STORIES, "the official API does not have it");
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
