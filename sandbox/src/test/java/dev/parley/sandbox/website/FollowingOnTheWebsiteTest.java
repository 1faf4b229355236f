package dev.parley.sandbox.website;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.sandbox.SandboxExtension;
import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.Fault;
import dev.parley.sandbox.script.ScriptedFault;
import dev.parley.sandbox.website.variant.Variant;
import dev.parley.sandbox.world.Person;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

@ExtendWith(SandboxExtension.class)
class FollowingOnTheWebsiteTest {
    @RegisterExtension
    private static final TestingBrowser BROWSER = new TestingBrowser();

    private final SandboxServer sandbox;
    private final Person open;
    private final Person closed;
    private @Nullable Site visiting;

    FollowingOnTheWebsiteTest(SandboxServer sandbox) {
        this.sandbox = sandbox;
        open = sandbox.people().stream()
                .filter(person -> !person.deleted() && !person.isPrivate())
                .findFirst()
                .orElseThrow();
        closed = sandbox.people().stream()
                .filter(person -> !person.deleted() && person.isPrivate())
                .findFirst()
                .orElseThrow();
    }

    @BeforeEach
    void signIn() {
        visiting = new Site(BROWSER.visit(sandbox.baseUrl()));
        visiting.adopt(sandbox.makeAccounts("fan", 1).getFirst(), sandbox.baseUrl());
    }

    @Test
    void a_follow_and_its_end_are_the_truth_everywhere() {
        sandbox.website().variant(Variant.FOLLOW_CHEVRON).variant(Variant.SUGGESTIONS_SHOWN);
        site().page().navigate("/" + open.username() + "/");
        header().getByRole(AriaRole.BUTTON, named("^Follow$")).click();
        assertThat(header().getByRole(AriaRole.BUTTON, named("^Following Down chevron icon$")))
                .isVisible();
        TestingBrowser.picture(site().page(), "followed");
        assertThat(sandbox.follows("fan.1")).singleElement().matches(follow -> follow.inForce());

        header().getByRole(AriaRole.BUTTON, named("^Following\\b")).click();
        TestingBrowser.picture(site().page(), "unfollow-menu");
        site().button("Unfollow").click();
        assertThat(header().getByRole(AriaRole.BUTTON, named("^Follow$"))).isVisible();
        assertThat(sandbox.follows("fan.1")).singleElement().matches(follow -> !follow.inForce());
    }

    @Test
    void a_private_person_is_asked_and_the_request_taken_back_after_a_question() {
        site().page().navigate("/" + closed.username() + "/");
        assertThat(site().text("This account is private")).isVisible();
        header().getByRole(AriaRole.BUTTON, named("^Follow$")).click();
        header().getByRole(AriaRole.BUTTON, named("^Requested$")).click();

        assertThat(site().dialog()).containsText("you'll have to request to follow @" + closed.username() + " again.");
        TestingBrowser.picture(site().page(), "unfollow-confirm");
        site().button("Unfollow").click();

        assertThat(header().getByRole(AriaRole.BUTTON, named("^Follow$"))).isVisible();
    }

    @Test
    void a_blocked_action_is_a_dialog_and_follows_nobody() {
        sandbox.website().variant(Variant.BLOCK_LIMIT);
        sandbox.script(ScriptedFault.of(Call.FOLLOW, Fault.FEEDBACK_REQUIRED));
        site().page().navigate("/" + open.username() + "/");

        header().getByRole(AriaRole.BUTTON, named("^Follow$")).click();

        assertThat(site().dialog()).containsText("We limit how often you can do certain things");
        TestingBrowser.picture(site().page(), "block");
        assertThat(sandbox.follows("fan.1")).singleElement().matches(follow -> !follow.inForce());
    }

    private Site site() {
        return Objects.requireNonNull(visiting);
    }

    private Locator header() {
        return site().page().locator("main header");
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(Pattern.compile(name));
    }
}
