package dev.parley.sandbox.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.message.Conversation;
import dev.parley.sandbox.message.Delivery;
import dev.parley.sandbox.message.Message;
import dev.parley.sandbox.message.MessageTruth;
import dev.parley.sandbox.message.Standing;
import dev.parley.sandbox.message.ThreadId;
import dev.parley.sandbox.world.Person;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessagesTest {
    private static final int MANY = 20;

    @TempDir
    private Path folder = Path.of("");

    private TestingHouse house;
    private Person alma;
    private Person tomas;
    private Person stranger;

    @BeforeEach
    void enter() {
        house = new TestingHouse(folder);
        alma = house.account("alma.plain");
        tomas = house.account("tomas.totp");
        stranger = house.somebody(Person::takesMessages);
    }

    @AfterEach
    void leave() {
        house.close();
    }

    @Test
    void a_message_arrives_in_both_inboxes() {
        Message message = house.sent(alma, tomas, "Hello", "1");

        assertThat(inbox(alma)).singleElement().matches(chat -> chat.other() == tomas.id() && chat.unread() == 0);
        assertThat(inbox(tomas)).singleElement().matches(chat -> chat.other() == alma.id() && chat.unread() == 1);
        assertThat(requests(tomas)).isEmpty();
        assertThat(message.thread().text()).hasSize(39);
        assertThat(ThreadId.of(message.thread().text())).contains(message.thread());
    }

    @Test
    void the_same_token_arrives_once_whatever_it_carries_and_is_answered_alike() {
        Message first = house.sent(alma, tomas, "Hello", "680001");
        Message second = house.sent(alma, stranger, "Something else", "680001");

        assertThat(second).isEqualTo(first);
        assertThat(truth()).singleElement().matches(one -> one.asked() == 2 && one.timesReceived() == 1);
        assertThat(inbox(stranger)).isEmpty();
    }

    @Test
    void without_a_token_each_request_is_a_message() {
        house.send(alma, tomas, "Hello", "");
        house.send(alma, tomas, "Hello", "");

        assertThat(truth()).hasSize(2).allMatch(one -> one.idempotencyToken() == null);
    }

    @Test
    void what_a_fault_stopped_arrives_when_it_is_asked_again() {
        house.send(alma, tomas, "Hello", "1", false);
        assertThat(truth()).singleElement().matches(one -> one.asked() == 1 && one.timesReceived() == 0);
        assertThat(inbox(tomas)).isEmpty();

        house.send(alma, tomas, "Hello", "1");
        assertThat(truth()).singleElement().matches(one -> one.asked() == 2 && one.timesReceived() == 1);
        assertThat(inbox(tomas)).hasSize(1);
    }

    @Test
    void the_same_token_at_once_from_fifty_sides_arrives_once() throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 50).forEach(i -> executor.execute(() -> house.send(alma, tomas, "Hello", "1")));
        }

        assertThat(truth()).singleElement().matches(one -> one.asked() == 50 && one.timesReceived() == 1);
        assertThat(inbox(tomas).getFirst().newest()).hasSize(1);
    }

    @Test
    void a_stranger_asks_first_until_accepted() {
        ThreadId thread = house.sent(stranger, alma, "Hi!", "").thread();
        assertThat(inbox(alma)).isEmpty();
        assertThat(requests(alma)).hasSize(1);

        house.state()
                .conversations()
                .answer(thread, alma.id(), Standing.ACCEPTED, 0, house.state().journal());

        assertThat(inbox(alma)).hasSize(1);
        assertThat(requests(alma)).isEmpty();
    }

    @Test
    void an_answer_or_a_follow_accepts_too() {
        house.send(stranger, alma, "Hi!", "");
        house.send(alma, stranger, "Hello", "");
        Person other = house.somebody(person -> !person.isPrivate() && person.id() != stranger.id());
        house.send(other, alma, "Hi!", "");
        house.follow(alma, other);

        assertThat(requests(alma)).isEmpty();
        assertThat(inbox(alma)).hasSize(2);
    }

    @Test
    void a_declined_conversation_is_gone_and_a_new_message_asks_again() {
        ThreadId thread = house.sent(stranger, alma, "Hi!", "").thread();
        house.state()
                .conversations()
                .answer(thread, alma.id(), Standing.DECLINED, 0, house.state().journal());
        assertThat(requests(alma)).isEmpty();

        house.send(stranger, alma, "Are you there?", "");

        assertThat(requests(alma)).singleElement().matches(chat -> chat.newest().size() == 1);
        assertThat(inbox(stranger).getFirst().newest()).hasSize(2);
    }

    @Test
    void some_take_messages_only_from_whom_they_wrote_to() {
        Person shy = house.somebody(person -> !person.takesMessages());

        assertThat(house.send(alma, shy, "Hello", "1")).isInstanceOf(Delivery.Refused.class);
        assertThat(truth()).singleElement().matches(one -> one.asked() == 1 && one.timesReceived() == 0);
        house.send(shy, alma, "It is me", "");
        assertThat(house.send(alma, shy, "Hello", "2")).isInstanceOf(Delivery.Accepted.class);
    }

    @Test
    void reading_goes_forward_and_the_other_side_sees_it() {
        Message first = house.sent(alma, tomas, "One", "");
        Message second = house.sent(alma, tomas, "Two", "");

        read(tomas, second);
        read(tomas, first);

        assertThat(inbox(tomas).getFirst().unread()).isZero();
        assertThat(inbox(alma).getFirst().otherReadUpTo()).isEqualTo(second.id());
    }

    @Test
    void listeners_hear_of_every_message_once_also_after_a_reset() {
        List<String> heard = new ArrayList<>();
        house.current().listen(new Listener() {
            @Override
            public void messageArrived(SandboxState state, Message message) {
                heard.add(message.body().text());
            }

            @Override
            public void messageRead(SandboxState state, long reader, Message upTo) {
                heard.add("read " + upTo.body().text());
            }
        });

        Message message = house.sent(alma, tomas, "One", "1");
        house.send(alma, tomas, "One", "1");
        read(tomas, message);
        house.current().reset(1);
        house.send(alma, tomas, "Two", "1");

        assertThat(heard).containsExactly("One", "read One", "Two");
    }

    @Test
    void everything_survives_a_restart() {
        Message message = house.sent(alma, tomas, "Tab\t and \\ and\nline", "1");
        house.send(alma, tomas, "Lost", "2", false);
        read(tomas, message);
        ThreadId thread = house.sent(stranger, alma, "Hi!", "").thread();
        house.state()
                .conversations()
                .answer(thread, alma.id(), Standing.ACCEPTED, 0, house.state().journal());
        List<MessageTruth> truth = house.state().truth().messages(null, null);
        List<Conversation> inbox = inbox(alma);
        house.close();

        house = new TestingHouse(folder);

        assertThat(house.state().truth().messages(null, null)).isEqualTo(truth);
        assertThat(inbox(alma)).isEqualTo(inbox);
        assertThat(house.sent(alma, tomas, "Again", "1")).isEqualTo(message);
        assertThat(house.sent(alma, tomas, "New", "3").id()).isGreaterThan(message.id());
    }

    private void read(Person reader, Message upTo) {
        house.state()
                .conversations()
                .read(upTo.thread(), reader.id(), upTo.id(), 0, house.state().journal());
    }

    private List<MessageTruth> truth() {
        return house.state().truth().messages("alma.plain", null);
    }

    private List<Conversation> inbox(Person viewer) {
        return house.state().conversations().of(viewer.id(), false, MANY);
    }

    private List<Conversation> requests(Person viewer) {
        return house.state().conversations().of(viewer.id(), true, MANY);
    }
}
