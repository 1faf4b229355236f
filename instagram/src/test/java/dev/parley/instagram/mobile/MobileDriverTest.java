package dev.parley.instagram.mobile;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.instagram.contract.CapabilityTable;
import dev.parley.instagram.contract.ConversationContract;
import dev.parley.instagram.contract.FaultContract;
import dev.parley.instagram.contract.FollowContract;
import dev.parley.instagram.contract.FollowListContract;
import dev.parley.instagram.contract.FriendshipContract;
import dev.parley.instagram.contract.HashtagContract;
import dev.parley.instagram.contract.HomeFeedContract;
import dev.parley.instagram.contract.LikeContract;
import dev.parley.instagram.contract.LikersContract;
import dev.parley.instagram.contract.PeopleContract;
import dev.parley.instagram.contract.PostsContract;
import dev.parley.instagram.contract.SendContract;
import dev.parley.instagram.contract.SessionContract;
import dev.parley.instagram.contract.SignInContract;
import dev.parley.instagram.contract.StoryContract;
import dev.parley.sandbox.SandboxExtension;
import dev.parley.sandbox.SandboxServer;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract, suite by suite, and what is the mobile driver's own. */
@ExtendWith(SandboxExtension.class)
class MobileDriverTest {

    private static final MobileKit KIT = new MobileKit();

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
    class ReadsHashtags extends HashtagContract {
        ReadsHashtags() {
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
    class ListsFollowers extends FollowListContract {
        ListsFollowers() {
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
    class SeesWhoLikesPosts extends LikersContract {
        SeesWhoLikesPosts() {
            super(KIT);
        }
    }

    @Nested
    class ReadsPosts extends PostsContract {
        ReadsPosts() {
            super(KIT);
        }
    }

    @Nested
    class ReadsItsHomeFeed extends HomeFeedContract {
        ReadsItsHomeFeed() {
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
    class ReadsConversations extends ConversationContract {
        ReadsConversations() {
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
    class MeetsFaults extends FaultContract {
        MeetsFaults() {
            super(KIT);
        }
    }

    @Test
    void says_why_it_leaves_things_out(SandboxServer sandbox) {
        CapabilityTable.record(KIT, sandbox);
    }

    @Test
    void refuses_settings_that_make_no_sense() {
        MobileDriver.Builder builder = MobileDriver.builder();

        assertThatThrownBy(() -> builder.callDeadline(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.connectDeadline(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.largestAnswer(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.apiBase(URI.create("ftp://x")).build())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
