package dev.parley.server.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.instagram.PersonId;
import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.follow.FollowTruth;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.Fault;
import dev.parley.sandbox.script.ScriptedFault;
import dev.parley.sandbox.world.Person;
import dev.parley.server.automation.Job.Order;
import dev.parley.server.contact.Contacts;
import dev.parley.server.contact.TestingProtection;
import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.quota.TestingLimits;
import dev.parley.server.testing.TestingParley;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

class FollowHashtagTest {

    private static final Hashtag TRAVEL = new Hashtag("travel");

    private static final int PLENTY = 1_000_000;

    private static final SandboxServer instagram = SandboxServer.builder().start();

    @RegisterExtension
    static final TestingParley parley = TestingParley.start(Map.of(
            "parley.sandbox-url", instagram.baseUrl(), "parley.bot.divisor", "0", "parley.bot.verify-every", "1"));

    @BeforeEach
    void plenty_of_quota() {
        setFollowLimit(PLENTY);
    }

    @AfterAll
    static void close() {
        instagram.close();
    }

    @AfterEach
    void no_faults() {
        instagram.clearScript();
    }

    @Test
    void follows_as_many_as_were_asked_for_and_nobody_twice() {
        var alma = TestingFollower.started(parley, instagram);
        var job = alma.order("travel", 25);

        var done = alma.ended(job);

        assertThat(done.state()).isEqualTo("completed");
        assertThat(done.reason()).isNull();
        assertThat(done.progress().done()).isEqualTo(25);
        assertThat(done.progress().percent()).isEqualTo(100);
        assertThat(alma.truth()).hasSize(25).allSatisfy(follow -> {
            assertThat(follow.asked()).isEqualTo(1);
            assertThat(follow.times()).isEqualTo(1);
        });
        assertThat(alma.targets(job, TargetState.SUCCEEDED))
                .containsExactlyInAnyOrderElementsOf(
                        alma.truth().stream().map(FollowTruth::target).toList());
    }

