package dev.parley.instagram.browser.chromium;

import static dev.parley.instagram.browser.testing.TestingChromium.GUISE;
import static dev.parley.instagram.browser.testing.TestingChromium.patience;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A new Playwright may switch off something else; then this list has to follow. */
class FeaturesTest {

    private static final String SWITCH = "--disable-features=";

    @Test
    void repeats_everything_that_playwright_switches_off() {
        try (var workers = new Workers(LaunchSettings.usual(), 1);
                var tabs = new Tabs(workers, 1);
                var lease = tabs.borrow("alma", GUISE, StorageState.NONE, patience())) {
            lease.tab().ready(patience());

            List<List<String>> switchedOff = switchedOff();

            assertThat(switchedOff).hasSize(2);
            assertThat(switchedOff.getLast()).containsAll(switchedOff.getFirst());
        }
    }

    /** The lists that the browser was started with, Playwright's first. */
    private static List<List<String>> switchedOff() {
        return ProcessHandle.current()
                .descendants()
                .map(process -> process.info().arguments().orElse(new String[0]))
                .filter(arguments -> Arrays.asList(arguments).contains("--remote-debugging-pipe"))
                .findFirst()
                .stream()
                .flatMap(Stream::of)
                .filter(argument -> argument.startsWith(SWITCH))
                .map(argument -> List.of(argument.substring(SWITCH.length()).split(",")))
                .toList();
    }
}
