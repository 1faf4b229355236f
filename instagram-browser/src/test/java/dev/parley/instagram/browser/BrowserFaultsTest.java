package dev.parley.instagram.browser;

import dev.parley.instagram.Capability;
import dev.parley.instagram.contract.FaultContract;
import java.util.EnumSet;

/** Every fault in calls of each kind: asked as scripts ask, done on a profile, written in a conversation. */
class BrowserFaultsTest extends FaultContract {

    static final EnumSet<Capability> EVERY_DAY = EnumSet.of(Capability.PEOPLE, Capability.FOLLOW, Capability.SEND);

    BrowserFaultsTest() {
        super(new BrowserKit(), EVERY_DAY);
    }
}
