package dev.parley.instagram.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.Outcome;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Profile;
import dev.parley.instagram.SessionSnapshot;
import dev.parley.instagram.contract.CapabilityTable;
import dev.parley.instagram.contract.ConversationContract;
import dev.parley.instagram.contract.FollowContract;
import dev.parley.instagram.contract.FollowListContract;
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
import dev.parley.sandbox.account.Session;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

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
    class ListsFollowers extends FollowListContract {
        ListsFollowers() {
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
    void takes_over_a_session_that_the_app_has_begun(SandboxServer sandbox) {
        Session app = sandbox.makeAccounts("taken", 1).getFirst();
        String username = app.account().username();
        var cookies = Map.of("sessionid", app.sessionId(), "csrftoken", app.csrfToken(), "mid", app.mid());
        try (BrowserDriver driver = (BrowserDriver) KIT.driver(sandbox, Duration.ofSeconds(45))) {
            var account = new PersonId(Long.toString(app.account().id()));
            SessionSnapshot session = driver.adopt(account, username, driver.newIdentity(), null, cookies);

            var instagram = driver.open(session);
            assertThat(instagram.currentUser())
                    .isInstanceOfSatisfying(
                            Outcome.Done.class,
                            done -> assertThat(((Profile) done.value()).username())
                                    .isEqualTo(username));
            assertThat(cookiesOf(instagram.session()))
                    .contains("sessionid", "ds_user_id", "csrftoken", "rur", "mid")
                    .isSubsetOf("sessionid", "ds_user_id", "csrftoken", "rur", "mid", "ig_did", "datr", "ps_l", "ps_n");
        }
    }

    private static List<String> cookiesOf(SessionSnapshot session) {
        var storage =
                JsonMapper.shared().readTree(session.state()).path("storage").asString();
        return JsonMapper.shared()
                .readTree(storage)
                .path("cookies")
                .valueStream()
                .map(cookie -> cookie.path("name").asString())
                .toList();
    }

    @Test
    @ExtendWith(SandboxExtension.class)
    void says_why_it_leaves_things_out(SandboxServer sandbox) {
        CapabilityTable.record(KIT, sandbox);
    }
}
