package dev.parley.instagram.graph;

import static dev.parley.instagram.graph.TestingDrivers.done;
import static dev.parley.instagram.graph.TestingDrivers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.Capability;
import dev.parley.instagram.Content;
import dev.parley.instagram.Content.Button;
import dev.parley.instagram.Conversation;
import dev.parley.instagram.Message;
import dev.parley.instagram.Message.Body;
import dev.parley.instagram.MessageToken;
import dev.parley.instagram.OutgoingMessage;
import dev.parley.instagram.OutgoingMessage.Recipient;
import dev.parley.instagram.Page;
import dev.parley.instagram.Person;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.Sending.Sent;
import dev.parley.instagram.Sending.Window;
import dev.parley.instagram.ThreadId;
import dev.parley.instagram.contract.Shows;
import dev.parley.sandbox.SandboxExtension;
import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.Fault;
import dev.parley.sandbox.script.ScriptedFault;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@Shows(driver = GraphDriver.NAME, value = Capability.SEND)
@ExtendWith(SandboxExtension.class)
class MessagingTest {

    private static final Random RANDOM = new Random(1);

    private SandboxServer sandbox;
    private TestingDrivers drivers;

    @BeforeEach
    void meet(SandboxServer server) {
        sandbox = server;
        drivers = new TestingDrivers(server);
    }

    @AfterEach
    void part() {
        drivers.close();
    }

    @ParameterizedTest
    @EnumSource(GraphLogin.class)
    void reads_what_somebody_wrote_and_answers_into_the_conversation(GraphLogin login) {
        GraphInstagram alma = drivers.open(login, "alma.plain");
        sandbox.write("tomas.totp", "alma.plain", "Hello from the app");

        Conversation conversation = done(alma.inbox(null)).items().getFirst();
        assertThat(conversation.people()).containsExactly(tomas());
        assertThat(done(alma.messages(conversation.id(), null)).items())
                .singleElement()
                .matches(message -> !message.own() && message.body().equals(new Body.Text("Hello from the app")));

        Sent sent = done(alma.send(to(new Recipient.ToThread(conversation.id()), new Content.Text("Hello back"))));

        Message newest = done(alma.messages(conversation.id(), null)).items().getFirst();
        assertThat(newest.own()).isTrue();
        assertThat(newest.id()).isEqualTo(sent.message());
        assertThat(sandbox.messages("alma.plain", "tomas.totp"))
                .singleElement()
                .matches(truth -> truth.text().equals("Hello back") && truth.timesReceived() == 1);
    }

    @Test
    void pages_through_a_long_conversation_of_which_only_the_newest_are_told() {
        GraphInstagram alma = drivers.open(GraphLogin.INSTAGRAM, "alma.plain");
        for (int i = 1; i <= 60; i++) {
            sandbox.write("tomas.totp", "alma.plain", "Message " + i);
        }
        ThreadId thread = done(alma.inbox(null)).items().getFirst().id();

        List<Message> all = new ArrayList<>();
        Page<Message> page = done(alma.messages(thread, null));
        all.addAll(page.items());
        while (page.next() != null) {
            page = done(alma.messages(thread, page.next()));
            all.addAll(page.items());
        }

        assertThat(all).hasSize(60).extracting(Message::id).doesNotHaveDuplicates();
        assertThat(all.getFirst().body()).isEqualTo(new Body.Text("Message 60"));
        assertThat(all.subList(0, 20)).allMatch(message -> message.body() instanceof Body.Text);
        assertThat(all.subList(20, 60)).allMatch(message -> message.body() instanceof Body.Other);
    }

