package dev.parley.instagram.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.Content;
import dev.parley.instagram.Friendship;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.MessageToken;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.OutgoingMessage;
import dev.parley.instagram.OutgoingMessage.Recipient;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.Sending.Sent;
import dev.parley.instagram.SessionSnapshot;
import dev.parley.instagram.SignIn;
import dev.parley.instagram.SignInOutcome;
import dev.parley.instagram.browser.finder.ElementFinder;
import dev.parley.instagram.browser.finder.TestingFinderService;
import dev.parley.instagram.browser.testing.TestingChromium;
import dev.parley.instagram.browser.testing.TestingProxy;
import dev.parley.instagram.contract.World;
import dev.parley.sandbox.SandboxExtension;
import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.message.MessageTruth;
import dev.parley.sandbox.website.variant.Variant;
import dev.parley.sandbox.world.Person;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The sandbox's website, changed on its way so that the driver does not know it any more, and a service that does. */
@ExtendWith(SandboxExtension.class)
class LastResortTest {

    private static final String ALMA = "alma.plain";

    @RegisterExtension
    private final TestingProxy proxy = new TestingProxy();

    @RegisterExtension
    private final TestingFinderService service = new TestingFinderService();

    private final SandboxServer sandbox;
    private final Person somebody;

    LastResortTest(SandboxServer sandbox) {
        this.sandbox = sandbox;
        this.somebody = new World(sandbox, new BrowserKit()).somebody();
    }

    @BeforeEach
    void asUsual() {
        sandbox.website().plain();
    }

    @Test
    void follows_by_a_button_that_the_driver_does_not_know() {
        service.names("follow_button", "button", "Follow");

        Outcome<Friendship> outcome = onOddProfile(service.finder(), this::follow);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done -> assertThat(done.value()).matches(now -> ((Friendship) now).following()));
        assertThat(sandbox.follows(ALMA))
                .singleElement()
                .matches(follow -> follow.target().equals(somebody.username()) && follow.asked() == 1);
        assertThat(service.told())
                .singleElement()
                .satisfies(told -> assertThat(told)
                        .contains("\"Follow\"")
                        .doesNotContain(somebody.username())
                        .doesNotContain(somebody.fullName())
                        .doesNotContain(ALMA)
                        .doesNotContain("sessionid"));
    }

    @Test
    void never_follows_one_of_the_people_suggested() {
        sandbox.website().variant(Variant.SUGGESTIONS_SHOWN);
        service.names("follow_button", "button", "Follow");

        Outcome<Friendship> outcome = on(
                page -> odd(page).replaceFirst("(?s)<button[^>]* data-follow=.*?</button>", ""),
                service.finder(),
                this::follow);

        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(sandbox.follows(ALMA)).isEmpty();
        assertThat(service.told()).hasSize(1);
    }

    @Test
    void ends_as_nothing_sent_when_the_service_is_of_no_help() {
        service.says(429, "Slow down");

        assertThat(onOddProfile(service.finder(), this::follow)).satisfies(LastResortTest::isNotSent);
        assertThat(service.told()).hasSize(1);
        assertThat(sandbox.follows(ALMA)).isEmpty();
    }

    @Test
    void asks_nobody_unless_it_was_set_up() {
        assertThat(onOddProfile(ElementFinder.NONE, this::follow)).satisfies(LastResortTest::isNotSent);
    }

    @Test
    void does_not_ask_where_the_driver_finds_its_way() {
        assertThat(on(page -> page, service.finder(), this::follow)).isInstanceOf(Outcome.Done.class);
        assertThat(service.told()).isEmpty();
    }

    @Test
    void sends_by_a_field_that_the_driver_does_not_know() {
        sandbox.write(ALMA, somebody.username(), "My quiet words");
        sandbox.write(somebody.username(), ALMA, "Their quiet words");
        service.names("message_field", "textbox", "Write something nice");

        Outcome<?> outcome = on(
                page -> page.replaceAll(
                        "aria-label=\"Message\"[^>]*aria-placeholder=\"Message...\"",
                        "aria-label=\"Write something nice\""),
                service.finder(),
                this::send);

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(sandbox.messages(ALMA, somebody.username()))
                .extracting(MessageTruth::text)
                .containsExactlyInAnyOrder("My quiet words", "Hello, how are you?");
        assertThat(service.told())
                .singleElement()
                .satisfies(told -> assertThat(told)
                        .contains("Write something nice")
                        .doesNotContain("quiet")
                        .doesNotContain("Hello")
                        .doesNotContain(somebody.username())
                        .doesNotContain(somebody.fullName()));
    }

    private static void isNotSent(Outcome<?> outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.NotSent.class));
    }

    private <T> Outcome<T> onOddProfile(ElementFinder finder, Function<Instagram, Outcome<T>> call) {
        return on(LastResortTest::odd, finder, call);
    }

    /** A profile without a header. */
    private static String odd(String page) {
        return page.replaceFirst("(?s)(<main class=\"profile\"[^>]*>\\s*)<header>(.*?)</header>", "$1<div>$2</div>");
    }

    private <T> Outcome<T> on(
            Function<String, String> change, ElementFinder finder, Function<Instagram, Outcome<T>> call) {
        SessionSnapshot session = signedIn();
        proxy.changePages(change::apply);
        try (BrowserDriver driver =
                builder().callDeadline(Duration.ofSeconds(12)).finder(finder).build()) {
            return call.apply(driver.open(session));
        }
    }

    private BrowserDriverBuilder builder() {
        return BrowserDriver.builder().site(URI.create(sandbox.baseUrl())).sharing(TestingChromium.shared());
    }

    /** By a driver with more patience: the first call of all starts a browser. */
    private SessionSnapshot signedIn() {
        try (BrowserDriver driver =
                builder().callDeadline(Duration.ofSeconds(90)).build()) {
            SignInOutcome outcome =
                    driver.signIn(new SignIn(ALMA, "sandbox-pass", driver.newIdentity(), proxy.address()));
            assertThat(outcome).isInstanceOf(SignInOutcome.SignedIn.class);
            return ((SignInOutcome.SignedIn) outcome).session();
        }
    }

    private Outcome<Friendship> follow(Instagram instagram) {
        return instagram.follow(named());
    }

    private Outcome<Sent> send(Instagram instagram) {
        return instagram.send(new OutgoingMessage(
                new Recipient.ToPerson(named()),
                new Content.Text("Hello, how are you?"),
                MessageToken.next(new SecureRandom()),
                false));
    }

    private dev.parley.instagram.Person named() {
        return new dev.parley.instagram.Person(new PersonId(Long.toString(somebody.id())), somebody.username());
    }
}
