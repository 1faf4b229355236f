package dev.parley.instagram.browser.chromium;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;

/** A tab as it stands in the browser: its context and its one page. For the worker's thread. */
record Opened(Browser browser, BrowserContext context, Page page, Passage passage, Wire wire, Health health) {

    /** How long Playwright may wait for an element to become fit to be used. */
    private static final double ELEMENT_LIMIT_MILLIS = 3_000;

    /** Changes when the page crashes. */
    static final class Health {
        private boolean crashed;
    }

    static Opened in(Browser browser, BrowserContext context) {
        Page page = context.newPage();
        page.setDefaultTimeout(ELEMENT_LIMIT_MILLIS);
        var health = new Health();
        page.onCrash(ignored -> health.crashed = true);
        return new Opened(browser, context, page, new Passage(page), new Wire(page), health);
    }

    boolean isAlive() {
        return contextIsAlive() && !page.isClosed() && !health.crashed;
    }

    boolean contextIsAlive() {
        return browser.isConnected() && !context.isClosed();
    }

    void closePage() {
        quietly(page::close);
    }

    void closeContext() {
        quietly(context::close);
    }

    /** What is gone already need not be closed. */
    private static void quietly(Runnable close) {
        try {
            close.run();
        } catch (PlaywrightException e) {
            if (Troubles.cutOff(e)) {
                throw e;
            }
        }
    }
}
