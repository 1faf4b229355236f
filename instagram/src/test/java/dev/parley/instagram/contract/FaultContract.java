package dev.parley.instagram.contract;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.instagram.Capability;
import dev.parley.instagram.Driver;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.Refusal;
import dev.parley.sandbox.script.Fault;
import dev.parley.sandbox.script.ScriptedFault;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault in every call: a typed outcome, no more requests than the kit allows, and nothing that happened twice. */
public abstract class FaultContract extends CapabilityContract {

    /** More than any kit allows, so that one request too many would be hit, and seen, too. */
    private static final int TIMES = 9;

    /** Faults that hide whether the call took effect. */
    private static final Set<Fault> HIDING =
            EnumSet.of(Fault.SERVER_ERROR, Fault.DROP, Fault.TRUNCATE, Fault.NOT_JSON, Fault.HTML);

    private final Set<Capability> hit;

    protected FaultContract(DriverKit kit) {
        this(kit, EnumSet.allOf(Capability.class));
    }

    /** @param hit the capabilities whose calls are hit */
    protected FaultContract(DriverKit kit, Set<Capability> hit) {
        super(kit, Capability.SESSION);
        this.hit = hit;
    }

    @Override
    String row() {
        return ContractTable.FAULTS;
    }

    @ParameterizedTest
    @EnumSource(GuardedCall.class)
    void every_fault_becomes_its_typed_outcome_and_is_not_asked_for_again(GuardedCall call) {
        Instagram instagram = openFor(call);
        var subjects = new Subjects(world(), instagram, ALMA);
        for (Fault fault : kit().faults()) {
            Outcome<?> outcome = hit(call, call.prepare(instagram, subjects), scripted(call, fault));

            assertThat(kind(outcome)).as("%s in %s", fault, call).isEqualTo(kit().expected(call.call(), fault));
        }
        assertNothingHappenedTwice();
    }

    static Stream<GuardedCall> changes() {
        return Stream.of(GuardedCall.values()).filter(GuardedCall::changes);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void what_happened_before_the_fault_is_not_denied_and_not_repeated(GuardedCall call) {
        Instagram instagram = openFor(call);
        var subjects = new Subjects(world(), instagram, ALMA);
        for (Fault fault : hiding()) {
            Outcome<?> outcome = hit(
                    call,
                    call.prepare(instagram, subjects),
                    scripted(call, fault).afterTheEffect());

            assertThat(((Refusal.Failure) refusal(outcome)).mayHaveHappened())
                    .as("%s in %s", fault, call)
                    .isTrue();
        }
        assertNothingHappenedTwice();
    }

    private Set<Fault> hiding() {
        Set<Fault> hiding = EnumSet.copyOf(HIDING);
        hiding.retainAll(kit().faults());
        return hiding;
    }

    private Instagram openFor(GuardedCall call) {
        assumeTrue(hit.contains(call.capability()), "hit in another run");
        Driver driver = driver();
        assumeTrue(
                driver.capabilities().contains(call.capability()),
                () -> kit().missing().getOrDefault(call.capability(), ""));
        return open(driver, ALMA);
    }

    private Outcome<?> hit(GuardedCall call, Supplier<Outcome<?>> asking, ScriptedFault fault) {
        sandbox().script(fault);

        Outcome<?> outcome = asking.get();

        assertThat(sandbox().activeFaults())
                .as("requests of %s that %s hit", call, fault.fault())
                .singleElement()
                .extracting(
                        active -> TIMES - Objects.requireNonNull(active.times()), as(InstanceOfAssertFactories.INTEGER))
                .isBetween(1, kit().requestsMeeting(fault.fault()));
        sandbox().clearScript();
        return outcome;
    }

    private static ScriptedFault scripted(GuardedCall call, Fault fault) {
        return ScriptedFault.of(call.call(), fault)
                .forAccount(ALMA)
                .times(TIMES)
                .delayedBy(Duration.ZERO);
    }

    private static Class<?> kind(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> done -> Outcome.Done.class;
            case Outcome.Refused<?>(Refusal refusal) -> refusal.getClass();
        };
    }

    /** Of the things that count how often they were asked for and took effect. */
    private void assertNothingHappenedTwice() {
        int most =
                kit().faults().stream().mapToInt(kit()::requestsMeeting).max().orElseThrow();
        assertThat(sandbox().follows(ALMA)).allMatch(follow -> follow.asked() <= most && follow.times() <= 1);
        assertThat(sandbox().likes(ALMA)).allMatch(like -> like.asked() <= most && like.times() <= 1);
        assertThat(sandbox().storyViews(ALMA)).allMatch(view -> view.asked() <= most && view.times() <= 1);
        assertThat(sandbox().messages(ALMA)).allMatch(sent -> sent.asked() <= most && sent.timesReceived() <= 1);
    }
}
