package dev.parley.instagram.browser.chromium;

import static dev.parley.instagram.browser.testing.TestingChromium.GUISE;
import static dev.parley.instagram.browser.testing.TestingChromium.patience;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.instagram.browser.chromium.BrowserTrouble.Kind;
import dev.parley.instagram.http.Deadline;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Without a browser: no tab is opened here. */
class TabsTest {

    private final Workers workers = new Workers(LaunchSettings.usual(), 2);
    private final Tabs tabs = new Tabs(workers, 2);

    @AfterEach
    void close() {
        tabs.close();
        workers.close();
    }

    @Test
    void closes_the_tab_that_was_used_longest_ago_when_another_is_needed() {
        Tab alma = used("alma");
        used("tomas");
        assertThat(used("alma")).isSameAs(alma);

        used("sami");

        assertThat(tabs.open()).isEqualTo(2);
        assertThat(used("alma")).as("used last, so kept").isSameAs(alma);
    }

    @Test
    void spreads_accounts_over_the_workers() {
        assertThat(used("alma").worker()).isNotSameAs(used("tomas").worker());
    }

    @Test
    void says_in_time_that_all_tabs_are_in_use() {
        try (var first = lease("alma");
                var second = lease("tomas")) {
            assertThat(first.tab()).isNotSameAs(second.tab());

            assertThatThrownBy(() -> borrow("sami", Deadline.in(Duration.ofMillis(1))))
                    .isInstanceOfSatisfying(
                            BrowserTrouble.class,
                            trouble -> assertThat(trouble.kind()).isEqualTo(Kind.LATE));
        }
        used("sami");
    }

    @Test
    void gives_a_tab_to_one_caller_at_a_time() {
        CompletableFuture<Tab> second;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var first = lease("alma")) {
            second = CompletableFuture.supplyAsync(() -> used("alma"), threads);
            var hasty = CompletableFuture.supplyAsync(() -> borrow("alma", Deadline.in(Duration.ofMillis(1))), threads);
            assertThatThrownBy(hasty::join).hasCauseInstanceOf(BrowserTrouble.class);
            assertThat(second).isNotDone();
            assertThat(first.tab()).isNotNull();
        }
        assertThat(second.join()).isNotNull();
    }

    @Test
    void a_tab_gets_its_owner_when_the_owner_is_known() {
        Tab guest;
        try (var lease = lease("somebody")) {
            guest = lease.tab();
            lease.rename("alma");
        }

        assertThat(used("alma")).isSameAs(guest);
    }

    private Tab used(String owner) {
        try (var lease = lease(owner)) {
            return lease.tab();
        }
    }

    private Tabs.Lease lease(String owner) {
        return borrow(owner, patience());
    }

    private Tabs.Lease borrow(String owner, Deadline deadline) {
        return tabs.borrow(owner, GUISE, StorageState.NONE, deadline);
    }
}
