package dev.parley.server.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.core.ErrorCode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NextErrorCodeTest {

    @Test
    void a_code_is_given_once() {
        assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::code)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::code))
                .doesNotContain(NextErrorCode.after("FLW", "W"));
    }

    @Test
    void what_a_newer_version_has_stored_can_be_read() {
        assertThat(ErrorCode.of("E-NEW-E-0001")).isEqualTo(ErrorCode.OF_A_NEWER_VERSION);
        assertThat(ErrorCode.named("OF_TOMORROW")).isEqualTo(ErrorCode.OF_A_NEWER_VERSION);
        assertThat(ErrorCode.of(ErrorCode.BUG.code())).isEqualTo(ErrorCode.BUG);
        assertThat(ErrorCode.named(ErrorCode.BUG.name())).isEqualTo(ErrorCode.BUG);
    }

    @Test
    void a_module_without_codes_begins_with_the_first() {
        assertThat(NextErrorCode.after("NEW", "E")).isEqualTo("E-NEW-E-0001");
    }
}
