package dev.parley.instagram.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.Content;
import dev.parley.instagram.Conversation;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.Message.Body;
import dev.parley.instagram.MessageToken;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.OutgoingMessage;
import dev.parley.instagram.OutgoingMessage.Recipient;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Refusal;
import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.message.MessageTruth;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.Fault;
import dev.parley.sandbox.script.ScriptedFault;
import dev.parley.sandbox.website.variant.Dimension;
import dev.parley.sandbox.website.variant.Variant;
import dev.parley.sandbox.world.Person;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages, in all forms of the pages that are passed on the way to them. */
class MessageVariantsTest extends SiteVariants {

    MessageVariantsTest(SandboxServer sandbox) {
        super(sandbox);
    }

    static Stream<Variant> variants() {
        return of(
                Dimension.COOKIES,
                Dimension.SAVE_INFO,
                Dimension.NOTIFICATIONS,
                Dimension.MESSAGE,
                Dimension.CHAT,
                Dimension.COMPOSER,
                Dimension.THREAD,
                Dimension.INVITE,
                Dimension.SUGGESTIONS,
                Dimension.QUOTED_WORDS);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("variants")
    void sends_and_reads_whatever_the_site_looks_like(Variant variant) {
        sandbox.website().variant(variant);

        sendsAndReads(signedIn());
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("searches")
    void chooses_the_right_one_where_the_profile_leads_nowhere(Variant variant) {
        sandbox.website().variant(Variant.MESSAGE_ABSENT).variant(variant);

        sendsAndReads(signedIn());
    }

    static Stream<Variant> searches() {
        return Stream.of(Variant.COMPOSE_NEXT, Variant.NAMES_COLLIDING);
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 11, 42})
    void sends_and_reads_whatever_comes_together(long seed) {
        Instagram instagram = signedIn();
        sandbox.website().byChance(seed).variant(Variant.COOKIES_DIV);

        sendsAndReads(instagram);
    }

    @Test
    void keeps_the_lines_of_a_message() {
        Person somebody = world().somebody();

        assertThat(signedIn().send(to(somebody, "One\nTwo"))).isInstanceOf(Outcome.Done.class);

        assertThat(sandbox.messages(ALMA)).extracting(MessageTruth::text).containsExactly("One\nTwo");
    }

    @Test
    void the_same_words_as_before_are_a_message_of_their_own() {
        Instagram instagram = signedIn();
        Person somebody = world().somebody();
        sandbox.write(ALMA, somebody.username(), "Hello");

        assertThat(instagram.send(to(somebody, "Hello"))).isInstanceOf(Outcome.Done.class);

        assertThat(sandbox.messages(ALMA)).extracting(MessageTruth::text).containsExactly("Hello", "Hello");
    }

    @Test
    void a_lost_answer_is_found_by_looking_and_came_once() {
        Instagram instagram = signedIn();
        Person somebody = world().somebody();
        sandbox.script(ScriptedFault.of(Call.SEND, Fault.DROP).times(1).afterTheEffect());

        Outcome<?> outcome = instagram.send(to(somebody, "Hello"));

        assertThat(outcome)
                .satisfiesAnyOf(
                        sent -> assertThat(sent).isInstanceOf(Outcome.Done.class),
                        sent -> assertThat(((Refusal.Failure) ((Outcome.Refused<?>) sent).refusal()).mayHaveHappened())
                                .isTrue());
        assertThat(found(instagram, somebody)).containsExactly(new Body.Text("Hello"));
        assertThat(sandbox.messages(ALMA)).singleElement().matches(message -> message.timesReceived() == 1);
    }

    @Test
    void a_message_that_was_refused_is_not_taken_for_sent() {
        Instagram instagram = signedIn();
        sandbox.script(ScriptedFault.of(Call.SEND, Fault.FEEDBACK_REQUIRED).times(1));

        Outcome<?> outcome = instagram.send(to(world().somebody(), "Hello"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.ActionBlocked.class));
        assertThat(sandbox.messages(ALMA)).noneMatch(message -> message.timesReceived() > 0);
    }

    private void sendsAndReads(Instagram instagram) {
        Person somebody = world().somebody();

        assertThat(instagram.send(to(somebody, "Hello, how are you?"))).isInstanceOf(Outcome.Done.class);

        assertThat(sandbox.messages(ALMA, somebody.username()))
                .singleElement()
                .matches(message -> message.text().equals("Hello, how are you?") && message.timesReceived() == 1);
        assertThat(found(instagram, somebody)).containsExactly(new Body.Text("Hello, how are you?"));
    }

    private static List<Body> found(Instagram instagram, Person somebody) {
        Conversation conversation = done(instagram.inbox(null)).items().getFirst();
        assertThat(conversation.people())
                .extracting(dev.parley.instagram.Person::username)
                .containsExactly(somebody.username());
        return done(instagram.messages(conversation.id(), null)).items().stream()
                .map(message -> message.body())
                .toList();
    }

    private OutgoingMessage to(Person somebody, String text) {
        return new OutgoingMessage(
                new Recipient.ToPerson(new dev.parley.instagram.Person(
                        new PersonId(Long.toString(somebody.id())), somebody.username())),
                new Content.Text(text),
                MessageToken.next(new SecureRandom()),
                false);
    }
}
