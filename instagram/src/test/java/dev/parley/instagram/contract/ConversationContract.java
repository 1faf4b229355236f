package dev.parley.instagram.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.Capability;
import dev.parley.instagram.Conversation;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.Message;
import dev.parley.instagram.Message.Body;
import dev.parley.instagram.Person;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.ThreadId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reading messages. */
public abstract class ConversationContract extends CapabilityContract {

    private static final int MANY_PEOPLE = 25;
    private static final int MANY_MESSAGES = 45;
    private static final String TOMAS = "tomas.totp";

    protected ConversationContract(DriverKit kit) {
        super(kit, Capability.CONVERSATIONS);
    }

    @Test
    void reads_what_somebody_wrote() {
        Instagram instagram = open(ALMA);
        sandbox().write(TOMAS, ALMA, "Hi Alma");

        Conversation conversation = done(instagram.inbox(null)).items().getFirst();

        assertThat(conversation.people()).extracting(Person::username).containsExactly(TOMAS);
        assertThat(conversation.request()).isFalse();
        assertThat(conversation.unread()).isNotEqualTo(Boolean.FALSE);
        Message message =
                done(instagram.messages(conversation.id(), null)).items().getFirst();
        assertThat(message.body()).isEqualTo(new Body.Text("Hi Alma"));
        assertThat(message.own()).isFalse();
    }

    @Test
    void tells_own_messages_from_the_others() {
        Instagram instagram = open(ALMA);
        sandbox().write(TOMAS, ALMA, "Hi Alma");
        sandbox().write(ALMA, TOMAS, "Hi Tomas");

        ThreadId thread = done(instagram.inbox(null)).items().getFirst().id();

        assertThat(done(instagram.messages(thread, null)).items())
                .extracting(Message::own)
                .containsExactly(true, false);
    }

    @Test
    void pages_through_the_inbox_and_through_a_conversation_to_their_ends() {
        Instagram instagram = open(ALMA);
        world().people().limit(MANY_PEOPLE).forEach(person -> sandbox().write(ALMA, person.username(), "Hello"));
        IntStream.range(0, MANY_MESSAGES).forEach(i -> sandbox().write(TOMAS, ALMA, "Nr. " + i));

        List<Conversation> inbox = all(instagram::inbox).toList();
        List<Message> messages =
                all(cursor -> instagram.messages(inbox.getFirst().id(), cursor)).toList();

        assertThat(inbox).hasSize(MANY_PEOPLE + 1);
        assertThat(inbox).extracting(Conversation::id).doesNotHaveDuplicates();
        assertThat(messages).extracting(Message::body).containsExactlyElementsOf(newestFirst());
    }

    @Test
    void finds_a_stranger_among_the_requests_and_accepts() {
        Instagram instagram = open(ALMA);
        var stranger = world().somebody();
        sandbox().write(stranger.username(), ALMA, "Hi!");
        assertThat(done(instagram.inbox(null)).items()).isEmpty();
        Conversation request = done(instagram.requests(null)).items().getFirst();
        assertThat(request.request()).isTrue();

        done(instagram.accept(request.id()));

        assertThat(done(instagram.requests(null)).items()).isEmpty();
        assertThat(done(instagram.inbox(null)).items())
                .extracting(Conversation::id)
                .containsExactly(request.id());
    }

    @Test
    void declines_a_request() {
        Instagram instagram = open(ALMA);
        sandbox().write(world().somebody().username(), ALMA, "Hi!");

        done(instagram.decline(done(instagram.requests(null)).items().getFirst().id()));

        assertThat(done(instagram.requests(null)).items()).isEmpty();
        assertThat(done(instagram.inbox(null)).items()).isEmpty();
    }

    @Test
    void marks_a_conversation_as_read() {
        Instagram instagram = open(ALMA);
        sandbox().write(TOMAS, ALMA, "Hi Alma");
        Conversation conversation = done(instagram.inbox(null)).items().getFirst();
        Message last = done(instagram.messages(conversation.id(), null)).items().getFirst();

        done(instagram.markRead(conversation.id(), last.id()));

        assertThat(done(instagram.inbox(null)).items().getFirst().unread()).isNotEqualTo(Boolean.TRUE);
    }

    @Test
    void says_that_there_is_no_such_conversation() {
        Instagram instagram = open(ALMA);
        ThreadId never = new ThreadId("340282366841710000000000001000000000002");

        assertThat(refusal(instagram.messages(never, null))).isInstanceOf(Refusal.InvalidTarget.class);
    }

    private static List<Body> newestFirst() {
        return IntStream.range(0, MANY_MESSAGES)
                .mapToObj(i -> (Body) new Body.Text("Nr. " + (MANY_MESSAGES - 1 - i)))
                .toList();
    }
}
