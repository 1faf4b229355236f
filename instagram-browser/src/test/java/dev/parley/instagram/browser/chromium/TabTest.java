package dev.parley.instagram.browser.chromium;

import static dev.parley.instagram.browser.testing.TestingChromium.GUISE;
import static dev.parley.instagram.browser.testing.TestingChromium.patience;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.instagram.browser.chromium.BrowserTrouble.Kind;
import dev.parley.instagram.browser.testing.TestingChromium;
import dev.parley.instagram.browser.testing.TestingSite;
import dev.parley.instagram.http.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;

class TabTest {

    private static final Duration A_MOMENT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String RUR = "\"EAG\\054123\\0541799999999:01f7abc\"";

    @RegisterExtension
    private final TestingSite site = new TestingSite();

    private final Tabs tabs = new Tabs(TestingChromium.shared(), 10);

    @AfterEach
    void close() {
        tabs.close();
    }

    @Test
    void comes_back_with_its_cookies_byte_by_byte() {
        site.route("/", exchange -> {
            exchange.getResponseHeaders().add("Set-Cookie", "rur=" + RUR + "; Path=/; HttpOnly");
            exchange.getResponseHeaders().add("Set-Cookie", "mid=abc; Path=/; Max-Age=34560000");
            TestingSite.send(exchange, 200, "text/html", TestingSite.document("<script>localStorage.k='v'</script>"));
        });
        site.route(
                "/cookies",
                exchange -> TestingSite.send(
                        exchange,
                        200,
                        "text/html",
                        TestingSite.document(
                                "<p>" + exchange.getRequestHeaders().getFirst("Cookie") + "</p>")));
        Tab first = opened("first");
        first.go(site.address("/"), patience());
        String stored = first.storage(patience());

        Tab second = opened("second", stored);
        second.go(site.address("/cookies"), patience());

        assertThat(text(second, "p")).contains("rur=" + RUR).contains("mid=abc");
        assertThat(script(second, "localStorage.k")).isEqualTo("v");
        assertThat(second.storage(patience())).isEqualTo(stored);
    }

    @Test
    void a_slow_page_does_not_hold_up_another_account_on_the_same_worker() {
        site.endless("/slow").page("/quick", "<h1>Quick</h1>");
        Tab slow = opened("slow");
        Tab quick = opened("quick");

        var waiting = CompletableFuture.runAsync(
                () -> slow.go(site.address("/slow"), patience()), Thread::startVirtualThread);
        site.awaitAsked("/slow");

        assertThat(quick.go(site.address("/quick"), patience())).isEqualTo(new Arrival.Arrived(200, null));
        assertThat(heading(quick)).isEqualTo("Quick");
        assertThat(waiting).isNotDone();
    }

    @Test
    void ends_at_its_deadline_when_a_page_does_not_come() {
        site.endless("/slow").page("/quick", "<h1>Quick</h1>");
        Tab tab = opened("slow");

        assertThatThrownBy(() -> tab.go(site.address("/slow"), Deadline.in(Duration.ofMillis(300))))
                .isInstanceOfSatisfying(
                        BrowserTrouble.class,
                        trouble -> assertThat(trouble.kind()).isEqualTo(Kind.LATE));

        tab.go(site.address("/quick"), patience());
        assertThat(heading(tab)).isEqualTo("Quick");
    }

    @Test
    void tells_a_connection_that_was_refused() {
        Arrival arrival = opened("nobody").go(TestingSite.nobodyThere(), patience());

        assertThat(arrival)
                .isInstanceOfSatisfying(
                        Arrival.Failed.class,
                        failed -> assertThat(failed.nothingSent()).isTrue());
    }

    @Test
    void looks_until_there_is_something_to_see_and_through_a_change_of_pages() {
        site.page("/", "<h1>Wait</h1><script>setTimeout(() => location.assign('/next'), 50)</script>");
        site.page(
                "/next",
                "<h1>Wait</h1><script>setTimeout(() => document.querySelector('h1').textContent = 'Come', 50)</script>");
        Tab tab = opened("patient");
        tab.go(site.address("/"), patience());

        String seen = tab.until((page, wire) -> page.getByText("Come").count() == 0 ? null : page.url(), patience());

        assertThat(seen).endsWith("/next");
    }

    @Test
    void a_page_that_hangs_is_closed_and_its_account_goes_on() {
        site.page("/", "<h1>Here</h1>");
        var impatient = LaunchSettings.usual().withStepLimit(Duration.ofSeconds(3));
        try (var workers = new Workers(impatient, 1);
                var own = new Tabs(workers, 2)) {
            Tab hanging = opened(own, "hanging");
            Tab other = opened(own, "other");
            hanging.go(site.address("/"), patience());
            other.go(site.address("/"), patience());

            assertThatThrownBy(() -> script(hanging, "while (true) {}"))
                    .isInstanceOfSatisfying(
                            BrowserTrouble.class,
                            trouble -> assertThat(trouble.kind()).isEqualTo(Kind.STUCK));

            assertThat(heading(other)).isEqualTo("Here");
            assertThat(hanging.ready(patience())).as("opened anew").isTrue();
            hanging.go(site.address("/"), patience());
            assertThat(heading(hanging)).isEqualTo("Here");
        }
    }

