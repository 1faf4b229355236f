package dev.parley.instagram.browser.page;

import com.microsoft.playwright.ElementHandle;

/**
 * An element that was found with help, and that fits.
 *
 * @param element this one, however the page changes around it
 * @param selector by which no other is found; for fields only
 */
public record Found(ElementHandle element, String selector) {

    /** Presses, and does not wait for what comes of it. */
    public void press() {
        element.click(new ElementHandle.ClickOptions().setNoWaitAfter(true));
    }
}
