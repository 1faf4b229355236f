package dev.parley.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.parley.journeys.testing.OnPage.button;
import static dev.parley.journeys.testing.OnPage.choosePassword;
import static dev.parley.journeys.testing.OnPage.link;
import static dev.parley.journeys.testing.OnPage.signIn;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.standardwebhooks.Webhook;
import dev.parley.journeys.testing.Browser;
import dev.parley.journeys.testing.Eventually;
import dev.parley.journeys.testing.Person;
import dev.parley.journeys.testing.Receiver;
import dev.parley.journeys.testing.RunningParley;
import dev.parley.journeys.testing.Truth.Follow;
import dev.parley.journeys.testing.Truth.Like;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What accounts do by themselves, from the page on which it is ordered to what Instagram knows of it. */
class JobsStoryTest {

    /** The receiver of alerts is on this machine, where nothing is sent unless that is allowed. */
    @RegisterExtension
    static final RunningParley parley = RunningParley.with(Map.of("OUTBOUND_NETWORKS", "127.0.0.1/32"));

    @RegisterExtension
    static final Browser browser = new Browser();

    @RegisterExtension
    static final Receiver receiver = new Receiver();

    private static final String PASSWORD = "a lamp over 7 quiet harbours";
    private static final String SOMEBODY = "alma.plain";
    private static final Duration A_WHILE = Duration.ofSeconds(90);
    private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(90_000);

    @AfterEach
    void no_page_complained() {
        assertThat(browser.complaints()).isEmpty();
    }

    private static Page newcomer(String name) {
        var temporary = parley.administrator().adds(name).text("temporary_password");
        var page = browser.visit(parley.instance().address());
        page.navigate("/jobs");
        signIn(page, name, temporary);
        choosePassword(page, temporary, PASSWORD);
        return page;
    }

    private static String startedBot(Person person, String account) {
        var id = person.connects(account);
        person.api().post("/api/bot/start", Map.of("account_id", id)).expect(200);
        return id;
    }

    @Test
    void each_kind_of_job_goes_from_its_page_to_the_truth() {
        var account = parley.truth().makeAccounts("worker", 1).getFirst();
        var page = newcomer("ines");
        var jobs = "/accounts/" + startedBot(Person.signIn(parley.stranger(), "ines", PASSWORD), account)
                + "/jobs/new?kind=";

        page.navigate(jobs + "follow-hashtag");
        page.getByLabel("Hashtag").fill("travel");
        wantPublicPeople(page, 2);
        atLeast(page, "How many follow them", 20);
        atLeast(page, "How many they follow", 20);
        started(page);
        var followed = page.url();
        assertThat(followsOf(account)).hasSize(2);
        var known = followsOf(account).getFirst().target();

        for (var list : List.of("follow-followers", "follow-following")) {
            page.navigate(jobs + list);
            page.getByLabel("Whose list").fill(known);
            amongPublicPeople(page, 1);
        }
        assertThat(followsOf(account)).hasSize(4);

        named(page, jobs + "follow-people", SOMEBODY);
        assertThat(followsOf(account))
                .hasSize(5)
                .anyMatch(follow -> follow.target().equals(SOMEBODY));
        named(page, jobs + "unfollow-people", SOMEBODY);
        assertThat(followsOf(account))
                .hasSize(4)
                .noneMatch(follow -> follow.target().equals(SOMEBODY));

        byHashtag(page, jobs + "like-hashtag", "How many posts", 2);
        assertThat(likedBy(account)).hasSize(2);

        named(page, jobs + "like-people", known);
        var post = likedBy(account).stream()
                .filter(like -> like.target().equals(known))
                .toList()
                .getFirst();
        page.navigate(jobs + "follow-likers");
        page.getByLabel("Which post").fill("https://www.instagram.com/p/" + post.code() + "/");
        amongPublicPeople(page, 1);
        assertThat(followsOf(account)).hasSize(5);
        page.navigate(jobs + "like-feed");
        page.getByLabel("How many posts").fill("1");
        started(page);
        assertThat(likedBy(account)).hasSize(4);
        assertThat(followsOf(account).stream().map(Follow::target))
                .contains(likedBy(account).getLast().target());

        byHashtag(page, jobs + "view-stories-hashtag", "How many people", 1);
        var watched = watchedBy(account);
        assertThat(watched).hasSize(1);
        named(page, jobs + "view-stories-people", watched.getFirst());
        page.navigate(jobs + "view-stories-followed");
        page.getByLabel("How many people").fill("1");
        started(page);
        assertThat(parley.truth().storyViews().stream()
                        .filter(view -> view.viewer().equals(account)))
                .allMatch(view -> view.times() == 1);

        page.navigate(followed);
        link(page, "Undo").click();
        page.getByLabel("Days that everybody stays followed").fill("0");
        button(page, "Unfollow them").click();
        assertThat(page.locator("#job")).containsText("Completed", PATIENTLY);
        assertThat(followsOf(account)).hasSize(3);
    }

