package dev.parley.sandbox.website;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.parley.sandbox.SandboxExtension;
import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.comment.CommentTruth;
import dev.parley.sandbox.website.variant.Variant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

@ExtendWith(SandboxExtension.class)
class PostsAndStoriesOnTheWebsiteTest {
    @RegisterExtension
    private static final TestingBrowser BROWSER = new TestingBrowser();

    @Test
    void a_post_opens_over_its_hashtag_and_is_liked_and_commented_there(SandboxServer sandbox) {
        sandbox.website().variant(Variant.HASHTAG_REDIRECT).variant(Variant.LIKE_DIV);
        var site = signedIn(sandbox);
        Page page = site.page();
        page.navigate("/explore/tags/travel/");
        assertThat(page).hasURL(Pattern.compile("/explore/search/keyword/\\?q=%23travel$"));

        String code = picture(sandbox);
        page.locator("main a[href*='/p/" + code + "/']").click();
        assertThat(page).hasURL(Pattern.compile("/p/" + code + "/$"));
        site.dialog().locator("section svg[aria-label=Like]").click();
        assertThat(site.dialog().locator("section svg[aria-label=Unlike]")).isVisible();
        page.getByLabel("Add a comment…").fill("Lovely");
        site.button("Post").click();
        assertThat(site.dialog().getByText("Lovely")).isVisible();
        page.locator("svg[aria-label=Close]").click();

        assertThat(site.dialog()).hasCount(0);
        assertThat(page).hasURL(Pattern.compile("/explore/search/keyword/"));
        assertThat(sandbox.likes("fan.1")).singleElement().matches(like -> like.inForce());
        assertThat(sandbox.comments()).extracting(CommentTruth::text).containsExactly("Lovely");
    }

    @Test
    void stories_are_reported_one_by_one_once_somebody_wants_to_be_seen(SandboxServer sandbox) {
        sandbox.website().variant(Variant.STORY_GATE_SHOWN);
        var site = signedIn(sandbox);
        Page page = site.page();
        String teller = teller(sandbox);
        page.navigate("/stories/" + teller + "/");
        assertThat(page.getByText("View as fan.1?")).isVisible();
        assertThat(sandbox.storyViews("fan.1")).isEmpty();

        site.button("View story").click();
        assertThat(page).hasURL(Pattern.compile("/stories/" + teller + "/\\d+/$"));
        page.locator("svg[aria-label=Pause]").click();
        assertThat(page.locator("svg[aria-label=Play]")).isVisible();
        page.getByPlaceholder("Reply to " + teller + "...").click();
        page.locator("svg[aria-label=Close]").click();

        assertThat(page.locator("svg[aria-label=Home]")).isVisible();
        assertThat(page).hasURL(Pattern.compile("^[^/]+//[^/]+/$"));
        assertThat(sandbox.storyViews("fan.1"))
                .singleElement()
                .matches(view -> view.target().equals(teller) && view.times() == 1);
    }

    private static Site signedIn(SandboxServer sandbox) {
        var site = new Site(BROWSER.visit(sandbox.baseUrl()));
        site.adopt(sandbox.makeAccounts("fan", 1).getFirst(), sandbox.baseUrl());
        return site;
    }

    /** A recent post that everybody may open at the address of pictures. */
    private static String picture(SandboxServer sandbox) {
        return sandbox.posts("travel", 20).stream()
                .filter(post -> !post.clip() && !post.owner().isPrivate())
                .findFirst()
                .orElseThrow()
                .code();
    }

    private static String teller(SandboxServer sandbox) {
        var visitor = TestingVisitor.signedIn(sandbox.makeAccounts("other", 1).getFirst(), sandbox.baseUrl());
        return sandbox.people().stream()
                .filter(person -> !person.deleted() && !person.isPrivate())
                .map(person -> person.username())
                .filter(name -> visitor.get("/stories/" + name + "/").statusCode() == 200)
                .findFirst()
                .orElseThrow();
    }
}
