package dev.parley.instagram.browser.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StorageStateTest {

    @Test
    void of_a_session_only_what_it_needs_is_kept() {
        String kept = StorageState.ordered(state(
                "sessionid", "ds_user_id", "csrftoken", "rur", "mid", "ig_did", "datr", "fr", "_ga", "oo", "tracking"));
        assertThat(names(kept)).containsExactly("csrftoken", "datr", "ds_user_id", "ig_did", "mid", "rur", "sessionid");
        assertThat(StorageState.ordered(kept)).isEqualTo(kept);
    }

    @Test
    void on_the_way_to_a_session_everything_is_kept() {
        assertThat(names(StorageState.ordered(state("mid", "checkpoint", "csrftoken"))))
                .containsExactly("checkpoint", "csrftoken", "mid");
    }

    private static String state(String... cookies) {
        return Stream.of(cookies)
                .map("{\"name\":\"%s\",\"value\":\"v\",\"domain\":\".instagram.com\",\"path\":\"/\"}"::formatted)
                .collect(Collectors.joining(",", "{\"cookies\":[", "],\"origins\":[]}"));
    }

    private static List<String> names(String state) {
        var names = new ArrayList<String>();
        JsonMapper.shared()
                .readTree(state)
                .path("cookies")
                .forEach(cookie -> names.add(cookie.path("name").asString()));
        return names;
    }
}
