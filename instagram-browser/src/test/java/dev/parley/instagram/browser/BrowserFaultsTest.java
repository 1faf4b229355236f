package dev.parley.instagram.browser;

import dev.parley.instagram.contract.FaultContract;

/** Every fault in every call that the browser driver offers: as long as all other suites together, so in a process beside theirs. */
class BrowserFaultsTest extends FaultContract {

    BrowserFaultsTest() {
        super(new BrowserKit());
    }
}