    @Test
    void stores_nothing_without_a_session() {
        var nobody = parley.database().person("nobody");
        assertThatThrownBy(() -> parley.database()
                        .tenancy()
                        .in(
                                nobody.workspace(),
                                () -> parley.bean(StartJob.class)
                                        .start(
                                                nobody,
                                                null,
                                                new Order(JobAction.FOLLOW, TRAVEL, 5, Filters.NONE, false))))
                .isInstanceOfSatisfying(
                        BotException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.SESSION_INVALID));
        assertThat(parley.database()
                        .owner()
                        .sql("select count(*) from jobs where workspace_id = :workspace")
                        .param("workspace", nobody.workspace().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void neither_counts_nor_begins_a_follow_without_a_session() {
        var alma = TestingFollower.started(parley, instagram);
        setFollowLimit(0);
        var job = alma.order("travel", 3);
        alma.when(job, view -> view.state().equals("waiting"));

        of(alma, "update user_bot_status set session_valid = false where account_id = :account")
                .update();
        raiseLimit();

        await().until(() -> of(alma, "select attention_code is not null from bot_instances where account_id = :account")
                .query(Boolean.class)
                .single());
        assertThat(of(alma, "select coalesce(sum(used), 0) from quota_ledger where account_id = :account")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(of(alma, "select count(*) from bot_actions where account_id = :account and state = 'executing'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(alma.truth()).isEmpty();
    }

    @Test
    void does_not_prolong_a_session_that_it_has_only_read() {
        var alma = TestingFollower.started(parley, instagram);
        setFollowLimit(0);
        var job = alma.order("travel", 3);
        alma.when(job, view -> view.state().equals("waiting"));
        of(alma, "update instagram_credentials set expires_at = now() + interval '1 hour' where account_id = :account")
                .update();
        of(alma, "update user_bot_status set last_activity = null where account_id = :account")
                .update();

        of(alma, "update bot_actions set due_at = now() where account_id = :account")
                .update();
        of(alma, "update scheduled_tasks set execution_time = now() where task_instance = :account::uuid::text")
                .update();

        await().until(() -> of(alma, "select bool_and(due_at > now()) from bot_actions where account_id = :account")
                .query(Boolean.class)
                .single());
        assertThat(of(
                                alma,
                                "select expires_at < now() + interval '2 hours' from instagram_credentials where account_id = :account")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void does_not_prolong_a_session_whose_calls_fail() {
        var alma = TestingFollower.started(parley, instagram);
        of(alma, "update instagram_credentials set expires_at = now() + interval '1 hour' where account_id = :account")
                .update();
        of(alma, "update user_bot_status set last_activity = null where account_id = :account")
                .update();
        instagram.script(ScriptedFault.of(Call.HASHTAG, Fault.SERVER_ERROR));

        var job = alma.order("travel", 3);

        alma.when(job, view -> view.state().equals("failed"));
        assertThat(of(
                                alma,
                                "select expires_at < now() + interval '2 hours' from instagram_credentials where account_id = :account")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private static JdbcClient.StatementSpec of(TestingFollower follower, String sql) {
        return parley.database()
                .owner()
                .sql(sql)
                .param("account", follower.account().value());
    }

    @Test
    void waits_as_long_as_the_bot_is_stopped() {
        var alma = TestingFollower.connected(parley, instagram);
        var job = alma.order("travel", 3);

        assertThat(alma.job(job).state()).isEqualTo("waiting");
        assertThat(alma.job(job).reason()).isEqualTo("BOT_STOPPED");
        assertThat(alma.truth()).isEmpty();

        alma.start();
        assertThat(alma.ended(job).state()).isEqualTo("completed");
    }

    @Test
    void names_whom_it_would_follow_and_follows_nobody_in_a_dry_run() {
        var alma = TestingFollower.started(parley, instagram);
        var job = alma.order(new Order(JobAction.FOLLOW, TRAVEL, 7, Filters.NONE, true));

        var done = alma.ended(job);

        assertThat(done.state()).isEqualTo("completed");
        assertThat(done.progress().done()).isEqualTo(7);
        assertThat(alma.targets(job, TargetState.CANDIDATE)).hasSize(7);
        assertThat(alma.truth()).isEmpty();
    }

    @Test
    void leaves_private_people_out_if_it_shall() {
        var alma = TestingFollower.started(parley, instagram);
        var job = alma.order(new Order(JobAction.FOLLOW, TRAVEL, 20, Filters.PUBLIC_ONLY, false));

        alma.ended(job);

        var privatePeople = instagram.people().stream()
                .filter(Person::isPrivate)
                .map(Person::username)
                .collect(Collectors.toSet());
        assertThat(alma.truth()).hasSize(20).noneMatch(follow -> privatePeople.contains(follow.target()));
        assertThat(alma.targets(job))
                .filteredOn(target -> "FOLLOW_PRIVATE".equals(target.reason()))
                .allMatch(target -> privatePeople.contains(target.username()));
    }

    @Test
    void follows_verified_people_alone_if_it_shall_and_says_of_the_others_why_not() {
        var alma = TestingFollower.started(parley, instagram);
        var job = alma.order(3, "{'verified':true}", false);

        alma.ended(job);

        var verified = instagram.people().stream()
                .filter(Person::verified)
                .map(Person::username)
                .collect(Collectors.toSet());
        assertThat(alma.truth()).hasSize(3).allMatch(follow -> verified.contains(follow.target()));
        assertThat(alma.targets(job))
                .filteredOn(target -> "FILTER_NOT_VERIFIED".equals(target.reason()))
                .isNotEmpty()
                .noneMatch(target -> verified.contains(target.username()));
        assertThat(activities(alma, "skipped")).contains("E-FLW-I-0010");
    }

    @Test
    void leaves_out_whoever_has_not_posted_lately_and_stores_when_they_did() {
        var before = instagram.now();
        var alma = TestingFollower.started(parley, instagram);
        var job = alma.order(new Order(
                JobAction.FOLLOW,
                new Hashtag("jazz"),
                1000,
                TestingFollower.filters("{'posted_within_days':1}"),
                true));

        alma.ended(job);

        assertThat(alma.targets(job, TargetState.CANDIDATE))
                .isNotEmpty()
                .allMatch(postedSinceADayBefore(before)::contains);
        var posted = postedSinceADayBefore(instagram.now());
        assertThat(alma.targets(job))
                .filteredOn(target -> "FILTER_POSTED_LONG_AGO".equals(target.reason()))
                .isNotEmpty()
                .allMatch(target -> !posted.contains(target.username()))
                .allMatch(target -> String.valueOf(target.errorMessage())
                        .matches("Posted last \\d+ (days|hours) ago; the job asks for 1 day at most\\."));
    }

    @Test
    void reads_the_profiles_of_those_whom_a_list_does_not_tell_enough_of() {
        var alma = TestingFollower.started(parley, instagram);
        var job = alma.order(
                4,
                "{'skip_private':true,'posts':{'min':200,'max':700},'following':{'max':400},'without_words':['baker','🌅']}",
                false);

        assertThat(alma.ended(job).progress().succeeded()).isEqualTo(4);

        var people = people();
        assertThat(alma.truth())
                .hasSize(4)
                .extracting(follow -> people.get(follow.target()))
                .allSatisfy(person -> {
                    assertThat(person.isPrivate()).isFalse();
                    assertThat(person.posts()).isBetween(200, 700);
                    assertThat(person.biography()).doesNotContain("baker", "🌅");
                });
    }

    @Test
    void reads_no_more_profiles_than_it_needs() {
        var alma = TestingFollower.started(parley, instagram);
        var job = alma.order(3, "{'posts':{'min':0}}", false);

        var done = alma.ended(job);

        assertThat(alma.targets(job, TargetState.READING)).isEmpty();
        assertThat(alma.targets(job, TargetState.CANDIDATE))
                .as("read for nothing")
                .isEmpty();
        assertThat(done.progress().unread()).isPositive();
        assertThat(alma.truth()).hasSize(3);
    }

    @Test
    void names_in_a_dry_run_exactly_whom_the_filters_let_pass_and_says_of_all_others_what_it_found() {
        var alma = TestingFollower.started(parley, instagram);
        var job = alma.order(1000, "{'business':false,'posts':{'min':200,'max':700}}", true);

        alma.ended(job);

        var people = people();
        var found = alma.targets(job).stream().collect(Collectors.groupingBy(FollowHashtagTest::standing));
        assertThat(found).containsKeys("CANDIDATE", "FILTER_BUSINESS", "FILTER_FEW_POSTS", "FILTER_MANY_POSTS");
        found.forEach((standing, targets) -> assertThat(targets)
                .filteredOn(target -> standing.startsWith("FILTER_") || standing.equals("CANDIDATE"))
                .allSatisfy(target -> assertThat(expected(named(people, target)))
                        .as(target.username())
                        .isEqualTo(standing)));
        assertThat(found.get("FILTER_FEW_POSTS"))
                .allSatisfy(target -> assertThat(target.errorMessage())
                        .isEqualTo("Posts: %d; the job asks for 200 at least."
                                .formatted(named(people, target).posts())));
        assertThat(activities(alma, "skipped")).contains("E-FLW-I-0013", "E-FLW-I-0019", "E-FLW-I-0024");
        assertThat(alma.truth()).isEmpty();
    }

    @Test
    void reads_in_which_language_people_write_and_leaves_out_whose_nobody_can_tell() {
        var alma = TestingFollower.started(parley, instagram);
        var job = alma.order(5, "{'languages':['en']}", true);

        assertThat(alma.ended(job).progress().done()).isEqualTo(5);

        var people = people();
        assertThat(alma.targets(job))
                .filteredOn(target -> target.state() != TargetState.UNREAD)
                .filteredOn(target -> target.reason() == null || target.reason().startsWith("FILTER_"))
                .allSatisfy(target -> assertThat(
                                expected(Languages.of(named(people, target).biography())))
                        .as(target.username())
                        .isEqualTo(standing(target)));
    }

    private static String expected(List<String> languages) {
        if (languages.isEmpty()) {
            return "FILTER_UNKNOWN_LANGUAGE";
        }
        return languages.contains("en") ? "CANDIDATE" : "FILTER_OTHER_LANGUAGE";
    }

    private static Map<String, Person> people() {
        return instagram.people().stream().collect(Collectors.toMap(Person::username, Function.identity()));
    }

    private static Person named(Map<String, Person> people, TargetView target) {
        return Objects.requireNonNull(people.get(target.username()));
    }

    private static String standing(TargetView target) {
        return target.reason() == null ? target.state().name() : target.reason();
    }

    private static String expected(Person person) {
        if (person.business()) {
            return "FILTER_BUSINESS";
        }
        return person.posts() < 200 ? "FILTER_FEW_POSTS" : person.posts() > 700 ? "FILTER_MANY_POSTS" : "CANDIDATE";
    }

    @Test
    void leaves_out_whose_profile_cannot_be_read_and_says_why() {
        var alma = TestingFollower.started(parley, instagram);
        instagram.script(ScriptedFault.of(Call.USER, Fault.USER_NOT_FOUND)
                .forAccount(alma.username())
                .times(2));
        var job = alma.order(3, "{'posts':{'min':0}}", false);

        assertThat(alma.ended(job).progress().succeeded()).isEqualTo(3);

        assertThat(reasons(alma, job, "FOLLOW_TARGET_GONE")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(activities(alma, "skipped")).contains(ErrorCode.FOLLOW_TARGET_GONE.code());
    }

    @Test
    void goes_on_reading_where_it_was_paused_and_touches_nobody_protected_meanwhile() {
        var alma = TestingFollower.connected(parley, instagram);
        var job = alma.order(3, "{'posts':{'min':0}}", false);
        instagram.script(ScriptedFault.of(Call.USER, Fault.RATE_LIMITED).forAccount(alma.username()));
        alma.start();
        alma.when(job, view -> "waiting".equals(view.state()) && view.progress().unread() > 3);
        assertThat(alma.targets(job, TargetState.READING)).hasSize(3);
        var first = alma.targets(job, TargetState.READING).getFirst();

        alma.in(() -> steer().pause(alma.caller(), job));
        assertThat(alma.targets(job, TargetState.READING)).isEmpty();
        protect(alma, first);
        instagram.clearScript();
        of(alma, "update bot_instances set cooldown_until = null, cooldown_strikes = 0 where account_id = :account")
                .update();
        alma.in(() -> steer().resume(alma.caller(), job));

        assertThat(alma.ended(job).progress().succeeded()).isEqualTo(3);
        assertThat(alma.truth()).hasSize(3).noneMatch(follow -> follow.target().equals(first));
        assertThat(reasons(alma, job, "FOLLOW_PROTECTED"))
                .extracting(TargetView::username)
                .containsExactly(first);
    }

    private static List<TargetView> reasons(TestingFollower follower, JobId job, String reason) {
        return follower.targets(job).stream()
                .filter(target -> reason.equals(target.reason()))
                .toList();
    }

    private static Set<String> postedSinceADayBefore(Instant moment) {
        return instagram.posts("jazz", PLENTY).stream()
                .filter(post -> !post.takenAt().isBefore(moment.minus(Duration.ofDays(1))))
                .map(post -> post.owner().username())
                .collect(Collectors.toSet());
    }

    @Test
    void leaves_out_whom_the_account_follows_or_has_touched_before() {
        var alma = TestingFollower.started(parley, instagram);
        var wouldFollow = dryRun(alma, 2);
        var person = alma.targets(wouldFollow).stream()
                .filter(target -> target.state() == TargetState.CANDIDATE)
                .findFirst()
                .orElseThrow();
        alma.in(() -> {
            parley.bean(Contacts.class)
                    .touch(
                            alma.account(),
                            new PersonId(Objects.requireNonNull(person.instagramUserId())),
                            person.username());
            return person;
        });

        alma.ended(alma.order("travel", 5));
        var second = alma.order("travel", 5);
        alma.ended(second);

        assertThat(alma.truth()).hasSize(10).noneMatch(follow -> follow.target().equals(person.username()));
        assertThat(alma.targets(second))
                .filteredOn(target -> "FOLLOW_ALREADY".equals(target.reason()))
                .hasSizeGreaterThanOrEqualTo(5);
        assertThat(activities(alma, "skipped")).contains("E-FLW-I-0003", "E-FLW-I-0006");
    }

    @Test
    void never_touches_people_who_are_protected_while_they_wait() {
        var alma = TestingFollower.started(parley, instagram);
        var chosen = alma.targets(dryRun(alma, 5), TargetState.CANDIDATE);
        alma.stop();
        var job = alma.order("travel", 5);

        chosen.forEach(username -> protect(alma, username));
        alma.start();
        alma.ended(job);

        assertThat(alma.truth()).hasSize(5).noneMatch(follow -> chosen.contains(follow.target()));
    }

    @Test
    void never_touches_people_who_are_protected_while_they_are_queued() {
        setFollowLimit(0);
        var alma = TestingFollower.started(parley, instagram);
        var job = alma.order("travel", 5);
        alma.when(job, view -> view.progress().underWay() == 5);
        var queued = alma.targets(job, TargetState.QUEUED);

        protect(alma, queued.getFirst());

        assertThat(alma.job(job).progress().underWay()).isEqualTo(5);
        assertThat(alma.targets(job, TargetState.QUEUED)).doesNotContain(queued.getFirst());
        raiseLimit();
        alma.ended(job);
        assertThat(alma.truth()).hasSize(5).noneMatch(follow -> follow.target().equals(queued.getFirst()));
    }

    @Test
    void waits_for_quota_and_goes_on_when_it_is_raised() {
        setFollowLimit(3);
        var alma = TestingFollower.started(parley, instagram);
        var job = alma.order("travel", 5);

        var waiting = alma.when(job, view -> view.state().equals("waiting"));
        assertThat(waiting.reason()).isEqualTo("QUOTA");
        assertThat(waiting.resumesAt()).isNotNull();
        assertThat(alma.truth()).hasSize(3);

        raiseLimit();
        alma.ended(job);
        assertThat(alma.truth()).hasSize(5);
    }

    @Test
    void says_that_nothing_opens_where_the_limit_is_zero() {
        setFollowLimit(0);
        var alma = TestingFollower.started(parley, instagram);
        var job = alma.order("travel", 2);

        var waiting = alma.when(job, view -> view.state().equals("waiting"));
        assertThat(waiting.reason()).isEqualTo("LIMIT_ZERO");
        assertThat(waiting.resumesAt()).isNull();
        assertThat(JobWords.now(waiting)).isEqualTo("The limit is 0, so nothing opens until it is raised.");
        assertThat(parley.database()
                        .owner()
                        .sql(
                                "select bool_and(due_at > now() + interval '23 hours') from bot_actions where job_id = :job")
                        .param("job", job.value())
                        .query(Boolean.class)
                        .single())
                .as("looked at again in a day")
                .isTrue();

        raiseLimit();
        alma.ended(job);
        assertThat(alma.truth()).hasSize(2);
    }

    @Test
    void names_the_person_in_what_its_bot_writes_down() {
        var alma = TestingFollower.started(parley, instagram);
        alma.ended(alma.order("travel", 2));

        assertThat(parley.database()
                        .owner()
                        .sql("select distinct coalesce(user_name, '?') from activity_logs where account_id = :account")
                        .param("account", alma.account().value())
                        .query(String.class)
                        .list())
                .containsExactly(alma.caller().username());
    }

    @Test
    void takes_somebody_else_where_a_person_is_gone() {
        var alma = TestingFollower.started(parley, instagram);
        instagram.script(ScriptedFault.of(Call.FOLLOW, Fault.USER_NOT_FOUND)
                .forAccount(alma.username())
                .times(2));
        var job = alma.order("travel", 5);

        var done = alma.ended(job);

        assertThat(done.progress().succeeded()).isEqualTo(5);
        assertThat(alma.targets(job))
                .filteredOn(target -> "FOLLOW_TARGET_GONE".equals(target.reason()))
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(alma.truth()).filteredOn(FollowTruth::inForce).hasSizeLessThanOrEqualTo(5);
        assertThat(alma.truth()).filteredOn(follow -> follow.times() == 1).hasSize(5);
    }

    @Test
    void counts_a_follow_whose_answer_was_lost_once() {
        var alma = TestingFollower.started(parley, instagram);
        instagram.script(ScriptedFault.of(Call.FOLLOW, Fault.DROP)
                .forAccount(alma.username())
                .times(2)
                .afterTheEffect());
        var job = alma.order("travel", 4);

        assertThat(alma.ended(job).progress().succeeded()).isEqualTo(4);
        assertThat(alma.truth()).hasSize(4).allMatch(follow -> follow.times() == 1 && follow.asked() == 1);
    }

    @Test
    void rests_where_instagram_says_yes_and_nothing_comes_of_it() {
        var alma = TestingFollower.started(parley, instagram);
        instagram.script(ScriptedFault.of(Call.FOLLOW, Fault.NO_EFFECT).forAccount(alma.username()));
        alma.order("travel", 1000);

        await().until(() -> of(alma, "select cooldown_until is not null from bot_instances where account_id = :account")
                .query(Boolean.class)
                .single());
        assertThat(of(alma, "select state || ' ' || error_code from user_bot_status where account_id = :account")
                        .query(String.class)
                        .single())
                .isEqualTo("DEGRADED " + ErrorCode.NO_EFFECT.code());
        assertThat(activities(alma, "failed")).contains(ErrorCode.NO_EFFECT.code());

        instagram.clearScript();
        of(alma, "update bot_instances set cooldown_until = null where account_id = :account")
                .update();
        of(alma, "update scheduled_tasks set execution_time = now() where task_instance = :account::uuid::text")
                .update();
        await().until(() -> of(alma, "select state = 'CONNECTED' from user_bot_status where account_id = :account")
                .query(Boolean.class)
                .single());
        assertThat(alma.truth()).anyMatch(FollowTruth::inForce);
    }

    @Test
    void ends_when_the_hashtag_has_nobody_left() {
        var alma = TestingFollower.started(parley, instagram);
        var job = alma.order("knitting", 1000);

        var done = alma.ended(job);

        assertThat(done.state()).isEqualTo("completed");
        assertThat(done.reason()).isEqualTo("HASHTAG_EMPTY");
        assertThat(done.progress().succeeded()).isPositive().isLessThan(1000);
        assertThat(alma.truth()).hasSize(done.progress().succeeded());
    }

    @Test
    void never_follows_anybody_for_two_jobs() {
        var alma = TestingFollower.connected(parley, instagram);
        var jobs = Stream.generate(() -> alma.order("travel", 15)).limit(3).toList();

        alma.start();
        jobs.forEach(alma::ended);

        assertThat(alma.truth()).hasSize(45).allMatch(follow -> follow.asked() == 1);
    }

    @Test
    void stops_following_when_it_is_cancelled() {
        setFollowLimit(2);
        var alma = TestingFollower.started(parley, instagram);
        var job = alma.order("travel", 10);
        alma.when(
                job, view -> view.progress().succeeded() == 2 && view.progress().underWay() == 8);

        alma.in(() -> steer().cancel(alma.caller(), job));
        raiseLimit();
        alma.ended(alma.order("travel", 1));

        assertThat(alma.job(job).state()).isEqualTo("cancelled");
        assertThat(alma.job(job).progress().underWay()).isZero();
        assertThat(alma.truth()).hasSize(3);
        assertThat(alma.in(() -> steer().cancel(alma.caller(), job)).state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void goes_on_where_it_was_paused_or_cancelled() {
        setFollowLimit(2);
        var alma = TestingFollower.started(parley, instagram);
        var job = alma.order("travel", 6);
        alma.when(
                job, view -> view.progress().succeeded() == 2 && view.progress().underWay() == 4);

        alma.in(() -> steer().pause(alma.caller(), job));
        assertThat(alma.job(job).state()).isEqualTo("paused");
        raiseLimit();
        alma.in(() -> steer().cancel(alma.caller(), job));
        alma.in(() -> steer().retry(alma.caller(), job));
        alma.ended(job);

        assertThat(alma.truth()).hasSize(6).allMatch(follow -> follow.asked() == 1);
    }

    @Test
    void tries_again_with_whom_it_failed_where_the_hashtag_has_given_out() {
        var alma = TestingFollower.started(parley, instagram);
        var job = alma.order("knitting", 1000);
        var reached = alma.ended(job).progress().succeeded();
        var failed = alma.targets(job, TargetState.SUCCEEDED).getFirst();
        parley.database()
                .owner()
                .sql("""
                        with failed as (
                            update job_targets set state = 'failed', error_code = 'NO_EFFECT'
                            where job_id = :job and username = :username
                            returning job_id)
                        update jobs set succeeded = succeeded - 1, failed = failed + 1 from failed where id = job_id
                        """)
                .param("job", job.value())
                .param("username", failed)
                .update();
        assertThat(JobWords.canRetry(alma.job(job))).isTrue();

        alma.in(() -> steer().retry(alma.caller(), job));

        var again = alma.when(job, view -> view.progress().failed() == 0 && view.endedAt() != null);
        assertThat(again.progress().succeeded()).isGreaterThanOrEqualTo(reached - 1);
        assertThat(alma.targets(job))
                .filteredOn(target -> target.username().equals(failed))
                .extracting(TargetView::reason)
                .as("was touched, so another follow is not risked")
                .containsExactly("FOLLOW_TOUCHED_BEFORE");
        assertThat(JobWords.canRetry(again)).isFalse();
    }

    @Test
    void refuses_to_change_what_has_ended_or_is_not_there() {
        var alma = TestingFollower.started(parley, instagram);
        var tomas = TestingFollower.started(parley, instagram);
        var job = alma.order("travel", 1);
        alma.ended(job);

        assertRefused(() -> alma.in(() -> steer().cancel(alma.caller(), job)), ErrorCode.JOB_ENDED);
        assertRefused(() -> tomas.in(() -> steer().cancel(tomas.caller(), job)), ErrorCode.JOB_NOT_FOUND);
        assertRefused(() -> tomas.job(job), ErrorCode.JOB_NOT_FOUND);
        assertRefused(() -> tomas.targets(job), ErrorCode.JOB_NOT_FOUND);
    }

    @Test
    void tells_in_the_activity_log_whom_it_followed() {
        var alma = TestingFollower.started(parley, instagram);
        alma.ended(alma.order("travel", 4));

        assertThat(alma.in(() -> parley.database()
                        .owner()
                        .sql("""
                                select subject from activity_logs
                                where workspace_id = :workspace and action = 'follow' and status = 'succeeded'
                                """)
                        .param("workspace", alma.caller().workspace().value())
                        .query((row, index) -> row.getString(1))
                        .list()))
                .containsExactlyInAnyOrderElementsOf(
                        alma.truth().stream().map(FollowTruth::target).toList());
    }

    private static JobId dryRun(TestingFollower follower, int amount) {
        var job = follower.order(new Order(JobAction.FOLLOW, TRAVEL, amount, Filters.NONE, true));
        follower.ended(job);
        return job;
    }

    private static SteerJob steer() {
        return parley.bean(SteerJob.class);
    }

    private static void protect(TestingFollower follower, String username) {
        TestingProtection.protect(parley, follower.caller(), username);
    }

    private static List<String> activities(TestingFollower follower, String status) {
        return parley.database()
                .owner()
                .sql("""
                        select distinct metadata ->> 'error_code' from activity_logs
                        where workspace_id = :workspace and status = :status
                        """)
                .param("workspace", follower.caller().workspace().value())
                .param("status", status)
                .query((row, index) -> row.getString(1))
                .list();
    }

    private static void raiseLimit() {
        setFollowLimit(PLENTY);
    }

    private static void setFollowLimit(int limit) {
        TestingLimits.set(parley, JobAction.FOLLOW.limit(), limit);
    }

    private static void assertRefused(Runnable call, ErrorCode code) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        BotException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
