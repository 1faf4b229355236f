package dev.parley.instagram.browser.chromium;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitUntilState;
import dev.parley.instagram.browser.chromium.BrowserTrouble.Kind;
import dev.parley.instagram.http.Deadline;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One account's own corner of a browser: a context with its cookies, and one page. It opens when it is needed, and again from what was last
 * known of its cookies when browser or page have died. For one caller at a time, of any thread.
 */
public final class Tab {

    /** How long a worker waits for a page by itself; what takes longer is watched from outside. */
    private static final double NAVIGATION_SLICE_MILLIS = 150;

    private final Worker worker;
    private final Guise guise;
    private final Lineage lineage;
    private final Notes notes = new Notes();
    private @Nullable Opened opened;

    Tab(Worker worker, Guise guise, String storage) {
        this.worker = worker;
        this.guise = guise;
        this.lineage = new Lineage(StorageState.ordered(storage));
    }

    /** Something done with the page at once. */
    @FunctionalInterface
    public interface Step<T> {
        T on(Page page, Wire wire);
    }

    /** Something that may be seen on the page now, or not yet. */
    @FunctionalInterface
    public interface Look<T> {
        @Nullable
        T at(Page page, Wire wire);
    }

    Worker worker() {
        return worker;
    }

    /** What its users keep in mind about what it has shown. */
    public Notes notes() {
        return notes;
    }

    /**
     * Opens the tab if it is not open.
     *
     * @return whether it had to be opened: then it shows nothing yet
     * @throws BrowserTrouble if that is not possible
     */
    public boolean ready(Deadline deadline) {
        return worker.start(this::open, deadline);
    }

    private boolean open() {
        Opened known = opened;
        if (known != null && known.isAlive()) {
            return false;
        }
        if (known != null && known.contextIsAlive()) {
            known.closePage();
            opened = Opened.in(known.browser(), known.context());
            return true;
        }
        Browser browser = worker.browser();
        BrowserContext context = browser.newContext(guise.options().setStorageState(lineage.latest()));
        opened = Opened.in(browser, context);
        return true;
    }

    /**
     * One short step.
     *
     * @throws BrowserTrouble if the page does not do it
     */
    public <T> T step(Step<T> step, Deadline deadline) {
        return worker.step(
                () -> {
                    Opened tab = live();
                    return step.on(tab.page(), tab.wire());
                },
                this::abandon,
                deadline);
    }

    /**
     * Looks at the page until there is something to see; what a page that changes meanwhile does not show yet, the next look may.
     *
     * @throws BrowserTrouble if it does not come in time
     */
    public <T> T until(Look<T> look, Deadline deadline) {
        return worker.<T>until(() -> look(look), this::abandon, deadline);
    }

    private <T> @Nullable T look(Look<T> look) {
        Opened tab = live();
        if (tab.passage().underway()) {
            letEventsIn(tab.page());
            return null;
        }
        try {
            return look.at(tab.page(), tab.wire());
        } catch (PlaywrightException e) {
            if (Troubles.cutOff(e) || Troubles.of(e).kind() == Kind.GONE) {
                throw e;
            }
            return null;
        }
    }

    /** Fact: events of the browser arrive during calls only; this one asks nothing of the page. */
    private static void letEventsIn(Page page) {
        page.waitForTimeout(1);
    }

    /**
     * Goes to an address and waits until the document is there.
     *
     * @throws BrowserTrouble if it does not come in time, or the page is gone
     */
    public Arrival go(String address, Deadline deadline) {
        Supplier<Boolean> leave = () -> leaveFor(address);
        worker.step(leave, this::abandon, deadline);
        Supplier<@Nullable Arrival> arrival = () -> {
            Opened tab = live();
            letEventsIn(tab.page());
            return tab.passage().arrival();
        };
        return worker.<Arrival>until(arrival, this::abandon, deadline);
    }

    private boolean leaveFor(String address) {
        Opened tab = live();
        tab.passage().begin();
        tab.wire().clear();
        try {
            tab.page()
                    .navigate(
                            address,
                            new Page.NavigateOptions()
                                    .setWaitUntil(WaitUntilState.COMMIT)
                                    .setTimeout(NAVIGATION_SLICE_MILLIS));
        } catch (TimeoutError stillOnItsWay) {
            return true;
        } catch (PlaywrightException e) {
            if (!tab.passage().fail(String.valueOf(e.getMessage()))) {
                throw e;
            }
        }
        return true;
    }

    private Opened live() {
        Opened tab = opened;
        if (tab == null || !tab.isAlive()) {
            throw new BrowserTrouble(Kind.GONE, "the page or its browser is gone");
        }
        return tab;
    }

    /** After a step that got stuck. A page that is only on its way somewhere is let go on. */
    private void abandon() {
        Opened tab = opened;
        if (tab != null && !tab.passage().underway()) {
            tab.closePage();
        }
    }

    /** Cookies and local storage as they are now. */
    public String storage(Deadline deadline) {
        String now = worker.step(() -> live().context().storageState(), this::abandon, deadline);
        return lineage.grow(StorageState.ordered(now));
    }

    /** Cookies and local storage as last known, without asking. */
    public String latestStorage() {
        return lineage.latest();
    }

    /**
     * Makes sure that the tab goes on from this state: nothing happens if it is one that the tab has come from, otherwise it is closed and
     * opens anew from it.
     */
    public void continueFrom(String storage) {
        String state = StorageState.ordered(storage);
        if (!lineage.has(state)) {
            close();
            lineage.restart(state);
        }
    }

    /** Closes the context, soon. */
    public void close() {
        worker.later(() -> {
            Opened tab = opened;
            opened = null;
            if (tab != null) {
                tab.closeContext();
            }
        });
    }
}
