package dev.parley.instagram.browser;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.parley.instagram.Content;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.MessageToken;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.OutgoingMessage;
import dev.parley.instagram.OutgoingMessage.Recipient;
import dev.parley.instagram.Refusal;
import dev.parley.instagram.ThreadId;
import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.message.MessageTruth;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.Fault;
import dev.parley.sandbox.script.ScriptedFault;
import dev.parley.sandbox.website.variant.Variant;
import dev.parley.sandbox.world.Person;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * From one conversation to another by the list beside it. Pages that are loaded from then on ask for something that only the owner can answer:
 * what is done all the same has been done without loading one.
 */
class NeighboursTest extends SiteVariants {

    private Instagram instagram;

    NeighboursTest(SandboxServer sandbox) {
        super(sandbox);
    }

    @BeforeEach
    void signIn() {
        instagram = signedIn();
    }

    @Test
    void goes_on_in_the_conversation_that_is_open() {
        Person ada = people(1).getFirst();
        ThreadId thread = chat(ada);
        assertThat(send(thread, "One")).isInstanceOf(Outcome.Done.class);
        noMorePages();

        assertThat(send(thread, "Two")).isInstanceOf(Outcome.Done.class);

        assertThat(texts(ada)).contains("One", "Two");
    }

    @ParameterizedTest
    @EnumSource(names = {"THREAD_GRID", "THREAD_PAGELET"})
    void goes_to_another_by_a_link_or_by_its_only_name(Variant rows) {
        sandbox.website().variant(rows);
        List<Person> people = people(2);
        ThreadId first = chat(people.getFirst());
        ThreadId second = chat(people.getLast());
        assertThat(send(first, "One")).isInstanceOf(Outcome.Done.class);
        assertThat(send(second, "Two")).isInstanceOf(Outcome.Done.class);
        noMorePages();

        assertThat(send(first, "Three")).isInstanceOf(Outcome.Done.class);
        assertThat(send(second, "Four")).isInstanceOf(Outcome.Done.class);

        assertThat(texts(people.getFirst())).contains("One", "Three").doesNotContain("Two", "Four");
        assertThat(texts(people.getLast())).contains("Two", "Four").doesNotContain("One", "Three");
    }

    @Test
    void does_not_guess_among_namesakes() {
        sandbox.website().variant(Variant.THREAD_PAGELET);
        List<Person> namesakes = namesakes();
        Person other = people(1).getFirst();
        ThreadId first = chat(namesakes.getFirst());
        ThreadId second = chat(namesakes.getLast());
        ThreadId third = chat(other);
        assertThat(send(third, "Three")).isInstanceOf(Outcome.Done.class);
        assertThat(send(first, "One")).isInstanceOf(Outcome.Done.class);
        assertThat(send(second, "Two")).isInstanceOf(Outcome.Done.class);
        noMorePages();

        assertThat(refusal(send(first, "Nobody's"))).isInstanceOf(Refusal.ConsentRequired.class);
        sandbox.website().plain().variant(Variant.THREAD_PAGELET);
        assertThat(send(third, "Three again")).isInstanceOf(Outcome.Done.class);
        noMorePages();
        assertThat(refusal(send(first, "Nobody's"))).isInstanceOf(Refusal.ConsentRequired.class);

        assertThat(sandbox.messages(ALMA)).extracting(MessageTruth::text).doesNotContain("Nobody's");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(Fault.LOGIN_REQUIRED, Refusal.LoginRequired.class),
                arguments(Fault.CHALLENGE_REQUIRED, Refusal.ChallengeRequired.class),
                arguments(Fault.RATE_LIMITED, Refusal.RateLimited.class));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void what_is_in_the_way_there_ends_it_as_on_a_page_of_its_own(Fault fault, Class<? extends Refusal> expected) {
        List<Person> people = people(2);
        ThreadId first = chat(people.getFirst());
        ThreadId second = chat(people.getLast());
        assertThat(send(first, "One")).isInstanceOf(Outcome.Done.class);
        assertThat(send(second, "Two")).isInstanceOf(Outcome.Done.class);
        sandbox.script(ScriptedFault.of(Call.THREAD, fault));

        assertThat(refusal(send(first, "Nobody's"))).isInstanceOf(expected);

        assertThat(sandbox.messages(ALMA)).extracting(MessageTruth::text).doesNotContain("Nobody's");
    }

    private void noMorePages() {
        sandbox.website().variant(Variant.COOKIES_ACCEPT);
    }

    private ThreadId chat(Person person) {
        sandbox.write(ALMA, person.username(), "Hi");
        return done(instagram.inbox(null)).items().stream()
                .filter(chat ->
                        chat.people().stream().anyMatch(one -> one.username().equals(person.username())))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<Person> people(int count) {
        return sandbox.people().stream()
                .filter(NeighboursTest::canBeWrittenTo)
                .limit(count)
                .toList();
    }

    private List<Person> namesakes() {
        return sandbox.people().stream()
                .filter(NeighboursTest::canBeWrittenTo)
                .skip(1)
                .collect(groupingBy(Person::fullName))
                .values()
                .stream()
                .filter(group -> group.size() > 1)
                .findFirst()
                .orElseThrow()
                .subList(0, 2);
    }

    private static boolean canBeWrittenTo(Person person) {
        return !person.deleted() && person.takesMessages() && !person.username().equals(ALMA);
    }

    private Outcome<?> send(ThreadId thread, String text) {
        return instagram.send(new OutgoingMessage(
                new Recipient.ToThread(thread), new Content.Text(text), MessageToken.next(new SecureRandom()), false));
    }

    private List<String> texts(Person to) {
        return sandbox.messages(ALMA, to.username()).stream()
                .map(MessageTruth::text)
                .toList();
    }
}
