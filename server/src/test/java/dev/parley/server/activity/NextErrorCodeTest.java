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
    void a_module_without_codes_begins_with_the_first() {
        assertThat(NextErrorCode.after("NEW", "E")).isEqualTo("E-NEW-E-0001");
    }
}
