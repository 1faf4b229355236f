package dev.parley.instagram.browser;

import dev.parley.instagram.contract.FaultContract;
import java.util.EnumSet;
import org.junit.jupiter.api.Tag;

/** Every fault in all other calls: pages take their time, and these take theirs several hundred times. */
@Tag("long")
class MoreBrowserFaultsTest extends FaultContract {

    MoreBrowserFaultsTest() {
        super(new BrowserKit(), EnumSet.complementOf(BrowserFaultsTest.EVERY_DAY));
    }
}
