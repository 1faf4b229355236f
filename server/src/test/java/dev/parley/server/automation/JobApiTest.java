package dev.parley.server.automation;

import static dev.parley.server.testing.TestingApi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.follow.FollowTruth;
import dev.parley.sandbox.like.LikeTruth;
import dev.parley.sandbox.official.Flavour;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.Fault;
import dev.parley.sandbox.script.ScriptedFault;
import dev.parley.sandbox.world.Person;
import dev.parley.sandbox.world.Post;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.testing.TestingApi;
import dev.parley.server.testing.TestingParley;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class JobApiTest {

    private static final String FOLLOW = "/api/bot/actions/follow-hashtag";
    private static final String PREVIEW = "/api/bot/actions/preview";
    private static final String JOBS = "/api/bot/jobs";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final SandboxServer instagram = SandboxServer.builder().start();

    @RegisterExtension
    static final TestingParley parley =
            TestingParley.start(Map.of("parley.sandbox-url", instagram.baseUrl(), "parley.bot.divisor", "0"));

    private static int people;

    private TestingApi alma = parley.api();

    @BeforeEach
    void somebody_new() {
        alma = parley.person("person" + people++);
    }

    @AfterEach
    void no_faults() {
        instagram.clearScript();
    }

    @AfterAll
    static void close() {
        instagram.close();
    }

    @Test
    void without_a_session_nothing_is_stored() {
        var refused = alma.post(FOLLOW, json("{'hashtag':'travel','amount':5}"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.error()).isEqualTo("SESSION_INVALID");
        assertThat(refused.field("error_code")).isEqualTo("E-AUTH-E-0003");
        assertThat(alma.get(JOBS).body().path("items")).isEmpty();
        var start = alma.post("/api/bot/start");
        for (var member : List.of("error", "message", "state", "expected")) {
            assertThat(refused.body().path(member))
                    .as(member)
                    .isEqualTo(start.body().path(member));
        }
        assertThat(refused.field("state")).isEqualTo("DISCONNECTED");
    }

    @Test
    void a_job_is_accepted_waits_for_its_bot_and_tells_how_it_went() {
        connect();
        var accepted = alma.post(
                FOLLOW, json("{'hashtag':'#Travel','amount':3,'filters':{'skip_private':true},'dry_run':false}"));
        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.field("state")).isEqualTo("waiting");
        assertThat(accepted.field("reason")).isEqualTo("BOT_STOPPED");
        assertThat(accepted.field("hashtag")).isEqualTo("travel");
        assertThat(accepted.body().path("filters").path("skip_private").asBoolean())
                .isTrue();

        alma.post("/api/bot/start");
        var job = JOBS + "/" + accepted.field("id");
        var done = await().until(
                        () -> alma.get(job), answer -> answer.field("state").equals("completed"));

        assertThat(done.body().path("progress").path("done").asInt()).isEqualTo(3);
        assertThat(done.body().path("progress").path("percent").asInt()).isEqualTo(100);
        assertThat(done.field("correlation_id")).isEqualTo(accepted.header("X-Correlation-Id"));
        assertThat(done.body().path("targets").path("items")).isNotEmpty().allSatisfy(target -> {
            assertThat(target.path("username").asString()).isNotEmpty();
            assertThat(target.path("state").asString()).isIn("succeeded", "skipped", "candidate");
        });
    }

    @Test
    void likes_one_post_of_each_and_nothing_twice() {
        var username = started();
        var first = done(ordered("like-hashtag", "{'hashtag':'travel','amount':6}"));

        assertThat(first.field("kind")).isEqualTo("like-hashtag");
        assertThat(first.body().path("progress").path("done").asInt()).isEqualTo(6);
        var likes = instagram.likes(username);
        assertThat(likes).hasSize(6).allMatch(like -> like.asked() == 1 && like.times() == 1 && like.inForce());
        assertThat(likes).extracting(LikeTruth::target).doesNotHaveDuplicates();

        var second = done(ordered("like-hashtag", "{'hashtag':'travel','amount':4}"));
        assertThat(reasons(second)).contains("LIKE_ALREADY");
        assertThat(instagram.likes(username))
                .hasSize(10)
                .allMatch(like -> like.asked() == 1)
                .extracting(LikeTruth::target)
                .doesNotHaveDuplicates();
        var asked =
                Stream.of(first, second).flatMap(job -> reasons(job).stream()).filter("POST_GONE"::equals);
        assertThat(used("like")).isEqualTo(10 + (int) asked.count());
    }

    @Test
    void looks_whether_a_like_took_effect_whose_answer_was_lost() {
        var username = started();
        instagram.script(ScriptedFault.of(Call.LIKE, Fault.DROP)
                .forAccount(username)
                .times(2)
                .afterTheEffect());
        var job = done(ordered("like-hashtag", "{'hashtag':'travel','amount':4}"));

        assertThat(job.body().path("progress").path("succeeded").asInt()).isEqualTo(4);
        assertThat(instagram.likes(username)).hasSize(4).allMatch(like -> like.asked() == 1 && like.times() == 1);
    }

    @Test
    void takes_another_post_where_one_is_gone_and_none_of_protected_people() {
        var username = started();
        var dry = done(ordered("like-hashtag", "{'hashtag':'travel','amount':2,'dry_run':true}"));
        assertThat(instagram.likes(username)).isEmpty();
        var first =
                dry.body().path("targets").path("items").get(0).path("username").asString();
        assertThat(alma.put("/api/contacts/protected/" + first, json("{}")).status())
                .isLessThan(300);
        instagram.script(ScriptedFault.of(Call.LIKE, Fault.USER_NOT_FOUND)
                .forAccount(username)
                .times(1));

        var job = done(ordered("like-hashtag", "{'hashtag':'travel','amount':3}"));

        assertThat(reasons(job)).contains("FOLLOW_PROTECTED");
        assertThat(job.body().path("progress").path("succeeded").asInt()).isEqualTo(3);
        assertThat(instagram.likes(username))
                .filteredOn(like -> like.times() == 1)
                .hasSize(3)
                .noneMatch(like -> like.target().equals(first));
    }

    @Test
    void follows_people_of_lists_and_by_name_and_undoes_it() {
        var username = started();
        var somebody = instagram.people().stream()
                .filter(person -> !person.isPrivate() && !person.deleted())
                .findFirst()
                .orElseThrow()
                .username();
        var followed = done(ordered("follow-people", "{'people':['@%s','nobody.of.this.name']}".formatted(somebody)));
        assertThat(reasons(followed)).contains("FOLLOW_TARGET_GONE");
        assertThat(followed.body().path("progress").path("succeeded").asInt()).isEqualTo(1);

        done(ordered(
                "follow-followers",
                "{'username':'%s','amount':2,'filters':{'skip_private':true}}".formatted(somebody)));
        assertThat(instagram.follows(username)).hasSize(3).allMatch(FollowTruth::inForce);
        var follower = instagram.follows(username).getLast().target();
        var following = done(ordered(
                "follow-following",
                "{'username':'%s','amount':1,'filters':{'skip_private':true}}".formatted(follower)));
        assertThat(reasons(following)).as("whom a follower follows").contains("FOLLOW_ALREADY");

        var undone = done(ordered("unfollow", "{'job_id':'%s'}".formatted(followed.field("id"))));
        assertThat(undone.field("kind")).isEqualTo("unfollow-job");
        assertThat(instagram.follows(username))
                .filteredOn(follow -> !follow.inForce())
                .extracting(FollowTruth::target)
                .containsExactly(somebody);
        var again = done(ordered("unfollow", "{'job_id':'%s'}".formatted(followed.field("id"))));
        assertThat(reasons(again)).containsExactly("UNFOLLOW_NOT_FOLLOWED");
        assertThat(used("unfollow")).isEqualTo(1);
    }

    @Test
    void follows_people_who_like_a_post() {
        var username = started();
        var post = post(150, 400);
        var likers = instagram.likers(post).stream().map(Person::username).toList();
        var wish =
                "{'post':'https://www.instagram.com/reel/%s/?igsh=MWx1','amount':%d,'filters':{'skip_private':true}}";

        var first = done(ordered("follow-likers", wish.formatted(post.code(), 3)));
        assertThat(first.field("kind")).isEqualTo("follow-likers");
        assertThat(first.body().path("source").path("name").asString()).isEqualTo(post.code());
        done(ordered("follow-likers", wish.formatted(post.code(), 2)));
        assertThat(instagram.follows(username))
                .hasSize(5)
                .allMatch(follow -> follow.asked() == 1 && follow.inForce() && likers.contains(follow.target()));

        var everybody = "{'post':'%s','amount':1000,'dry_run':true,'filters':{'verified':true}}";
        var all = done(ordered("follow-likers", everybody.formatted(post.code())));
        assertThat(all.field("reason")).isEqualTo("SOURCE_EMPTY");
        var progress = all.body().path("progress");
        assertThat(progress.path("candidates").asInt()
                        + progress.path("skipped").asInt())
                .as("likers seen, on pages of a hundred")
                .isEqualTo(likers.size());
    }

    @Test
    void says_that_there_is_no_such_post_or_that_its_likers_are_shown_to_followers_only() {
        started();
        assertThat(failed(ordered("follow-likers", "{'post':'DA5','amount':3}")).field("reason"))
                .isEqualTo("POST_GONE");
        var hidden = instagram.posts("travel", Integer.MAX_VALUE).stream()
                .filter(post -> post.owner().isPrivate())
                .findFirst()
                .orElseThrow();
        assertThat(failed(ordered("follow-likers", "{'post':'%s','amount':3}".formatted(hidden.code())))
                        .field("reason"))
                .isEqualTo("SOURCE_PRIVATE");
    }

    @Test
    void likes_the_newest_post_of_each_of_the_people_by_name() {
        var username = started();
        var poster = post(0, Integer.MAX_VALUE).owner();
        var silent = somebody(
                person -> !person.isPrivate() && instagram.posts(person).isEmpty());
        var hidden = somebody(Person::isPrivate);
        var wish = "{'people':['@%s','%s','%s','nobody.of.this.name']}"
                .formatted(poster.username(), silent.username(), hidden.username());

        var job = done(ordered("like-people", wish));

        assertThat(job.field("kind")).isEqualTo("like-people");
        assertThat(reasons(job)).containsExactly("", "LIKE_NO_POST", "FOLLOW_PRIVATE", "FOLLOW_TARGET_GONE");
        assertThat(instagram.likes(username))
                .singleElement()
                .matches(like ->
                        like.times() == 1 && like.inForce() && like.target().equals(poster.username()))
                .satisfies(like -> assertThat(
                                instagram.posts(poster).stream().limit(2).map(Post::id))
                        .as("the newest post, or the one before if one came since")
                        .contains(like.media()));
        assertThat(used("like")).isEqualTo(1);
    }

    @Test
    void likes_again_of_people_by_name_but_nothing_twice() {
        var username = started();
        var poster = post(0, Integer.MAX_VALUE).owner().username();
        done(ordered("follow-people", "{'people':['%s']}".formatted(poster)));

        done(ordered("like-people", "{'people':['%s']}".formatted(poster)));
        var again = done(ordered("like-people", "{'people':['%s']}".formatted(poster)));

        assertThat(instagram.likes(username))
                .allMatch(like -> like.asked() == 1 && like.target().equals(poster));
        assertThat(reasons(again)).as("unless there is a new post").isSubsetOf("LIKE_ALREADY", "");
    }

    @Test
    void likes_posts_of_the_home_feed_one_of_each_person_and_nothing_twice() throws Exception {
        var username = started();
        assertThat(done(ordered("like-feed", "{'amount':3}")).field("reason")).isEqualTo("SOURCE_EMPTY");
        done(ordered("follow-hashtag", "{'hashtag':'travel','amount':8,'filters':{'skip_private':true}}"));
        var followed =
                instagram.follows(username).stream().map(FollowTruth::target).toList();
        publish(username);

        var dry = done(ordered("like-feed", "{'amount':4,'dry_run':true}"));
        assertThat(targets(dry, "candidate")).hasSize(4).isSubsetOf(followed);
        assertThat(instagram.likes(username)).isEmpty();

        var job = done(ordered("like-feed", "{'amount':5}"));
        assertThat(job.field("kind")).isEqualTo("like-feed");
        assertThat(job.body().path("progress").path("succeeded").asInt()).isEqualTo(5);
        assertThat(instagram.likes(username))
                .hasSize(5)
                .allMatch(like -> like.asked() == 1 && like.times() == 1 && like.inForce())
                .extracting(LikeTruth::target)
                .doesNotHaveDuplicates()
                .isSubsetOf(followed);

        var rest = done(ordered("like-feed", "{'amount':8}"));
        assertThat(reasons(rest)).contains("LIKE_ALREADY");
        assertThat(rest.field("reason")).isEqualTo("SOURCE_EMPTY");
        assertThat(targets(rest, "succeeded")).doesNotHaveDuplicates().isSubsetOf(followed);
        assertThat(instagram.likes(username))
                .allMatch(like -> like.asked() == 1 && like.times() == 1)
                .extracting(LikeTruth::target)
                .isSubsetOf(followed);
    }

    @Test
    void what_is_undone_in_some_days_waits_until_then() {
        var username = started();
        var followed =
                done(ordered("follow-hashtag", "{'hashtag':'travel','amount':2,'filters':{'skip_private':true}}"));
        var undo = ordered("unfollow", "{'job_id':'%s','after_days':3}".formatted(followed.field("id")));
        var waiting = await().atMost(PATIENCE)
                .until(() -> alma.get(JOBS + "/" + undo.field("id")), job -> "AFTER_DAYS".equals(job.field("reason")));
        assertThat(waiting.field("state")).isEqualTo("waiting");
        assertThat(Instant.parse(waiting.field("resumes_at")))
                .isAfter(Instant.now().plus(Duration.ofDays(2)));
        assertThat(instagram.follows(username)).allMatch(FollowTruth::inForce);
        assertThat(alma.post(JOBS + "/" + undo.field("id") + "/cancel").field("state"))
                .isEqualTo("cancelled");
    }

    @Test
    void unfollows_by_name_but_never_protected_people_and_counts_a_lost_answer_once() {
        var username = started();
        done(ordered("follow-hashtag", "{'hashtag':'travel','amount':3,'filters':{'skip_private':true}}"));
        var people =
                instagram.follows(username).stream().map(FollowTruth::target).toList();
        alma.put("/api/contacts/protected/" + people.getFirst(), json("{}"));
        instagram.script(ScriptedFault.of(Call.UNFOLLOW, Fault.DROP)
                .forAccount(username)
                .times(1)
                .afterTheEffect());

        var job = done(ordered("unfollow", json("{'people':['%s']}".formatted(String.join("','", people)))));

        assertThat(reasons(job)).contains("FOLLOW_PROTECTED");
        assertThat(job.body().path("progress").path("succeeded").asInt()).isEqualTo(2);
        assertThat(instagram.follows(username))
                .filteredOn(FollowTruth::inForce)
                .extracting(FollowTruth::target)
                .containsExactly(people.getFirst());
        assertThat(used("unfollow")).isEqualTo(2);
    }

    @Test
    void watches_each_story_once_and_counts_it_once() {
        var username = started();
        var teller = instagram.people().stream()
                .filter(person ->
                        !person.isPrivate() && !instagram.stories(person).isEmpty())
                .findFirst()
                .orElseThrow();
        var wish = "{'people':['%s']}".formatted(teller.username());
        instagram.script(ScriptedFault.of(Call.STORY_SEEN, Fault.DROP)
                .forAccount(username)
                .times(1)
                .afterTheEffect());

        var job = done(ordered("view-stories", wish));

        assertThat(job.body().path("progress").path("succeeded").asInt()).isEqualTo(1);
        var views = instagram.storyViews(username);
        assertThat(views)
                .isNotEmpty()
                .allMatch(view -> view.asked() == 1 && view.target().equals(teller.username()));
        assertThat(used("story_view")).isEqualTo(views.size());
        assertThat(reasons(done(ordered("view-stories", wish)))).containsExactly("STORY_SEEN");

        done(ordered("follow-people", wish));
        assertThat(reasons(done(ordered("view-stories", "{'followed':true,'amount':5}"))))
                .containsExactly("STORY_SEEN");
        assertThat(done(ordered("view-stories", "{'hashtag':'travel','amount':1}"))
                        .body()
                        .path("progress")
                        .path("done")
                        .asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "view-stories|{'amount':5}|hashtag",
                "view-stories|{'hashtag':'travel','followed':true,'amount':5}|hashtag",
                "view-stories|{'hashtag':'travel'}|amount",
                "follow-followers|{'username':'two words','amount':5}|username",
                "follow-likers|{'amount':5}|post",
                "follow-likers|{'post':' ','amount':5}|post",
                "follow-likers|{'post':'https://www.instagram.com/alma.plain/','amount':5}|post",
                "follow-likers|{'post':'B1LbfVPlwIA'}|amount",
                "like-people|{'people':[]}|people",
                "like-feed|{'amount':0}|amount",
                "like-feed|{}|amount",
                "follow-people|{'people':[]}|people",
                "follow-people|{'people':['two words']}|people",
                "unfollow|{}|people",
                "unfollow|{'people':['sam'],'after_days':2}|after_days",
            })
    void what_makes_no_sense_is_refused_by_its_field(String action, String body, String field) {
        connect();
        var refused = alma.post("/api/bot/actions/" + action, json(body));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("fields").get(0).path("field").asString())
                .isEqualTo(field);
    }

    @Test
    void a_job_that_still_goes_or_followed_nobody_is_not_undone() {
        connect();
        var job = order();
        var undo = json("{'job_id':'%s'}".formatted(job));
        assertThat(alma.post("/api/bot/actions/unfollow", undo).error()).isEqualTo("JOB_STILL_GOING");
        alma.post(JOBS + "/" + job + "/cancel");
        assertThat(alma.post("/api/bot/actions/unfollow", undo).error()).isEqualTo("JOB_FOLLOWED_NOBODY");
    }

    @Test
    void jobs_and_targets_come_in_pages() {
        connect();
        var first = order();
        var second = order();
        var page = alma.get(JOBS + "?limit=1");
        assertThat(page.body().path("items").get(0).path("id").asString()).isEqualTo(second);
        var next = alma.get(JOBS + "?limit=1&cursor=" + page.field("next_cursor"));
        assertThat(next.body().path("items").get(0).path("id").asString()).isEqualTo(first);
        assertThat(next.body().path("next_cursor").isNull()).isTrue();
        assertThat(alma.get(JOBS + "/" + first + "/targets").body().path("items"))
                .isEmpty();
    }

    @Test
    void everybody_whom_a_job_has_seen_is_given_as_a_spreadsheet_that_runs_nothing() {
        connect();
        var job = order();
        parley.database().owner().sql("""
                        insert into job_targets
                            (job_id, instagram_user_id, workspace_id, position, username, state, error_code, error_detail)
                        select id, n::text, workspace_id, n, 'person' || n, 'skipped', 'FILTER_UNWANTED_WORD', '=1+1, "2"'
                        from jobs cross join generate_series(1, 450) as n where id = :job::uuid
                        """).param("job", job).update();

        var sheet = alma.with("Accept", "text/csv").get(JOBS + "/" + job + "/targets");

        assertThat(sheet.status()).isEqualTo(200);
        assertThat(sheet.header("Content-Type")).startsWith("text/csv");
        var lines = sheet.text().lines().toList();
        assertThat(lines).hasSize(451);
        assertThat(lines.getFirst()).isEqualTo("username,instagram_user_id,state,error_code,reason,detail,updated_at");
        assertThat(lines.get(450))
                .startsWith("person450,450,skipped,E-FLW-I-0027,Has an unwanted word,\"'=1+1, \"\"2\"\"\",");
        var stranger = parley.person("stranger" + people++);
        assertThat(stranger.with("Accept", "text/csv")
                        .get(JOBS + "/" + job + "/targets")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void how_long_a_job_would_take_is_told_before_it_is_ordered() {
        connect();
        var preview = alma.post(PREVIEW, json("{'kind':'follow-hashtag','amount':25,'filters':{'posts':{'min':1}}}"));
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.body().path("takes_s").asLong()).isBetween(121 * 60L, 122 * 60L);
        assertThat(preview.field("held_by")).isEqualTo("hour");
        assertThat(preview.field("limited_by")).isEqualTo("instance");
        assertThat(preview.field("ends_at")).isNotEmpty();
        assertThat(preview.body().path("profiles").asInt()).isEqualTo(25);
        assertThat(preview.field("words"))
                .isEqualTo(
                        "At the present pace and limits, 25 follows take about 2 hours. Most of that is waiting for the limit"
                                + " of the instance, 10 an hour. The filters need the profiles of at least 25 people, and take"
                                + " longer the fewer pass.");
        assertThat(held("{'kind':'follow-hashtag','amount':100}")).isEqualTo("day");
        assertThat(held("{'kind':'like-hashtag','amount':1}")).isEqualTo("pace");
        var dry = alma.post(PREVIEW, json("{'kind':'follow-hashtag','amount':1000,'dry_run':true}"));
        assertThat(dry.body().path("takes_s").asLong()).isZero();
        assertThat(alma.get(JOBS).body().path("items")).isEmpty();
    }

    @Test
    void the_preview_keeps_the_working_hours_and_knows_whose_limit_holds() {
        connect();
        alma.put("/api/bot/limits", json("{'limits':[{'action':'follow','per_hour':3}]}"));
        var own = alma.post(PREVIEW, json("{'kind':'follow-people','amount':9}"));
        assertThat(own.field("limited_by")).isEqualTo("account");
        assertThat(own.field("words")).contains("the limit of the account itself, 3 an hour.");

        var day =
                LocalDate.now(ZoneOffset.UTC).plusDays(3).getDayOfWeek().name().toLowerCase(Locale.ROOT);
        var hours = "{'working_hours':{'%s':['12:00-13:00']},'time_zone':'UTC'}".formatted(day);
        assertThat(alma.patch("/api/accounts/" + own.field("account_id"), json(hours))
                        .status())
                .isEqualTo(200);
        var later = alma.post(PREVIEW, json("{'kind':'like-hashtag','amount':1}"));
        assertThat(later.field("held_by")).isEqualTo("working_hours");
        assertThat(later.field("words")).endsWith("Most of that is outside its working hours.");
        assertThat(later.field("ends_at")).endsWith("T12:00:00Z");

        alma.put("/api/bot/limits", json("{'limits':[{'action':'follow','per_hour':0}]}"));
        var shut = alma.post(PREVIEW, json("{'kind':'follow-people','amount':9}"));
        assertThat(shut.body().path("takes_s").isNull()).isTrue();
        assertThat(shut.field("words")).isEqualTo("The limit of the account itself is 0, and allows no follows.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'kind':'paint-hashtag','amount':5}|kind",
                "{'kind':'follow-hashtag','amount':0}|amount",
                "{'kind':'unfollow-people','amount':5,'filters':{'verified':true}}|filters",
                "{'kind':'follow-hashtag','amount':5,'filters':{'posts':{'min':2,'max':1}}}|filters.posts.max",
            })
    void a_preview_of_what_could_not_be_ordered_is_refused_by_its_field(String wish, String field) {
        connect();
        var refused = alma.post(PREVIEW, json(wish));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("fields").get(0).path("field").asString())
                .isEqualTo(field);
    }

    private String held(String wish) {
        return alma.post(PREVIEW, json(wish)).field("held_by");
    }

    @Test
    void a_person_changes_their_mind() {
        connect();
        var job = JOBS + "/" + order();
        assertThat(alma.post(job + "/pause").field("state")).isEqualTo("paused");
        assertThat(alma.post(job + "/resume").field("state")).isEqualTo("waiting");
        var early = alma.post(job + "/retry");
        assertThat(early.error()).isEqualTo("JOB_NOT_ENDED");
        assertThat(early.field("state")).isEqualTo("queued");
        assertThat(alma.post(job + "/cancel").field("state")).isEqualTo("cancelled");
        assertThat(alma.post(job + "/cancel").field("state")).isEqualTo("cancelled");
        var late = alma.post(job + "/pause");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.error()).isEqualTo("JOB_ENDED");
        assertThat(late.body().path("expected")).isNotEmpty();
        assertThat(alma.post(job + "/retry").field("state")).isEqualTo("waiting");
    }

    @Test
    void another_workspaces_job_is_not_there() {
        connect();
        var job = JOBS + "/" + order();
        var tomas = parley.person("other" + people++);
        assertThat(tomas.get(job).error()).isEqualTo("JOB_NOT_FOUND");
        assertThat(tomas.get(job + "/targets").error()).isEqualTo("JOB_NOT_FOUND");
        for (var move : new String[] {"cancel", "pause", "resume", "retry"}) {
            assertThat(tomas.post(job + "/" + move).error()).isEqualTo("JOB_NOT_FOUND");
        }
        assertThat(tomas.get(JOBS).body().path("items")).isEmpty();
        assertThat(alma.get(JOBS + "/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(parley.api().get(job).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'amount':5}|hashtag",
                "{'hashtag':'two words','amount':5}|hashtag",
                "{'hashtag':'travel'}|amount",
                "{'hashtag':'travel','amount':0}|amount",
                "{'hashtag':'travel','amount':1001}|amount",
                "{'hashtag':'travel','amount':5,'filters':{'posted_within_days':0}}|filters.posted_within_days",
                "{'hashtag':'travel','amount':5,'filters':{'posted_within_days':3651}}|filters.posted_within_days",
                "{'hashtag':'travel','amount':5,'filters':{'followers':{'min':-1}}}|filters.followers.min",
                "{'hashtag':'travel','amount':5,'filters':{'posts':{'min':9,'max':8}}}|filters.posts.max",
                "{'hashtag':'travel','amount':5,'filters':{'followers_per_following':{'min':2,'max':1.5}}}|filters.followers_per_following.max",
                "{'hashtag':'travel','amount':5,'filters':{'followers_per_following':{'min':1e9}}}|filters.followers_per_following.min",
                "{'hashtag':'travel','amount':5,'filters':{'languages':['en','tlh']}}|filters.languages",
                "{'hashtag':'travel','amount':5,'filters':{'words':['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa']}}|filters.words",
            })
    void what_is_not_right_is_refused_by_its_field(String body, String field) {
        connect();
        var refused = alma.post(FOLLOW, json(body));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("fields").get(0).path("field").asString())
                .isEqualTo(field);
        assertThat(alma.get(JOBS).body().path("items")).isEmpty();
    }

    @Test
    void a_job_goes_on_by_itself_when_the_owner_has_signed_in_again() {
        var username = connect();
        alma.post("/api/bot/start");
        instagram.script(ScriptedFault.of(Call.FOLLOW, Fault.LOGIN_REQUIRED)
                .forAccount(username)
                .times(1));
        var job = JOBS + "/" + order();
        await().until(() ->
                "NEEDS_ATTENTION".equalsIgnoreCase(alma.get("/api/bot/status").field("state")));

        logIn(username);

        await().until(() -> "completed".equals(alma.get(job).field("state")));
        assertThat(instagram.follows(username)).hasSize(5);
    }

    @Test
    void a_bot_whose_session_proves_to_be_over_needs_its_owner() {
        var username = connect();
        alma.post("/api/bot/start");
        instagram.script(ScriptedFault.of(Call.CURRENT_USER, Fault.LOGIN_REQUIRED)
                .forAccount(username)
                .times(1));
        var me = alma.get("/api/me").field("id");
        assertThat(alma.post("/api/users/" + me + "/test-session").field("session_valid"))
                .isEqualTo("false");

        var status = alma.get("/api/bot/status");
        assertThat(status.field("state")).isEqualToIgnoringCase("NEEDS_ATTENTION");
        assertThat(status.field("reason")).isEqualTo(ErrorCode.SESSION_INVALID.code());

        logIn(username);
        assertThat(alma.get("/api/bot/status").field("state")).isEqualToIgnoringCase("RUNNING");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'hashtag':'travel','amount':5,'workspace_id':'x'}",
                "{'hashtag':'travel','amount':'many'}",
                "{'hashtag':'travel','amount':5,'account_id':'x'}",
                "{'hashtag':'travel','amount':5,'filters':{'rich':true}}",
                "{'hashtag':'travel','amount':5,'filters':{'verified':'yes'}}",
                "{'hashtag':'travel','amount':5,'filters':{'followers':{'least':1}}}",
                "{'hashtag':'travel','amount':5,'filters':{'words':'travel'}}",
                "{",
            })
    void what_cannot_be_read_is_refused(String body) {
        assertThat(alma.post(FOLLOW, json(body)).status()).isEqualTo(400);
    }

    private TestingApi.Answer ordered(String action, String body) {
        var accepted = alma.post("/api/bot/actions/" + action, json(body));
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
        return accepted;
    }

    private TestingApi.Answer done(TestingApi.Answer job) {
        return await().atMost(PATIENCE)
                .until(
                        () -> alma.get(JOBS + "/" + job.field("id")),
                        answer -> answer.field("state").equals("completed"));
    }

    private TestingApi.Answer failed(TestingApi.Answer job) {
        return await().atMost(PATIENCE)
                .until(
                        () -> alma.get(JOBS + "/" + job.field("id")),
                        answer -> answer.field("state").equals("failed"));
    }

    private static Person somebody(Predicate<Person> like) {
        return instagram.people().stream()
                .filter(person -> !person.deleted() && like.test(person))
                .findFirst()
                .orElseThrow();
    }

    /** A public one with so many likes. */
    private static Post post(int fewest, int most) {
        return instagram.posts("travel", Integer.MAX_VALUE).stream()
                .filter(post -> !post.owner().isPrivate() && post.likes() > fewest && post.likes() < most)
                .findFirst()
                .orElseThrow();
    }

    private List<String> targets(TestingApi.Answer job, String state) {
        return alma.get(JOBS + "/" + job.field("id") + "/targets?limit=200")
                .body()
                .path("items")
                .valueStream()
                .filter(target -> target.path("state").asString().equals(state))
                .map(target -> target.path("username").asString())
                .toList();
    }

    private List<String> reasons(TestingApi.Answer job) {
        return alma.get(JOBS + "/" + job.field("id") + "/targets?limit=200")
                .body()
                .path("items")
                .valueStream()
                .map(target -> target.path("reason").asString(""))
                .toList();
    }

    private int used(String action) {
        return alma.get("/api/bot/limits")
                .body()
                .path("actions")
                .valueStream()
                .filter(left -> left.path("action").asString().equals(action))
                .mapToInt(left -> left.path("used_in_day").asInt())
                .sum();
    }

    private String started() {
        var username = connect();
        assertThat(alma.post("/api/bot/start").status()).isEqualTo(200);
        return username;
    }

    /** A post of the account's own, which its home feed shows before all others. */
    private static void publish(String username) throws IOException, InterruptedException {
        var token = instagram.dashboard().token(Flavour.INSTAGRAM, username);
        var draft = official(token, "me/media", "image_url=https://media.example/a.jpg");
        official(token, "me/media_publish", "creation_id=" + draft);
    }

    /** The number of what was made. */
    private static String official(String token, String path, String fields) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(
                        instagram.baseUrl() + "/graph.instagram.com/v25.0/" + path + "?access_token=" + token))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return JsonMapper.shared().readTree(answer.body()).path("id").asString();
        }
    }

    private String order() {
        return alma.post(FOLLOW, json("{'hashtag':'travel','amount':5}")).field("id");
    }

    private String connect() {
        var username = instagram.makeAccounts("api", 1).getFirst().account().username();
        logIn(username);
        return username;
    }

    private void logIn(String username) {
        var connected =
                alma.post("/api/bot/login", json("{'username':'%s','password':'sandbox-pass'}".formatted(username)));
        assertThat(connected.status()).isEqualTo(200);
    }
}
