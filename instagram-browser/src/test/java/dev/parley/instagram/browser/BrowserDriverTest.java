package dev.parley.instagram.browser;

import dev.parley.instagram.contract.CapabilityTable;
import dev.parley.instagram.contract.ConversationContract;
import dev.parley.instagram.contract.FollowContract;
import dev.parley.instagram.contract.FriendshipContract;
import dev.parley.instagram.contract.HashtagContract;
import dev.parley.instagram.contract.LikeContract;
import dev.parley.instagram.contract.PeopleContract;
import dev.parley.instagram.contract.SendContract;
import dev.parley.instagram.contract.SessionContract;
import dev.parley.instagram.contract.SignInContract;
import dev.parley.instagram.contract.StoryContract;
import dev.parley.sandbox.SandboxExtension;
import dev.parley.sandbox.SandboxServer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract, suite by suite, and what is the browser driver's own. */
class BrowserDriverTest {

    private static final BrowserKit KIT = new BrowserKit();

    @Nested
    class SignsIn extends SignInContract {
        SignsIn() {
            super(KIT);
        }
    }

    @Nested
    class KeepsSessions extends SessionContract {
        KeepsSessions() {
            super(KIT);
        }
    }

    @Nested
    class LooksPeopleUp extends PeopleContract {
        LooksPeopleUp() {
            super(KIT);
        }
    }

    @Nested
    class SeesFriendships extends FriendshipContract {
        SeesFriendships() {
            super(KIT);
        }
    }

    @Nested
    class Follows extends FollowContract {
        Follows() {
            super(KIT);
        }
    }

    @Nested
    class SearchesHashtags extends HashtagContract {
        SearchesHashtags() {
            super(KIT);
        }
    }

    @Nested
    class LikesPosts extends LikeContract {
        LikesPosts() {
            super(KIT);
        }
    }

    @Nested
    class WatchesStories extends StoryContract {
        WatchesStories() {
            super(KIT);
        }
    }

    @Nested
    class Sends extends SendContract {
        Sends() {
            super(KIT);
        }
    }

    @Nested
    class ReadsConversations extends ConversationContract {
        ReadsConversations() {
            super(KIT);
        }
    }

    @Test
    @ExtendWith(SandboxExtension.class)
    void says_why_it_leaves_things_out(SandboxServer sandbox) {
        CapabilityTable.record(KIT, sandbox);
    }
}