    private static void amongPublicPeople(Page page, int amount) {
        wantPublicPeople(page, amount);
        started(page);
    }

    private static void wantPublicPeople(Page page, int amount) {
        page.getByLabel("How many people").fill(Integer.toString(amount));
        page.getByText("Filters: who the people have to be").click();
        page.getByLabel("Leave out private accounts").check();
    }

    private static void atLeast(Page page, String what, int least) {
        page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(what).setExact(true))
                .getByLabel("At least")
                .fill(Integer.toString(least));
    }

    private static void named(Page page, String form, String username) {
        page.navigate(form);
        page.getByLabel("Usernames").fill("@" + username);
        started(page);
    }

    private static void byHashtag(Page page, String form, String amount, int wanted) {
        page.navigate(form);
        page.getByLabel("Hashtag").fill("travel");
        page.getByLabel(amount).fill(Integer.toString(wanted));
        started(page);
    }

    private static void started(Page page) {
        button(page, "Start the job").click();
        assertThat(page.locator("#job")).containsText("Completed", PATIENTLY);
    }

    private static List<Follow> followsOf(String account) {
        var follows = parley.truth().followsOf(account);
        assertThat(follows).allMatch(follow -> follow.times() == 1);
        return follows.stream().filter(Follow::inForce).toList();
    }

    private static List<Like> likedBy(String account) {
        var likes = parley.truth().likes().stream()
                .filter(like -> like.sender().equals(account))
                .toList();
        assertThat(likes).allMatch(like -> like.times() == 1 && like.inForce());
        return likes;
    }

    private static List<String> watchedBy(String account) {
        return parley.truth().storyViews().stream()
                .filter(view -> view.viewer().equals(account))
                .map(view -> view.target())
                .distinct()
                .toList();
    }

    /** A cool-down takes a day: only its end is made to come. */
    @Test
    void a_block_in_mid_job_is_told_and_shown_and_the_job_goes_on_when_it_is_over() {
        var account = parley.truth().makeAccounts("blocked", 1).getFirst();
        parley.truth().script(Map.of("account", account, "call", "follow", "fault", "feedback_required", "times", 1));
        var page = newcomer("lena");
        var lena = Person.signIn(parley.stranger(), "lena", PASSWORD);
        var id = startedBot(lena, account);
        var secret = isToldOfBlocks(lena);
        var job = lena.api()
                .post(
                        "/api/bot/actions/follow-hashtag",
                        Map.of(
                                "account_id",
                                id,
                                "hashtag",
                                "travel",
                                "amount",
                                3,
                                "filters",
                                Map.of("skip_private", true)))
                .expect(202)
                .text("id");

        Eventually.within(A_WHILE)
                .shows(
                        "a bot that cools down",
                        () -> lena.api()
                                .get("/api/bot/status?account_id=" + id)
                                .expect(200)
                                .text("state"),
                        "COOLING_DOWN"::equals);
        Eventually.within(A_WHILE).shows("the receiver's letters", receiver::received, told -> !told.isEmpty());
        assertThat(receiver.received()).singleElement().satisfies(told -> {
            new Webhook(secret).verify(told.body(), told.headers());
            assertThat(told.body()).contains("account.action_blocked", account);
        });
        page.navigate("/alerts");
        assertThat(page.locator("main")).containsText("Blocks to our own program");

        page.navigate("/");
        assertThat(page.getByText("is cooling down and resumes").first()).isVisible();
        browser.picture(page, "blocked");
        page.navigate("/errors");
        link(page, "What accounts do when Instagram says no").click();
        assertThat(page.locator("main")).containsText("24 hours, then 48 hours, then 72 hours");
        browser.picture(page, "stop-policy");

        page.navigate("/jobs/" + job);
        assertThat(page.locator("#job")).containsText("0 of 3 followed");
        parley.tables().change("update bot_instances set cooldown_until = now() where account_id = '%s'".formatted(id));
        parley.tables()
                .change("update scheduled_tasks set execution_time = now() where task_instance = '%s'".formatted(id));
        assertThat(page.locator("#job")).containsText("3 of 3 followed", PATIENTLY);
        assertThat(parley.truth().followsOf(account))
                .hasSize(3)
                .allMatch(follow -> follow.times() == 1 && follow.inForce());
    }

    /** The secret with which letters to the receiver are signed. */
    private static String isToldOfBlocks(Person person) {
        var webhook = person.api()
                .post("/api/alerts/webhooks", Map.of("url", receiver.address()))
                .expect(201);
        person.api()
                .post(
                        "/api/alerts/rules",
                        Map.of(
                                "name",
                                "Blocks to our own program",
                                "events",
                                List.of("account.action_blocked"),
                                "webhooks",
                                List.of(webhook.text("id"))))
                .expect(201);
        return webhook.text("secret");
    }
}
