package dev.parley.instagram;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Sending messages. */
public interface Sending {

    /**
     * Sends one message. Asked once, never repeated by the driver. After an outcome that {@link Refusal.Failure#mayHaveHappened() may
     * have happened}, look into the conversation before sending it again.
     */
    default Outcome<Sent> send(OutgoingMessage message) {
        return Outcome.unsupported(Capability.SEND);
    }

    /** Until when the account may write to somebody, known before sending. */
    default Outcome<Window> window(Person person) {
        return Outcome.unsupported(Capability.SEND);
    }

    /**
     * What Instagram said of a message that it took.
     *
     * @param message null where the driver saw the message in the conversation, but not its id
     */
    record Sent(
            @Nullable MessageId message,
            @Nullable ThreadId thread,
            @Nullable Instant at) {}

    /** When one may write. */
    sealed interface Window {

        /** At any time, as far as is known: this driver knows no windows. */
        record Always() implements Window {}

        /**
         * The official API's: 24 hours from the person's last message for programs, seven days for people.
         *
         * @param forPrograms the end of the window for anybody
         * @param forHumanAgents the end of the window for a person who writes
         */
        record Until(Instant forPrograms, Instant forHumanAgents) implements Window {

            private static final Duration FOR_PROGRAMS = Duration.ofHours(24);
            private static final Duration FOR_HUMAN_AGENTS = Duration.ofDays(7);

            /** What somebody's message, or pressing of a button, at this time opens. */
            public static Until openedAt(Instant time) {
                return new Until(time.plus(FOR_PROGRAMS), time.plus(FOR_HUMAN_AGENTS));
            }
        }

        /** The person has not written first. */
        record NeverOpened() implements Window {}
    }
}
