package dev.parley.server.automation;

import static dev.parley.server.automation.JobState.CANCELLED;
import static dev.parley.server.automation.JobState.COMPLETED;
import static dev.parley.server.automation.JobState.PAUSED;
import static dev.parley.server.automation.JobState.QUEUED;
import static dev.parley.server.automation.JobState.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class JobStateTest {

    @ParameterizedTest
    @EnumSource(names = {"QUEUED", "RUNNING", "PAUSED", "CANCELLED"})
    void what_goes_on_can_be_cancelled_and_twice_is_no_error(JobState state) {
        assertThat(state.cancelled()).isEqualTo(CANCELLED);
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETED", "FAILED"})
    void what_has_ended_stays_as_it_ended(JobState state) {
        assertRefused(state, JobState::cancelled, ErrorCode.JOB_ENDED);
    }

    @ParameterizedTest
    @EnumSource(names = {"QUEUED", "RUNNING", "PAUSED"})
    void what_goes_on_can_be_paused_and_resumed(JobState state) {
        assertThat(state.paused()).isEqualTo(PAUSED);
        assertThat(state.resumed()).isEqualTo(state == RUNNING ? RUNNING : QUEUED);
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETED", "FAILED", "CANCELLED"})
    void what_has_ended_is_neither_paused_nor_resumed(JobState state) {
        assertRefused(state, JobState::paused, ErrorCode.JOB_ENDED);
        assertRefused(state, JobState::resumed, ErrorCode.JOB_ENDED);
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILED", "CANCELLED"})
    void what_failed_or_was_cancelled_can_be_retried(JobState state) {
        assertThat(state.retried()).isEqualTo(QUEUED);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"FAILED", "CANCELLED"},
            mode = Mode.EXCLUDE)
    void nothing_else_can_be_retried(JobState state) {
        assertRefused(state, JobState::retried, state == COMPLETED ? ErrorCode.JOB_ENDED : ErrorCode.JOB_NOT_ENDED);
    }

    private static void assertRefused(JobState state, UnaryOperator<JobState> move, ErrorCode code) {
        assertThatThrownBy(() -> move.apply(state)).isInstanceOfSatisfying(BotException.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.refusal().state()).isEqualTo(state.stored());
            assertThat(refused.refusal().expected()).isNotEmpty();
        });
    }
}
