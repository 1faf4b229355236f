package dev.parley.server.automation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.MediaId;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Post;
import dev.parley.server.automation.Job.Order;
import dev.parley.server.automation.Job.Owner;
import dev.parley.server.automation.Job.Progress;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.tenancy.TestingDatabase;
import dev.parley.server.testing.TestingAccounts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TargetsTest {

    private static final Found OLGA = new Found("1", "olga", null, new Verdict.Passes(), null);
    private static final Found SAM = new Found("2", "sam", null, new Verdict.Passes(), null);
    private static final Found SHY =
            new Found("3", "shy", null, new Verdict.LeftOut(ErrorCode.FOLLOW_PRIVATE, null), null);

    @RegisterExtension
    static final TestingDatabase database = TestingDatabase.create();

    private static int people;

    private final Caller alma = database.person("alma" + people++);
    private final AccountId account = TestingAccounts.add(database, alma, "alma.plain");
    private final Tenancy tenancy = database.tenancy();
    private final Jobs jobs = new Jobs(tenancy, database.client());
    private final Targets targets = new Targets(database.client());
    private final TargetMoves moves = new TargetMoves(tenancy, database.client());

    @Test
    void a_page_is_counted_as_it_is_kept() {
        inWorkspace(() -> {
            var job = moves.add(travel().id(), List.of(OLGA, SHY, SAM), "next", false);
            assertThat(job.progress()).isEqualTo(new Progress(2, 0, 0, 1, 0, 0));
            assertThat(job.search()).isEqualTo(new Job.Search(1, "next", false, false));
            assertThat(job.state()).isEqualTo(JobState.RUNNING);
            assertThat(targets.known(job.id(), List.of(person(OLGA), new PersonId("9"))))
                    .containsExactly(person(OLGA));
        });
    }

    @Test
    void a_post_is_kept_with_its_owner() {
        inWorkspace(() -> {
            var post = new Post(new MediaId("7_1"), "CODE");
            var job = moves.add(
                    travel().id(), List.of(OLGA, new Found("2", "sam", post, new Verdict.Passes(), null)), null, true);
            assertThat(targets.candidates(job.id(), 2)).extracting(Target::post).containsExactly(null, post);
        });
    }

    @Test
    void an_empty_page_is_a_page() {
        inWorkspace(() -> {
            var job = moves.add(travel().id(), List.of(), null, true);
            assertThat(job.progress()).isEqualTo(new Progress(0, 0, 0, 0, 0, 0));
            assertThat(job.search().exhausted()).isTrue();
        });
    }

    @Test
    void candidates_begin_in_the_order_in_which_they_were_found() {
        inWorkspace(() -> {
            var job = travel();
            moves.add(job.id(), List.of(SAM, SHY), "next", false);
            moves.add(job.id(), List.of(OLGA), null, true);
            assertThat(targets.candidates(job.id(), 1))
                    .extracting(Target::username)
                    .containsExactly("sam");
            assertThat(targets.candidates(job.id(), 5))
                    .extracting(Target::username)
                    .containsExactly("sam", "olga");
            assertThat(begin(job, List.of(person(OLGA)), List.of(person(SAM))).progress())
                    .isEqualTo(new Progress(0, 1, 0, 2, 0, 0));
            assertThat(targets.candidates(job.id(), 5)).isEmpty();
        });
    }

    @Test
    void an_end_counts_once() {
        inWorkspace(() -> {
            var job = begun();
            assertThat(moves.settle(job.id(), person(OLGA), TargetState.SUCCEEDED, null, null)
                            .first())
                    .hasValueSatisfying(
                            after -> assertThat(after.progress()).isEqualTo(new Progress(0, 1, 1, 0, 0, 0)));
            assertThat(moves.settle(job.id(), person(OLGA), TargetState.FAILED, ErrorCode.NO_EFFECT, null)
                            .first())
                    .isEmpty();
            assertThat(moves.settle(job.id(), person(SAM), TargetState.UNCONFIRMED, ErrorCode.ACTION_UNCONFIRMED, "?")
                            .first())
                    .hasValueSatisfying(
                            after -> assertThat(after.progress()).isEqualTo(new Progress(0, 0, 1, 0, 0, 1)));
        });
    }

    @Test
    void who_is_put_back_or_failed_can_begin_again() {
        inWorkspace(() -> {
            var job = begun();
            moves.settle(job.id(), person(OLGA), TargetState.FAILED, ErrorCode.FOLLOW_REFUSED, "no")
                    .rows();
            assertThat(moves.putBack(job.id(), List.of(person(OLGA), person(SAM)))
                            .progress())
                    .isEqualTo(new Progress(1, 0, 0, 0, 1, 0));
            assertThat(moves.retryFailed(job.id()).progress()).isEqualTo(new Progress(2, 0, 0, 0, 0, 0));
            assertThat(targets.candidates(job.id(), 2)).extracting(Target::code).containsOnlyNulls();
        });
    }

    @Test
    void whom_another_job_of_the_account_is_about_to_follow_is_known() {
        inWorkspace(() -> {
            var job = begun();
            var second = travel();
            var everybody = List.of(person(OLGA), person(SAM), person(SHY));
            assertThat(targets.underWayElsewhere(second, everybody))
                    .containsExactlyInAnyOrder(person(OLGA), person(SAM));
            assertThat(targets.underWayElsewhere(job, everybody)).isEmpty();
            jobs.move(job.id(), JobState.CANCELLED);
            assertThat(targets.underWayElsewhere(second, everybody)).isEmpty();
        });
    }

    @Test
    void jobs_about_a_person_are_found_and_leave_the_person_out() {
        inWorkspace(() -> {
            var job = travel();
            moves.add(job.id(), List.of(OLGA, SAM), null, true);
            assertThat(targets.jobsAbout("olga")).containsExactly(job.id());
            assertThat(moves.leaveOut(job.id(), "olga", ErrorCode.FOLLOW_PROTECTED)
                            .progress())
                    .isEqualTo(new Progress(1, 0, 0, 1, 0, 0));
            assertThat(targets.jobsAbout("olga")).isEmpty();
        });
    }

    @Test
    void the_list_is_paged_in_the_order_in_which_people_were_found() {
        inWorkspace(() -> {
            var job = travel();
            moves.add(job.id(), List.of(OLGA, SHY, SAM), null, true);
            var first = targets.page(job.id(), 0, 2);
            assertThat(first.items()).extracting(Target::username).containsExactly("olga", "shy");
            var second = targets.page(job.id(), Integer.parseInt(String.valueOf(first.nextCursor())), 2);
            assertThat(second.items()).extracting(Target::username).containsExactly("sam");
            assertThat(second.nextCursor()).isNull();
        });
    }

    private static PersonId person(Found found) {
        return new PersonId(found.id());
    }

    private Job begun() {
        var job = travel();
        moves.add(job.id(), List.of(OLGA, SAM), null, true);
        return begin(job, List.of(person(OLGA), person(SAM)), List.of());
    }

    private Job begin(Job job, List<PersonId> begun, List<PersonId> leftOut) {
        return moves.begin(job.id(), begun, leftOut, ErrorCode.FOLLOW_TOUCHED_BEFORE);
    }

    private Job travel() {
        var owner = new Owner(alma.workspace(), account, "alma.plain", alma.user(), alma.username());
        return jobs.add(
                JobId.create(),
                owner,
                new Order(JobAction.FOLLOW, new Hashtag("travel"), 5, Filters.NONE, false),
                "correlation");
    }

    private void inWorkspace(Runnable work) {
        tenancy.run(alma.workspace(), work);
    }
}
