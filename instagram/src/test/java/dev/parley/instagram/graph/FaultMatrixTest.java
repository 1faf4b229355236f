package dev.parley.instagram.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.CommentId;
import dev.parley.instagram.Content;
import dev.parley.instagram.Insights.Period;
import dev.parley.instagram.Insights.Query;
import dev.parley.instagram.MessageId;
import dev.parley.instagram.MessageToken;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.OutgoingMessage;
import dev.parley.instagram.OutgoingMessage.Recipient;
import dev.parley.instagram.Person;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Post;
import dev.parley.instagram.Publication;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.ThreadId;
import dev.parley.instagram.contract.Shows;
import dev.parley.sandbox.SandboxExtension;
import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.Fault;
import dev.parley.sandbox.script.ScriptedFault;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every fault in every call: a typed outcome after one request. */
@Shows(driver = GraphDriver.NAME, faults = true)
@ExtendWith(SandboxExtension.class)
class FaultMatrixTest {

    /** More than one, so that a second request would be hit, and seen, too. */
    private static final int TIMES = 3;

    @ParameterizedTest
    @EnumSource(GraphLogin.class)
    void every_fault_becomes_its_typed_outcome_after_one_request(GraphLogin login, SandboxServer sandbox) {
        try (TestingDrivers drivers = new TestingDrivers(sandbox)) {
            GraphInstagram alma = drivers.open(login, "alma.plain");
            for (Map.Entry<Call, Supplier<Outcome<?>>> call :
                    calls(alma, sandbox).entrySet()) {
                for (Fault fault : Fault.values()) {
                    sandbox.script(
                            ScriptedFault.of(call.getKey(), fault).times(TIMES).delayedBy(Duration.ofMillis(1)));

                    Outcome<?> outcome = call.getValue().get();

                    assertThat(kind(outcome))
                            .as("%s in %s", fault, call.getKey())
                            .isEqualTo(meaning(fault));
                    assertThat(sandbox.activeFaults())
                            .as("requests of %s that %s hit", call.getKey(), fault)
                            .singleElement()
                            .matches(active -> Integer.valueOf(TIMES - 1).equals(active.times()));
                    sandbox.clearScript();
                }
            }
            assertThat(sandbox.messages("alma.plain", "tomas.totp"))
                    .allMatch(message -> message.asked() == 1 && message.timesReceived() <= 1);
        }
    }

    private static Map<Call, Supplier<Outcome<?>>> calls(GraphInstagram alma, SandboxServer sandbox) {
        sandbox.write("tomas.totp", "alma.plain", "Hello");
        ThreadId thread =
                TestingDrivers.done(alma.inbox(null)).items().getFirst().id();
        MessageId message = TestingDrivers.done(alma.messages(thread, null))
                .items()
                .getFirst()
                .id();
        Person tomas =
                new Person(new PersonId(sandbox.dashboard().personNumber("tomas.totp", "alma.plain")), "tomas.totp");
        Recipient to = new Recipient.ToPerson(tomas);
        Publication picture = new Publication.Image(URI.create("https://media.example/a.jpg"), null, null);
        var draft = TestingDrivers.done(alma.prepare(picture)).id();
        var waiting = TestingDrivers.done(alma.prepare(picture)).id();
        Post post = new Post(TestingDrivers.done(alma.publish(draft)).media(), "code");
        CommentId kept = TestingDrivers.done(alma.comment(post, "Kept")).comment();

        Map<Call, Supplier<Outcome<?>>> calls = new LinkedHashMap<>();
        calls.put(Call.CURRENT_USER, alma::currentUser);
        calls.put(Call.USER, () -> alma.profile(tomas));
        calls.put(Call.THREADS, () -> alma.inbox(null));
        calls.put(Call.THREAD, () -> alma.messages(thread, null));
        calls.put(
                Call.SEND,
                () -> alma.send(
                        new OutgoingMessage(to, new Content.Text("Hello"), MessageToken.next(new Random(1)), false)));
        calls.put(Call.SIGNAL, () -> alma.react(to, message, "love"));
        calls.put(Call.COMMENTS, () -> alma.comments(post, null));
        calls.put(Call.COMMENT, () -> alma.reply(kept, "Yes"));
        calls.put(Call.HIDE_COMMENT, () -> alma.hide(kept, true));
        calls.put(Call.MEDIA, () -> alma.ownMedia(null));
        calls.put(Call.PREPARE, () -> alma.prepare(picture));
        calls.put(Call.DRAFT, () -> alma.draft(waiting));
        calls.put(
                Call.PUBLISH,
                () -> alma.publish(TestingDrivers.done(alma.prepare(picture)).id()));
        calls.put(Call.QUOTA, alma::publishingQuota);
        calls.put(Call.INSIGHTS, () -> alma.insights(new Query(Set.of("reach"), Period.DAY, true, null, null)));
        calls.put(Call.GREETINGS, alma::questions);
        calls.put(Call.SUBSCRIBE, () -> alma.subscribe(Set.of("messages")));
        calls.put(
                Call.DELETE_COMMENT,
                () -> alma.delete(
                        TestingDrivers.done(alma.comment(post, "Gone")).comment()));
        return calls;
    }

    private static Class<?> kind(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?>(Refusal refusal) ? refusal.getClass() : Outcome.Done.class;
    }

    private static Class<?> meaning(Fault fault) {
        return switch (fault) {
            case BAD_PASSWORD, LOGIN_REQUIRED -> Refusal.LoginRequired.class;
            case CHALLENGE_REQUIRED, CHECKPOINT_REQUIRED -> Refusal.CheckpointRequired.class;
            case CONSENT_REQUIRED -> Refusal.PermissionMissing.class;
            case FEEDBACK_REQUIRED -> Refusal.ActionBlocked.class;
            case RATE_LIMITED -> Refusal.RateLimited.class;
            case USER_NOT_FOUND -> Refusal.UserNotFound.class;
            case PRIVATE_ACCOUNT -> Refusal.PrivateAccount.class;
            case MESSAGES_REFUSED -> Refusal.MessagesRefused.class;
            case SERVER_ERROR, GRAPH_ERROR -> Refusal.ServerError.class;
            case DROP -> Refusal.Unanswered.class;
            case TRUNCATE, NOT_JSON, HTML, REDIRECT_TO_LOGIN -> Refusal.BadResponse.class;
            case DELAY, NO_EFFECT -> Outcome.Done.class;
        };
    }
}
