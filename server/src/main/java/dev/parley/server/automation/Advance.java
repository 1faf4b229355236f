package dev.parley.server.automation;

import static java.util.stream.Collectors.partitioningBy;

import dev.parley.instagram.PersonId;
import dev.parley.server.activity.Activity;
import dev.parley.server.activity.ActivityLog;
import dev.parley.server.activity.Status;
import dev.parley.server.automation.Job.Trouble;
import dev.parley.server.bot.ActionQueue;
import dev.parley.server.bot.NewAction;
import dev.parley.server.bot.Settled.Effect;
import dev.parley.server.core.ErrorCode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Decides what a job does next: begin with candidates as long as there is room, look for more people, or end. The caller holds
 * the lock on the job, and has locked its bot before, as ticks do.
 */
@Component
class Advance {

    private final Jobs jobs;
    private final Targets targets;
    private final TargetMoves moves;
    private final TouchedBefore touchedBefore;
    private final NextFinding nextFinding;
    private final ReadProfiles readProfiles;
    private final ActionQueue queue;
    private final ActivityLog log;
    private final ApplicationEventPublisher events;

    Advance(
            Jobs jobs,
            Targets targets,
            TargetMoves moves,
            TouchedBefore touchedBefore,
            NextFinding nextFinding,
            ReadProfiles readProfiles,
            ActionQueue queue,
            ActivityLog log,
            ApplicationEventPublisher events) {
        this.jobs = jobs;
        this.targets = targets;
        this.moves = moves;
        this.touchedBefore = touchedBefore;
        this.nextFinding = nextFinding;
        this.readProfiles = readProfiles;
        this.queue = queue;
        this.log = log;
        this.events = events;
    }

    /** What the job is after it, is known to whoever reads it again. */
    Effect goOn(Job job) {
        if (!job.state().active()) {
            return Effect.NONE;
        }
        if (job.fulfilled()) {
            end(job, JobState.COMPLETED, null);
            return Effect.NONE;
        }
        var begun = job.order().dryRun() ? job : begin(job);
        var read = readProfiles.goOn(begun);
        if (read.needsMorePeople()) {
            search(read);
            return Effect.QUEUED;
        }
        if (read.hasNothingLeft()) {
            end(read);
            return Effect.NONE;
        }
        return read.equals(job) ? Effect.NONE : Effect.QUEUED;
    }

    /** Whom the account has touched since they were found, is left out, and others take their place. */
    private Job begin(Job job) {
        var current = job;
        while (current.room() > 0 && current.progress().candidates() > 0) {
            var next = targets.candidates(job.id(), current.room());
            var people = next.stream().map(Target::person).toList();
            var touched = touchedBefore.among(job, people);
            Map<Boolean, List<Target>> byTouched =
                    next.stream().collect(partitioningBy(target -> touched.contains(target.person())));
            var begun = byTouched.getOrDefault(false, List.of());
            current = moves.begin(
                    job.id(),
                    people(begun),
                    touched,
                    Sieve.touchedBefore(job.order().action()));
            if (job.order().action() == JobAction.UNFOLLOW) {
                queue.verifyNoMore(
                        job.owner().account(),
                        people(begun).stream().map(PersonId::value).toList());
            }
            queue.addAll(
                    job.owner().workspace(),
                    begun.stream().map(target -> action(job, target)).toList(),
                    job.correlationId());
        }
        return current;
    }

    private static List<PersonId> people(List<Target> targets) {
        return targets.stream().map(Target::person).toList();
    }

    private static NewAction action(Job job, Target target) {
        return NewAction.ofJob(
                        job.owner().account(),
                        job.order().action().stored(),
                        job.id().value(),
                        target.person().value(),
                        target.username(),
                        job.owner().user())
                .with(ActedUpon.payload(target))
                .notBefore(target.notBefore());
    }

    private void search(Job job) {
        var find = NewAction.ofJob(
                job.owner().account(),
                FindPeople.KIND,
                job.id().value(),
                null,
                job.order().about(),
                job.owner().user());
        queue.addAll(
                job.owner().workspace(), List.of(find.with(nextFinding.of(job).payload())), job.correlationId());
        jobs.searching(job.id(), true);
    }

    private void end(Job job) {
        var trouble = job.trouble();
        if (trouble == null) {
            end(job, JobState.COMPLETED, job.order().source().isChosen() ? null : empty(job));
        } else {
            end(job, JobState.FAILED, trouble);
        }
    }

    private static Trouble empty(Job job) {
        var found = job.order().dryRun()
                ? job.progress().candidates()
                : job.progress().succeeded();
        return new Trouble(
                job.order().source() instanceof Hashtag ? ErrorCode.HASHTAG_EMPTY : ErrorCode.SOURCE_EMPTY,
                "%s gave %d of the %d people asked for."
                        .formatted(job.order().source(), found, job.order().amount()));
    }

    private void end(Job job, JobState state, @Nullable Trouble trouble) {
        jobs.end(job.id(), state, trouble);
        events.publishEvent(new JobEnded(
                job.id(),
                job.owner().account(),
                job.owner().accountName(),
                state == JobState.FAILED,
                trouble == null ? null : trouble.code()));
        log.record(Activity.of(job.order().kind(), state == JobState.FAILED ? Status.FAILED : Status.SUCCEEDED)
                .in(job.owner().workspace())
                .by(job.owner().user(), job.owner().userName())
                .on(job.owner().account(), job.owner().accountName())
                .about(job.order().source().toString())
                .correlation(job.correlationId())
                .with("job_id", job.id().toString())
                .with("succeeded", job.progress().succeeded())
                .code(trouble == null ? null : trouble.code())
                .message(trouble == null ? null : trouble.detail())
                .build());
    }
}