    @ParameterizedTest
    @EnumSource(GraphLogin.class)
    void knows_when_it_may_write_and_is_refused_when_it_may_not(GraphLogin login) {
        GraphInstagram alma = drivers.open(login, "alma.plain");
        assertThat(done(alma.window(tomas()))).isEqualTo(new Window.NeverOpened());
        assertThat(refusal(alma.send(text("Too early")))).isInstanceOf(Refusal.WindowClosed.class);

        sandbox.write("tomas.totp", "alma.plain", "Hello");
        Window.Until window = (Window.Until) done(alma.window(tomas()));
        assertThat(window.forPrograms())
                .isBetween(
                        sandbox.now().plus(Duration.ofHours(23)), sandbox.now().plus(Duration.ofHours(24)));
        done(alma.send(text("In time")));

        sandbox.advance(Duration.ofHours(25));
        assertThat(((Window.Until) done(alma.window(tomas()))).forPrograms()).isBefore(sandbox.now());
        assertThat(refusal(alma.send(text("Too late")))).isInstanceOf(Refusal.WindowClosed.class);
        done(alma.send(byHuman("A person writes")));

        sandbox.advance(Duration.ofDays(7));
        assertThat(refusal(alma.send(byHuman("Too late for a person")))).isInstanceOf(Refusal.WindowClosed.class);
    }

    @Test
    void a_button_opens_the_time_for_writing() {
        GraphInstagram alma = drivers.open(GraphLogin.INSTAGRAM, "alma.plain");
        sandbox.dashboard().press("alma.plain", "tomas.totp", "Prices", "PRICES");

        done(alma.send(text("Here are our prices")));

        assertThat(done(alma.profile(tomas())).username()).isEqualTo("tomas.totp");
    }

    @Test
    void sees_only_who_has_written() {
        GraphInstagram alma = drivers.open(GraphLogin.INSTAGRAM, "alma.plain");

        assertThat(refusal(alma.profile(tomas()))).isInstanceOf(Refusal.PrivateAccount.class);
    }

