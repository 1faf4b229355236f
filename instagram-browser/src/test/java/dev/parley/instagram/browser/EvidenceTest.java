package dev.parley.instagram.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.Content;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.MessageToken;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.OutgoingMessage;
import dev.parley.instagram.OutgoingMessage.Recipient;
import dev.parley.instagram.PendingSignIn;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.SessionSnapshot;
import dev.parley.instagram.SignIn;
import dev.parley.instagram.SignInOutcome;
import dev.parley.instagram.browser.chromium.Chromium;
import dev.parley.instagram.browser.testing.TestingChromium;
import dev.parley.instagram.contract.World;
import dev.parley.sandbox.SandboxExtension;
import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.Fault;
import dev.parley.sandbox.script.ScriptedFault;
import dev.parley.sandbox.website.variant.Dimension;
import dev.parley.sandbox.website.variant.Variant;
import dev.parley.sandbox.world.Person;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is recorded of calls that failed, and what is not to be seen in it. */
@ExtendWith(SandboxExtension.class)
class EvidenceTest {

    private static final String ALMA = "alma.plain";
    private static final int BLACK = 0xff000000;
    private static final BrowserKit KIT = new BrowserKit();
    private static final Pattern SESSION = Pattern.compile("\"sessionid\",\"value\":\"([^\"]+)\"");

    private static final Duration SHORT = Duration.ofSeconds(10);

    private final List<Evidence> recorded = new CopyOnWriteArrayList<>();
    private final SandboxServer sandbox;
    private final BrowserDriver driver;

    EvidenceTest(SandboxServer sandbox) {
        this.sandbox = sandbox;
        this.driver = recording().build();
    }

    private BrowserDriverBuilder recording() {
        return BrowserDriver.builder()
                .site(URI.create(sandbox.baseUrl()))
                .callDeadline(Duration.ofSeconds(45))
                .sharing(TestingChromium.shared())
                .failureRecorder(recorded::add);
    }

    @BeforeEach
    void asUsual() {
        sandbox.website().plain();
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {
                "FEEDBACK_REQUIRED",
                "LOGIN_REQUIRED",
                "RATE_LIMITED",
                "SERVER_ERROR",
                "DROP",
                "HTML",
                "CHALLENGE_REQUIRED"
            })
    void is_given_of_every_failed_call_once(Fault fault) {
        SessionSnapshot session = KIT.session(driver, sandbox, ALMA);
        Instagram instagram = driver.open(session);
        sandbox.script(ScriptedFault.of(Call.FOLLOW, fault));

        Refusal refusal = refusal(instagram.follow(named(world().somebody())));

        Evidence evidence = recorded.getFirst();
        assertThat(recorded).hasSize(1);
        assertThat(evidence.refusal()).isEqualTo(refusal);
        assertThat(evidence.call()).isEqualTo("follow");
        assertThat(evidence.username()).isEqualTo(ALMA);
        assertThat(evidence.picture()).isNotEmpty();
        assertThat(evidence.source()).startsWith("<body>").doesNotContain(sessionId(session));
    }

    @Test
    void is_given_even_of_a_page_that_does_not_come() {
        SessionSnapshot session = KIT.session(driver, sandbox, ALMA);
        sandbox.script(ScriptedFault.of(Call.USER, Fault.DELAY).delayedBy(Duration.ofMinutes(1)));
        try (BrowserDriver hasty = recording().callDeadline(SHORT).build()) {
            refusal(hasty.open(session).follow(named(world().somebody())));
        }

        assertThat(recorded).singleElement().matches(evidence -> evidence.call().equals("follow"));
    }

    @Test
    void is_given_even_without_a_browser() {
        try (BrowserDriver broken = BrowserDriver.builder()
                .site(URI.create(sandbox.baseUrl()))
                .chromium(new Chromium.Program(Path.of("/nothing/here")))
                .failureRecorder(recorded::add)
                .build()) {

            broken.signIn(new SignIn(ALMA, "sandbox-pass", broken.newIdentity(), null));
        }

        assertThat(recorded)
                .singleElement()
                .matches(evidence -> evidence.call().equals("signIn") && evidence.picture().length == 0);
    }

    @Test
    void is_not_given_of_what_worked() {
        assertThat(signedIn().currentUser()).isInstanceOf(Outcome.Done.class);

        assertThat(recorded).isEmpty();
    }

    @Test
    void shows_no_password() throws IOException {
        sandbox.script(ScriptedFault.of(Call.LOGIN, Fault.SERVER_ERROR));

        SignInOutcome outcome = driver.signIn(new SignIn(ALMA, "quite-secret", driver.newIdentity(), null));

        assertThat(outcome).isInstanceOf(SignInOutcome.Refused.class);
        Evidence evidence = recorded.getFirst();
        assertThat(evidence.source()).contains("type=\"password\"").doesNotContain("quite-secret");
        assertThat(blackPoints(evidence)).as("what is blanked").isGreaterThan(5_000);
    }

    @Test
    void shows_no_code() throws IOException {
        SignInOutcome asked = driver.signIn(new SignIn("tomas.totp", "sandbox-pass", driver.newIdentity(), null));
        PendingSignIn pending = ((SignInOutcome.NeedsVerification) asked).pending();
        sandbox.script(ScriptedFault.of(Call.TWO_FACTOR, Fault.SERVER_ERROR));

        assertThat(driver.answer(pending, "918273")).isInstanceOf(SignInOutcome.Refused.class);

        Evidence evidence = recorded.getFirst();
        assertThat(evidence.source()).contains("<input").doesNotContain("918273");
        assertThat(blackPoints(evidence)).as("what is blanked").isGreaterThan(5_000);
    }

    static Stream<Variant> conversations() {
        return Stream.of(Dimension.CHAT, Dimension.COMPOSER, Dimension.THREAD)
                .flatMap(dimension -> dimension.variants().stream());
    }

    @ParameterizedTest
    @MethodSource("conversations")
    void shows_no_messages(Variant variant) throws IOException {
        sandbox.website().variant(variant);
        Person somebody = world().somebody();
        sandbox.write(ALMA, somebody.username(), "My quiet words");
        sandbox.write(somebody.username(), ALMA, "Their quiet words");
        Instagram instagram = signedIn();
        sandbox.script(ScriptedFault.of(Call.SEND, Fault.FEEDBACK_REQUIRED));

        refusal(instagram.send(new OutgoingMessage(
                new Recipient.ToPerson(named(somebody)),
                new Content.Text("More quiet words"),
                MessageToken.next(new SecureRandom()),
                false)));

        Evidence evidence = recorded.getFirst();
        assertThat(evidence.source()).contains("presentation").doesNotContain("quiet");
        assertThat(blackPoints(evidence)).as("what is blanked").isGreaterThan(5_000);
    }

    private static long blackPoints(Evidence evidence) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(evidence.picture()));
        int[] points = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        return Arrays.stream(points).filter(point -> point == BLACK).count();
    }

    private static Refusal refusal(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<?>) outcome).refusal();
    }

    private static String sessionId(SessionSnapshot session) {
        var found = SESSION.matcher(session.state().replace("\\", ""));
        assertThat(found.find()).as("the session's cookie").isTrue();
        return found.group(1);
    }

    private static dev.parley.instagram.Person named(Person somebody) {
        return new dev.parley.instagram.Person(new PersonId(Long.toString(somebody.id())), somebody.username());
    }

    private World world() {
        return new World(sandbox, KIT);
    }

    private Instagram signedIn() {
        return driver.open(KIT.session(driver, sandbox, ALMA));
    }
}