    @Test
    void a_browser_that_was_killed_is_replaced_and_its_accounts_come_back() {
        site.page("/", "<h1>Here</h1>");
        try (var workers = new Workers(LaunchSettings.usual(), 1);
                var own = new Tabs(workers, 2)) {
            Tab tab = opened(own, "alma");
            tab.go(site.address("/"), patience());
            script(tab, "document.cookie = 'mid=kept; Max-Age=3600'");
            tab.storage(patience());

            killBrowsersExceptShared();

            assertThatThrownBy(() ->
                            tab.until((page, wire) -> page.locator("h2").count() == 0 ? null : page, patience()))
                    .isInstanceOfSatisfying(
                            BrowserTrouble.class,
                            trouble -> assertThat(trouble.kind()).isEqualTo(Kind.GONE));
            assertThat(tab.ready(patience())).as("opened anew").isTrue();
            tab.go(site.address("/"), patience());
            assertThat(script(tab, "document.cookie")).isEqualTo("mid=kept");
        }
    }

    @Test
    void goes_on_from_its_own_states_and_opens_anew_for_another_one() {
        site.page("/", "<h1>Here</h1>");
        Tab tab = opened("alma");
        tab.go(site.address("/"), patience());
        String first = tab.storage(patience());
        script(tab, "document.cookie = 'mid=new; Max-Age=3600'");
        String second = tab.storage(patience());
        assertThat(second).isNotEqualTo(first);

        tab.continueFrom(first);
        assertThat(tab.ready(patience())).as("the same lineage").isFalse();
        tab.continueFrom(second.replace("mid", "other"));

        assertThat(tab.ready(patience())).as("opened anew").isTrue();
        assertThat(tab.storage(patience())).contains("other").doesNotContain("\"mid\"");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_browser_that_takes_too_much_memory_is_replaced_when_nobody_uses_it_and_tabs_come_back() {
        site.page("/", "<h1>Here</h1>");
        try (var workers = new Workers(LaunchSettings.usual().withMostMemory(1), 1);
                var few = new Tabs(workers, 10)) {
            try (var alma = few.borrow("alma", GUISE, StorageState.NONE, patience())) {
                alma.tab().ready(patience());
                alma.tab().go(site.address("/"), patience());
                try (var tomas = few.borrow("tomas", GUISE, StorageState.NONE, patience())) {
                    assertThat(tomas.tab().ready(patience())).isTrue();
                }
                script(alma.tab(), "document.cookie = 'mid=kept; Max-Age=3600'");
                alma.tab().storage(patience());
                assertThat(alma.tab().ready(patience())).as("in use").isFalse();
            }
            awaitAnotherBrowser(few, "alma");
            try (var alma = few.borrow("alma", GUISE, StorageState.NONE, patience())) {
                alma.tab().ready(patience());
                alma.tab().go(site.address("/"), patience());
                assertThat(script(alma.tab(), "document.cookie")).isEqualTo("mid=kept");
            }
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void nobody_else_comes_to_a_browser_that_takes_too_much_memory_before_it_is_replaced() {
        try (var workers = new Workers(LaunchSettings.usual().withMostMemory(1), 1);
                var few = new Tabs(workers, 10)) {
            try (var alma = few.borrow("alma", GUISE, StorageState.NONE, patience())) {
                alma.tab().ready(patience());
                awaitShut(few, "tomas");
            }
            try (var tomas = few.borrow("tomas", GUISE, StorageState.NONE, patience())) {
                assertThat(tomas.tab().ready(patience())).isTrue();
            }
            try (var alma = few.borrow("alma", GUISE, StorageState.NONE, patience())) {
                assertThat(alma.tab().ready(patience())).as("opened anew").isTrue();
            }
        }
    }

    private static void awaitShut(Tabs tabs, String owner) {
        var end = Instant.now().plus(LONG);
        var isShut = false;
        while (!isShut) {
            assertThat(Instant.now()).as("still open").isBefore(end);
            try (var lease = tabs.borrow(owner, GUISE, StorageState.NONE, Deadline.in(A_MOMENT))) {
                lease.tab();
            } catch (BrowserTrouble late) {
                isShut = late.kind() == Kind.LATE;
            }
        }
    }

    /** Comes again and again: it is replaced after whoever used it last has gone, and before the next one comes. */
    private static void awaitAnotherBrowser(Tabs tabs, String owner) {
        var end = Instant.now().plus(LONG);
        var opened = false;
        while (!opened) {
            assertThat(Instant.now()).as("still the same browser").isBefore(end);
            LockSupport.parkNanos(A_MOMENT.toNanos());
            try (var lease = tabs.borrow(owner, GUISE, StorageState.NONE, patience())) {
                opened = lease.tab().ready(patience());
            }
        }
    }

    private static void killBrowsersExceptShared() {
        ProcessHandle.current()
                .descendants()
                .filter(TabTest::isChromium)
                .filter(process -> process.parent().filter(TabTest::isChromium).isEmpty())
                .max(Comparator.comparing(
                        process -> process.info().startInstant().orElseThrow()))
                .orElseThrow()
                .destroyForcibly();
    }

    private static boolean isChromium(ProcessHandle process) {
        return process.info().command().orElse("").contains("chrom");
    }

    private Tab opened(String owner) {
        return opened(owner, StorageState.NONE);
    }

    private Tab opened(String owner, String storage) {
        return opened(tabs, owner, storage);
    }

    private static Tab opened(Tabs tabs, String owner) {
        return opened(tabs, owner, StorageState.NONE);
    }

    private static Tab opened(Tabs tabs, String owner, String storage) {
        try (var lease = tabs.borrow(owner, GUISE, storage, patience())) {
            lease.tab().ready(patience());
            return lease.tab();
        }
    }

    private static String heading(Tab tab) {
        return text(tab, "h1");
    }

    private static String text(Tab tab, String selector) {
        return tab.step((page, wire) -> page.locator(selector).textContent(), patience());
    }

    private static String script(Tab tab, String script) {
        return tab.step((page, wire) -> String.valueOf(page.evaluate(script)), patience());
    }
}