    static Stream<Content> everyKind() {
        URI address = URI.create("https://media.example/a.jpg");
        Button open = new Button.Open("Open", URI.create("https://example.com/"));
        Button postback = new Button.Postback("Tell me", "TELL");
        return Stream.of(
                new Content.Text("é".repeat(500)),
                new Content.Link("See https://example.com/", List.of(URI.create("https://example.com/"))),
                new Content.Attachment(Content.Kind.IMAGE, address),
                new Content.Attachment(Content.Kind.IMAGE, List.of(address, address, address)),
                new Content.Attachment(Content.Kind.AUDIO, address),
                new Content.Attachment(Content.Kind.VIDEO, address),
                new Content.Attachment(Content.Kind.FILE, address),
                new Content.Heart(),
                new Content.QuickReplies("Which?", List.of(new Content.QuickReply("This", "1"))),
                new Content.Cards(List.of(new Content.Card("Title", "Line", address, null, List.of(open, postback)))),
                new Content.Buttons("Choose", List.of(open, postback)));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void sends_every_kind_of_content_once(Content content) {
        GraphInstagram alma = drivers.open(GraphLogin.INSTAGRAM, "alma.plain");
        sandbox.write("tomas.totp", "alma.plain", "Hello");

        assertThat(done(alma.send(to(new Recipient.ToPerson(tomas()), content))).message())
                .isNotNull();

        assertThat(sandbox.messages("alma.plain", "tomas.totp"))
                .singleElement()
                .matches(truth -> truth.asked() == 1 && truth.timesReceived() == 1);
    }

    static Stream<Content> tooMuch() {
        Button button = new Button.Postback("b", "B");
        Content.QuickReply reply = new Content.QuickReply("r", "R");
        return Stream.of(
                new Content.Text("é".repeat(501)),
                new Content.Text(" "),
                new Content.QuickReplies("?", List.of()),
                new Content.QuickReplies("?", List.of(new Content.QuickReply("x".repeat(21), "R"))),
                new Content.QuickReplies(
                        "?", Stream.generate(() -> reply).limit(14).toList()),
                new Content.Cards(List.of(new Content.Card("Only a title", null, null, null, List.of()))),
                new Content.Cards(List.of(new Content.Card("x".repeat(81), "s", null, null, List.of()))),
                new Content.Buttons("t", List.of()),
                new Content.Buttons("t", Stream.generate(() -> button).limit(4).toList()),
                new Content.Buttons("x".repeat(641), List.of(button)));
    }

    @ParameterizedTest
    @MethodSource("tooMuch")
    void asks_nothing_that_instagram_would_not_take(Content content) {
        GraphInstagram alma = drivers.open(GraphLogin.INSTAGRAM, "alma.plain");
        sandbox.write("tomas.totp", "alma.plain", "Hello");

        Refusal refusal = refusal(alma.send(to(new Recipient.ToPerson(tomas()), content)));

        assertThat(refusal).isInstanceOf(Refusal.InvalidTarget.class);
        assertThat(refusal.detail()).contains("nothing was asked");
        assertThat(sandbox.messages("alma.plain", "tomas.totp")).isEmpty();
    }

    @Test
    @Shows(driver = GraphDriver.NAME, value = Capability.SIGNAL)
    void reacts_types_and_has_read() {
        GraphInstagram alma = drivers.open(GraphLogin.INSTAGRAM, "alma.plain");
        sandbox.write("tomas.totp", "alma.plain", "Hello");
        ThreadId thread = done(alma.inbox(null)).items().getFirst().id();
        Message message = done(alma.messages(thread, null)).items().getFirst();
        Recipient in = new Recipient.ToThread(thread);

        done(alma.react(in, message.id(), "love"));
        done(alma.unreact(in, message.id()));
        done(alma.typing(in, true));
        done(alma.typing(in, false));
        done(alma.markRead(thread, message.id()));

        assertThat(sandbox.messages("alma.plain", "tomas.totp")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"DROP", "TRUNCATE", "NOT_JSON", "HTML", "SERVER_ERROR"})
    void does_not_deny_what_may_have_happened_and_never_sends_twice(Fault fault) {
        GraphInstagram alma = drivers.open(GraphLogin.INSTAGRAM, "alma.plain");
        sandbox.write("tomas.totp", "alma.plain", "Hello");
        sandbox.script(ScriptedFault.of(Call.SEND, fault).afterTheEffect());

        Refusal refusal = refusal(alma.send(text("Once")));

        assertThat(refusal).isInstanceOf(Refusal.Failure.class);
        assertThat(((Refusal.Failure) refusal).mayHaveHappened()).isTrue();
        assertThat(sandbox.messages("alma.plain", "tomas.totp"))
                .singleElement()
                .matches(truth -> truth.asked() == 1 && truth.timesReceived() == 1);
    }

    @Test
    void tells_how_much_is_used_up_once_instagram_does() {
        GraphInstagram alma = drivers.open(GraphLogin.INSTAGRAM, "alma.plain");
        assertThat(alma.usage()).isEqualTo(Usage.UNKNOWN);
        sandbox.dashboard().behave(manners -> manners.using(87));

        done(alma.currentUser());

        assertThat(alma.usage().highest()).isEqualTo(87);
        sandbox.script(ScriptedFault.of(Call.SEND, Fault.RATE_LIMITED));
        assertThat(refusal(alma.send(text("Too much"))))
                .isInstanceOfSatisfying(
                        Refusal.RateLimited.class,
                        limited -> assertThat(limited.retryAfter()).isEqualTo(Duration.ofHours(1)));
    }

    private Person tomas() {
        return new Person(new PersonId(sandbox.dashboard().personNumber("tomas.totp", "alma.plain")), "tomas.totp");
    }

    private OutgoingMessage text(String text) {
        return to(new Recipient.ToPerson(tomas()), new Content.Text(text));
    }

    private OutgoingMessage byHuman(String text) {
        return new OutgoingMessage(
                new Recipient.ToPerson(tomas()), new Content.Text(text), MessageToken.next(RANDOM), true);
    }

    private static OutgoingMessage to(Recipient recipient, Content content) {
        return new OutgoingMessage(recipient, content, MessageToken.next(RANDOM), false);
    }
}
