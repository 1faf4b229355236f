package dev.parley.instagram.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.Capability;
import dev.parley.instagram.Content;
import dev.parley.instagram.Driver;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.MessageToken;
import dev.parley.instagram.OutgoingMessage;
import dev.parley.instagram.OutgoingMessage.Recipient;
import dev.parley.instagram.Person;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.Sending.Sent;
import dev.parley.sandbox.message.MessageTruth;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.Fault;
import dev.parley.sandbox.script.ScriptedFault;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Sending messages. */
public abstract class SendContract extends CapabilityContract {

    private final SecureRandom random = new SecureRandom();

    protected SendContract(DriverKit kit) {
        super(kit, Capability.SEND);
    }

    @Test
    void sends_a_text_to_somebody_once() {
        Instagram instagram = open(ALMA);
        var somebody = world().somebody();

        done(instagram.send(text("Merhaba, wie geht's? 👋", world().correspondent(somebody, instagram))));

        assertThat(sandbox().messages(ALMA, somebody.username()))
                .singleElement()
                .matches(message -> message.text().equals("Merhaba, wie geht's? 👋"))
                .matches(message -> message.asked() == 1 && message.timesReceived() == 1);
    }

    @Test
    void writes_again_into_the_conversation_that_it_was_told() {
        Instagram instagram = open(ALMA);
        var somebody = world().somebody();
        Sent first = done(instagram.send(text("Hello", world().correspondent(somebody, instagram))));
        var thread = new Recipient.ToThread(Objects.requireNonNull(first.thread()));

        done(instagram.send(new OutgoingMessage(thread, new Content.Text("Again"), token(), false)));

        assertThat(sandbox().messages(ALMA, somebody.username()))
                .extracting(MessageTruth::text)
                .containsExactly("Hello", "Again");
    }

    @Test
    void is_asked_twice_with_one_token_and_sends_once() {
        Instagram instagram = open(ALMA);
        OutgoingMessage message = text("Hello", world().correspondent(world().somebody(), instagram));

        Sent first = done(instagram.send(message));
        Sent second = done(instagram.send(message));

        assertThat(second).isEqualTo(first);
        assertThat(sandbox().messages(ALMA)).singleElement().matches(sent -> sent.timesReceived() == 1);
    }

    @Test
    void a_lost_answer_neither_loses_nor_doubles_the_message() {
        Instagram instagram = open(ALMA);
        OutgoingMessage message = text("Hello", world().correspondent(world().somebody(), instagram));
        sandbox().script(ScriptedFault.of(Call.SEND, Fault.DROP).times(1).afterTheEffect());

        Refusal refusal = refusal(instagram.send(message));
        assertThat(((Refusal.Failure) refusal).mayHaveHappened()).isTrue();
        assertThat(sandbox().messages(ALMA))
                .singleElement()
                .matches(sent -> sent.asked() == 1 && sent.timesReceived() == 1);

        done(instagram.send(message));
        assertThat(sandbox().messages(ALMA)).singleElement().matches(sent -> sent.timesReceived() == 1);
    }

    @Test
    void sends_a_link() {
        Instagram instagram = open(ALMA);
        if (!driver().messageRules().kinds().contains(Content.Kind.LINK)) {
            return;
        }
        String text = "Have a look at https://example.com/a?b=c";

        done(instagram.send(text(text, world().correspondent(world().somebody(), instagram))));

        assertThat(sandbox().messages(ALMA)).extracting(MessageTruth::text).containsExactly(text);
    }

    @Test
    void says_that_somebody_takes_no_messages() {
        Instagram instagram = open(ALMA);
        Person shy =
                world().named(world().somebody(person -> !person.takesMessages() && !person.isPrivate()), instagram);

        assertThat(refusal(instagram.send(text("Hello", shy)))).isInstanceOf(Refusal.MessagesRefused.class);
        assertThat(sandbox().messages(ALMA)).noneMatch(message -> message.timesReceived() > 0);
    }

    @Test
    void sends_nothing_that_is_no_message() {
        Driver driver = driver();
        Instagram instagram = open(driver, ALMA);
        Person somebody = world().correspondent(world().somebody(), instagram);
        String tooLong = "x".repeat(driver.messageRules().longestText() + 1);

        for (String text : List.of("", "  ", tooLong)) {
            assertThat(refusal(instagram.send(text(text, somebody)))).isInstanceOf(Refusal.InvalidTarget.class);
        }
        assertThat(sandbox().messages(ALMA)).isEmpty();
        String longest = "é"
                .repeat(driver.messageRules().longestText()
                        / driver.messageRules().lengthOf("é"));
        done(instagram.send(text(longest, somebody)));
    }

    @Test
    void knows_whether_it_may_write() {
        Instagram instagram = open(ALMA);

        assertThat(done(instagram.window(world().correspondent(world().somebody(), instagram))))
                .isNotNull();
    }

    private OutgoingMessage text(String text, Person to) {
        return new OutgoingMessage(new Recipient.ToPerson(to), new Content.Text(text), token(), false);
    }

    private MessageToken token() {
        return MessageToken.next(random);
    }
}
