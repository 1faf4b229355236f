package dev.parley.server.automation;

import static dev.parley.server.testing.TestingApi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.world.Post;
import dev.parley.server.schedule.TestingSchedules;
import dev.parley.server.testing.Hands;
import dev.parley.server.testing.Inspection;
import dev.parley.server.testing.TestingBrowser;
import dev.parley.server.testing.TestingParley;
import dev.parley.server.testing.TestingVisitor;
import dev.parley.server.testing.TestingVisitor.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JobPagesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final SandboxServer instagram = SandboxServer.builder().start();

    @RegisterExtension
    static final TestingParley parley =
            TestingParley.start(Map.of("parley.sandbox-url", instagram.baseUrl(), "parley.bot.divisor", "0"));

    @RegisterExtension
    static final TestingBrowser browser = new TestingBrowser();

    @AfterAll
    static void close() {
        instagram.close();
    }

    @Test
    void a_job_is_ordered_watched_and_found_again() {
        var alma = parley.visitor("alma");
        assertThat(alma.get("/jobs").words()).contains("No jobs yet", "Connect an account");
        var account = connect(alma);
        alma.submit(account + "/activation");
        assertThat(alma.get(account + "/jobs/new").words())
                .contains("Follow people by hashtag", "At the present pace and limits, 5 follows take about");

        var job = alma.submit(
                        account + "/jobs",
                        "hashtag",
                        "#Travel",
                        "amount",
                        "3",
                        "filters.skipPrivate",
                        "true",
                        "filters.posts.min",
                        "",
                        "filters.posts.max",
                        "100000",
                        "filters.withoutWords",
                        "crypto, forex")
                .location();
        assertThat(job).startsWith("/jobs/");
        var done = await().atMost(PATIENCE)
                .until(() -> alma.get(job), page -> page.words().contains("It is done"));
        assertThat(done.words()).contains("Follow 3 people by #travel", "3 of 3 followed", "Followed");
        assertThat(done.words())
                .contains("Private accountsLeft out", "PostsAt most 100,000", "Without the wordscrypto, forex");
        assertThat(done.text()).contains("<progress", "value=\"3\"").doesNotContain("hx-trigger=\"news");
        assertThat(done.text()).contains("href=\"" + job + "/csv\"");
        assertThat(alma.get(job + "/csv").text())
                .startsWith("username,instagram_user_id,state")
                .contains(",succeeded,");
        assertThat(alma.get(job + "/progress").text()).doesNotContain("<html").contains("3 of 3 followed");

        var happened = alma.get(done.text()
                .replaceAll("(?s).*href=\"(/activity\\?[^\"]+)\".*", "$1")
                .replace("&amp;", "&"));
        assertThat(happened.words()).contains("Only what one job did", "Follow").doesNotContain("just now Bot start");

        assertThat(alma.get("/jobs").words()).contains("Follow 3 people by #travel", "Completed");
        assertThat(alma.get("/").words()).contains("Latest jobs", "Follow 3 people by #travel");
    }

    @Test
    void an_action_is_chosen_before_its_form() {
        var fred = parley.visitor("fred");
        var account = connect(fred);
        fred.submit(account + "/activation");
        var form = fred.get(account + "/jobs/new?kind=like-hashtag");
        assertThat(form.words()).contains("Like posts by hashtag", "How many posts", "5 likes take about");
        var job = fred.submit(account + "/jobs", "kind", "like-hashtag", "hashtag", "travel", "amount", "2")
                .location();
        var done = await().atMost(PATIENCE)
                .until(() -> fred.get(job), page -> page.words().contains("It is done"));
        assertThat(done.words()).contains("Like 2 posts by #travel", "2 of 2 liked", "Liked");

        assertThat(fred.get(account + "/jobs/new?kind=like-people").words())
                .contains("Like posts of people by name", "How many posts", "Usernames");
        var poster = instagram.posts("food", 100).stream()
                .map(Post::owner)
                .filter(owner -> !owner.isPrivate())
                .findFirst()
                .orElseThrow()
                .username();
        var named = fred.submit(account + "/jobs", "kind", "like-people", "people", poster, "amount", "")
                .location();
        await().atMost(PATIENCE)
                .until(() -> fred.get(named), page -> page.words().contains("It is done"));
        assertThat(fred.get(named).words()).contains("Like 1 post of @" + poster);

        assertThat(fred.get(account + "/jobs/new?kind=like-feed").words())
                .contains("Like posts of the home feed", "How many posts", "Filters");
        var feed = fred.submit(account + "/jobs", "kind", "like-feed", "amount", "2")
                .location();
        var empty = await().atMost(PATIENCE)
                .until(() -> fred.get(feed), page -> page.words().contains("It is done"));
        assertThat(empty.words()).contains("Like 2 posts of the home feed", "0 of 2 liked", "Nobody left");
    }

    @Test
    void people_are_followed_by_name_and_the_job_is_undone() {
        var gina = parley.visitor("gina");
        var account = connect(gina);
        gina.submit(account + "/activation");
        gina.get(account + "/jobs/new?kind=follow-people");
        assertThat(gina.submit(account + "/jobs", "kind", "follow-people", "people", "two!", "amount", "")
                        .words())
                .contains("is no username");
        var somebody = instagram.people().stream()
                .filter(person -> !person.deleted())
                .findFirst()
                .orElseThrow()
                .username();
        var job = gina.submit(account + "/jobs", "kind", "follow-people", "people", "@" + somebody, "amount", "")
                .location();
        await().atMost(PATIENCE).until(() -> gina.get(job), page -> page.words().contains("It is done"));
        assertThat(gina.get(job).words()).contains("Follow 1 person: @" + somebody, "Undo");
        assertThat(gina.get(job + "/undo").words()).contains("unfollows the 1 person", "Days that everybody stays");
        var undo = gina.submit(job + "/undo", "afterDays", "0").location();
        var done = await().atMost(PATIENCE)
                .until(() -> gina.get(undo), page -> page.words().contains("It is done"));
        assertThat(done.words()).contains("Unfollow 1 person", "1 of 1 unfollowed");
    }

    @Test
    void the_likers_of_a_post_are_followed_by_its_address() {
        var nora = parley.visitor("nora");
        var account = connect(nora);
        nora.submit(account + "/activation");
        assertThat(nora.get(account + "/jobs/new?kind=follow-likers").words())
                .contains("Follow people who like a post", "Which post");
        var wrong = nora.submit(
                account + "/jobs", "kind", "follow-likers", "post", "instagram.com/alma.plain/", "amount", "2");
        assertThat(wrong.words()).contains("is the address of a profile; give that of one of its posts");
        assertThat(wrong.text()).contains("value=\"instagram.com/alma.plain/\"");
        var post = instagram.posts("travel", 100).stream()
                .filter(each -> !each.owner().isPrivate() && each.likes() > 50)
                .findFirst()
                .orElseThrow();
        var address = "https://www.instagram.com/p/" + post.code() + "/";
        var job = nora.submit(account + "/jobs", "kind", "follow-likers", "post", address, "amount", "2")
                .location();
        var done = await().atMost(PATIENCE)
                .until(() -> nora.get(job), page -> page.words().contains("It is done"));
        assertThat(done.words())
                .contains("Follow 2 people among likers of instagram.com/p/" + post.code(), "2 of 2 followed");
    }

    @Test
    void a_job_is_paused_resumed_cancelled_and_tried_again() {
        var boris = parley.visitor("boris");
        var account = connect(boris);
        boris.get(account + "/jobs/new");
        var job = boris.submit(
                        account + "/jobs", "hashtag", "travel", "amount", "2", "filters.languages", "german, unknown")
                .location();
        assertThat(boris.get(job).words())
                .contains("Waiting", "The bot is stopped", "Biography inGerman or a language that nobody can tell");

        boris.submit(job + "/pause");
        assertThat(boris.get(job).words()).contains("Paused", "Resume");
        boris.delete(job + "/pause");
        assertThat(boris.get(job).words()).contains("Pause").doesNotContain("Resume");
        boris.submit(job + "/cancellation");
        assertThat(boris.get(job).words()).contains("It was cancelled", "Try again");
        boris.submit(job + "/retrial");
        assertThat(boris.get(job).words()).contains("Waiting").doesNotContain("cancelled");
        assertThat(boris.submit(job + "/retrial").words()).contains("The job has not ended");
    }

    @Test
    void a_job_comes_again_at_its_times_each_time_once() throws InterruptedException {
        var kim = parley.visitor("kim");
        var account = connect(kim);
        kim.get(account + "/jobs/new");
        var job = kim.submit(account + "/jobs", "hashtag", "travel", "amount", "2")
                .location();
        var id = job.replace("/jobs/", "");
        assertThat(kim.get(job).hasLink("/schedules/new?job=" + id)).isTrue();
        assertThat(kim.get("/schedules").words()).contains("No schedules yet");

        kim.get("/schedules/new?job=" + id);
        var wrong = kim.submit("/schedules", "job", id, "repeats", "weekly", "at", "9 o'clock");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.words()).contains("must be days of the week");
        var often = kim.submit("/schedules", "job", id, "repeats", "cron", "cron", "* * * * *");
        assertThat(often.words()).contains("a quarter of an hour or more");
        var schedule = kim.submit(
                        "/schedules", "job", id, "repeats", "daily", "at", "09:00", "time_zone", "Europe/Berlin")
                .location();
        assertThat(kim.get(schedule).words())
                .contains("Daily at 09:00 (Europe/Berlin)", "Next times", "It has not come yet");
        assertThat(kim.get("/schedules").words()).contains("Follow 2 people by #travel", "Daily at 09:00");

        kim.submit(schedule + "/runs");
        assertThat(kim.get(schedule).words()).contains("Skipped: The job before has not ended");
        kim.submit(job + "/cancellation");

        var nodes = new TestingSchedules(parley, schedule.replace("/schedules/", ""));
        nodes.miss();
        assertThatThrownBy(nodes::dieHalfWay).hasMessage("killed");
        assertThat(jobsOf(kim)).isEqualTo(1);
        nodes.runOnTwoNodesAtOnce();
        assertThat(jobsOf(kim)).isEqualTo(2);
        nodes.run();
        assertThat(jobsOf(kim)).isEqualTo(2);
        assertThat(kim.get(schedule).words()).contains("Job ordered");

        kim.get("/jobs");
        kim.submit(lastJob("kim") + "/cancellation");
        kim.delete(account + "/session");
        nodes.miss();
        nodes.run();
        assertThat(jobsOf(kim)).isEqualTo(2);
        assertThat(kim.get(schedule).words()).contains("Skipped: Session invalid");
        assertThat(kim.get("/activity").words()).contains("has no Instagram session that works");
    }

    private static int jobsOf(TestingVisitor visitor) {
        return visitor.get("/jobs").text().split("<td data-label=\"Job\">", -1).length - 1;
    }

    private static String lastJob(String person) {
        return "/jobs/"
                + parley.person(person)
                        .get("/api/schedules")
                        .body()
                        .path("items")
                        .get(0)
                        .path("last_job_id")
                        .asString();
    }

    @Test
    void a_schedule_is_picked_by_the_scheduler_paused_changed_and_deleted() {
        var lena = parley.visitor("lena");
        var account = connect(lena);
        lena.get(account + "/jobs/new");
        var job = lena.submit(account + "/jobs", "hashtag", "travel", "amount", "1")
                .location();
        lena.submit(job + "/cancellation");
        var api = parley.person("lena");
        var made = api.post(
                "/api/schedules",
                json("{'job_id': '%s', 'repeats': 'cron', 'cron': '0 9 * * MON-FRI', 'time_zone': 'Asia/Kathmandu'}"
                        .formatted(job.replace("/jobs/", ""))));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().path("next_times")).hasSize(5);
        var path = "/api/schedules/" + made.field("id");
        assertThat(api.get(path).body()).isEqualTo(made.body());

        var nodes = new TestingSchedules(parley, made.field("id"));
        nodes.miss();
        nodes.wake();
        var run = await().atMost(PATIENCE)
                .until(
                        () -> api.get(path).body(),
                        seen -> seen.path("runs").path(0).path("job_id").equals(seen.path("last_job_id")));
        assertThat(run.path("runs")).hasSize(1);
        assertThat(run.path("next_at")).isEqualTo(made.body().path("next_at"));

        var paused = api.post(path + "/pause", "{}");
        assertThat(paused.field("state")).isEqualTo("paused");
        assertThat(paused.body().path("next_times")).isEmpty();
        var resumed = api.post(path + "/resume", "{}");
        assertThat(resumed.body().path("next_at")).isEqualTo(made.body().path("next_at"));
        var once = api.put(path, json("{'repeats': 'once', 'at': '2999-12-01T09:00'}"));
        assertThat(once.field("next_at")).isEqualTo("2999-12-01T09:00:00Z");
        assertThat(api.put(path, json("{'repeats': 'once', 'at': '1999-12-01T09:00'}"))
                        .status())
                .isEqualTo(400);
        assertThat(api.post(path + "/run", "{}").body().path("runs")).hasSize(2);
        assertThat(api.delete(path).status()).isEqualTo(204);
        assertThat(api.get(path).error()).isEqualTo("SCHEDULE_NOT_FOUND");
    }

    @Test
    void nobody_is_kept_from_using_the_pages() {
        var rosa = parley.visitor("rosa");
        var account = connect(rosa);
        rosa.get(account + "/jobs/new");
        var job = rosa.submit(account + "/jobs", "hashtag", "travel", "amount", "2")
                .location();
        var page = browser.pageToInspect(parley.uri("/").toString());
        Hands.signIn(page, "rosa", TestingParley.PASSWORD, "/jobs");
        Hands.shows(page, "Follow 2 people by #travel");
        for (var path : List.of(
                "/jobs",
                job,
                "/schedules",
                "/schedules/new?job=" + job.replace("/jobs/", ""),
                account + "/jobs/new",
                account + "/jobs/new?kind=follow-likers",
                account + "/jobs/new?kind=like-people",
                account + "/jobs/new?kind=like-feed",
                account + "/limits",
                account + "/working-hours")) {
            Inspection.passes(page, path);
        }
    }

    @Test
    void jobs_are_ordered_by_keyboard_and_without_scripts() {
        var vera = parley.visitor("vera");
        var form = connect(vera) + "/jobs/new?kind=";
        var page = browser.pageWithoutScripts(parley.uri("/").toString());
        Hands.signIn(page, "vera", TestingParley.PASSWORD, "/jobs");
        Hands.shows(page, "No jobs yet");

        page.navigate(form + "follow-likers");
        PlaywrightAssertions.assertThat(page.getByLabel("Which post")).isFocused();
        page.keyboard().type("instagram.com/vera/");
        page.keyboard().press("Enter");
        Hands.shows(page, "is the address of a profile; give that of one of its posts");
        PlaywrightAssertions.assertThat(page.getByLabel("Which post")).isFocused();
        page.keyboard().press("Control+A");
        page.keyboard().type("https://www.instagram.com/p/B1LbfVPlwIA/");
        page.keyboard().press("Enter");
        Hands.shows(page, "Follow 5 people among likers of instagram.com/p/B1LbfVPlwIA");

        page.navigate(form + "like-people");
        PlaywrightAssertions.assertThat(page.getByLabel("Usernames")).isFocused();
        page.keyboard().type("somebody, @somebody.else");
        Hands.tabTo(page, page.getByLabel("Dry run: only list whom it would choose"));
        page.keyboard().press("Space");
        Hands.tabTo(page, Hands.button(page, "Start the job"));
        page.keyboard().press("Enter");
        Hands.shows(page, "Find 2 posts of a list of 2 people");

        page.navigate(form + "like-feed");
        Hands.tabTo(page, page.getByLabel("How many posts"));
        page.keyboard().press("Control+A");
        page.keyboard().type("0");
        page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(page).hasURL(Pattern.compile("kind=like-feed"));
        page.keyboard().press("Control+A");
        page.keyboard().type("3");
        page.keyboard().press("Enter");
        Hands.shows(page, "Like 3 posts of the home feed");
    }

    @Test
    void what_is_wrong_with_an_order_is_said_at_its_field() {
        var clara = parley.visitor("clara");
        var account = connect(clara);
        clara.get(account + "/jobs/new");
        var many = clara.submit(account + "/jobs", "hashtag", "two words", "amount", "1001");
        assertThat(many.status()).isEqualTo(400);
        assertThat(many.text()).contains("value=\"two words\"", "value=\"1001\"");
        assertThat(many.words()).contains("must be less than or equal to 1000");
        assertThat(clara.submit(account + "/jobs", "hashtag", "two words", "amount", "3")
                        .words())
                .contains("1 to 100 letters, digits and underscores");
        assertThat(clara.submit(account + "/jobs", "hashtag", "travel", "amount", "some")
                        .words())
                .contains("is not a value of this kind");
        var filtered = clara.submit(
                account + "/jobs",
                "hashtag",
                "travel",
                "amount",
                "3",
                "filters.verified",
                "true",
                "filters.postedWithinDays",
                "0",
                "filters.words",
                "baker, street food",
                "filters.posts.min",
                "");
        assertThat(filtered.words()).contains("must be greater than or equal to 1");
        assertThat(filtered.text())
                .contains(
                        "<details class=\"mb-3\" id=\"filters\" open>",
                        "value=\"true\" selected",
                        "value=\"0\"",
                        "value=\"baker, street food\"");
        var empty = clara.submit(
                account + "/jobs",
                "hashtag",
                "travel",
                "amount",
                "3",
                "filters.followers.min",
                "30",
                "filters.followers.max",
                "20");
        assertThat(empty.words()).contains("must not be less than min");
        var klingon =
                clara.submit(account + "/jobs", "hashtag", "travel", "amount", "3", "filters.languages", "en, Klingon");
        assertThat(klingon.words()).contains("“Klingon” is none of af, ar,");
        assertThat(klingon.text()).contains("value=\"en, Klingon\"");
        assertThat(clara.submit(account + "/jobs", "hashtag", "travel", "amount", "3", "filters.postedWithinDays", "x")
                        .words())
                .contains("is not a value of this kind");
        assertThat(clara.get(account + "/jobs/preview?amount=100").words())
                .isEqualTo("At the present pace and limits, 100 follows take about 28 hours."
                        + " Most of that is waiting for the limit of the instance, 50 a day.");
        assertThat(clara.get(account + "/jobs/preview?amount=7&dryRun=true&filters.posts.min=3")
                        .words())
                .isEqualTo("At the present pace and limits, finding 7 people takes about a second."
                        + " The filters need the profiles of at least 7 people, and take longer the fewer pass.");
        assertThat(clara.get(account + "/jobs/preview?amount=x").words()).isEmpty();
    }

    @Test
    void without_a_session_nothing_is_ordered() {
        var dora = parley.visitor("dora");
        var account = connect(dora);
        dora.get("/");
        dora.delete(account + "/session");
        var refused = dora.submit(account + "/jobs", "hashtag", "travel", "amount", "3");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.words()).contains("Session invalid", "E-AUTH-E-0003");
        assertThat(dora.get("/jobs").words()).contains("No jobs yet");
    }

    @Test
    void strangers_and_other_tenants_see_no_job() {
        var emil = parley.visitor("emil");
        var account = connect(emil);
        emil.get("/");
        var job = emil.submit(account + "/jobs", "hashtag", "travel", "amount", "2")
                .location();
        var other = parley.visitor("oscar");
        other.get("/");
        for (var path :
                new String[] {job, job + "/progress", job + "/csv", account + "/jobs/new", "/jobs/" + UUID.randomUUID()
                }) {
            assertThat(other.get(path).status()).as(path).isEqualTo(404);
        }
        for (var action : new String[] {job + "/pause", job + "/cancellation", job + "/retrial"}) {
            assertThat(other.submit(action).status()).as(action).isEqualTo(404);
        }
        assertThat(other.submit(account + "/jobs", "hashtag", "travel", "amount", "2")
                        .status())
                .isEqualTo(404);
        assertThat(other.get("/jobs").words()).contains("No jobs yet");
        for (var path : new String[] {"/jobs", job, account + "/jobs/new"}) {
            assertThat(parley.visitor().get(path).location()).startsWith("/login?next=");
        }
    }

    private static String connect(TestingVisitor visitor) {
        var username = instagram.makeAccounts("job", 1).getFirst().account().username();
        visitor.get("/accounts/connect/mobile");
        Page connected = visitor.submit("/accounts/connect/mobile", "username", username, "password", "sandbox-pass");
        assertThat(connected.location()).startsWith("/#account-");
        return connected.location().replace("/#account-", "/accounts/");
    }
}
