package dev.parley.server.automation;

import dev.parley.server.bot.BotWords;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.web.Words;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A job in words. */
public final class JobWords {

    private JobWords() {}

    public static String title(JobView job) {
        var amount = job.amount();
        var people = people(amount);
        var what = switch (job.action()) {
            case FOLLOW -> (job.dryRun() ? "Find " : "Follow ") + people;
            case LIKE -> (job.dryRun() ? "Find " : "Like ") + Words.count(amount, "post");
            case VIEW_STORIES -> (job.dryRun() ? "Find " : "Watch the stories of ") + people;
            case UNFOLLOW -> (job.dryRun() ? "Find " : "Unfollow ") + people;
        };
        return what + between(job) + job.source().words();
    }

    static String people(int number) {
        return number == 1 ? "1 person" : Words.number(number) + " people";
    }

    private static String between(JobView job) {
        return switch (job.source().kind()) {
            case Hashtag.STORED -> " by ";
            case Source.People.STORED -> job.action() == JobAction.LIKE ? " of " : ": ";
            case Source.OfJob.STORED -> ": ";
            case Source.Feed.STORED -> " of ";
            default -> " among ";
        };
    }

    /** How far it is. */
    public static String progress(JobView job) {
        return "%s of %s %s"
                .formatted(
                        Words.number(job.progress().done()),
                        Words.number(job.amount()),
                        job.dryRun() ? "found" : done(job.action()));
    }

    /** What has become of those with whom it succeeded. */
    static String done(JobAction action) {
        return switch (action) {
            case FOLLOW -> "followed";
            case LIKE -> "liked";
            case VIEW_STORIES -> "watched";
            case UNFOLLOW -> "unfollowed";
        };
    }

    /** One time that it is done. */
    static String noun(JobAction action) {
        return switch (action) {
            case FOLLOW -> "follow";
            case LIKE -> "like";
            case VIEW_STORIES -> "story view";
            case UNFOLLOW -> "unfollow";
        };
    }

    private static String doing(JobAction action) {
        return switch (action) {
            case FOLLOW -> "It is following people.";
            case LIKE -> "It is liking posts.";
            case VIEW_STORIES -> "It is watching stories.";
            case UNFOLLOW -> "It is unfollowing people.";
        };
    }

    /** What it is doing, or how it ended. */
    public static String now(JobView job) {
        return switch (state(job)) {
            case QUEUED -> "It waits for its turn.";
            case RUNNING -> running(job);
            case WAITING ->
                Waiting.DAYS.equals(job.reason())
                        ? "Everybody stays followed for as long as was asked for."
                        : BotWords.gate(job.reason()) + ".";
            case PAUSED -> "It is paused and goes on when you resume it.";
            case COMPLETED ->
                error(job).map(code -> "It is done: " + code.title() + ".").orElse("It is done.");
            case FAILED ->
                error(job).map(code -> "It failed: " + code.title() + ".").orElse("It failed.");
            case CANCELLED -> "It was cancelled.";
        };
    }

    private static String running(JobView job) {
        if (job.progress().underWay() > 0) {
            return doing(job.action());
        }
        return job.progress().unread() > 0 ? "It is looking at the profiles of people." : "It is looking for people.";
    }

    /** A job's states as people see them. */
    public enum Seen {
        QUEUED,
        RUNNING,
        WAITING,
        PAUSED,
        COMPLETED,
        FAILED,
        CANCELLED
    }

    public static Seen state(JobView job) {
        return Seen.valueOf(job.state().toUpperCase(Locale.ROOT));
    }

    public static boolean isOver(JobView job) {
        return job.endedAt() != null;
    }

    public static boolean canPause(JobView job) {
        return !isOver(job) && state(job) != Seen.PAUSED;
    }

    public static boolean canResume(JobView job) {
        return state(job) == Seen.PAUSED;
    }

    public static boolean canUndo(JobView job) {
        return isOver(job)
                && job.action() == JobAction.FOLLOW
                && !job.dryRun()
                && job.progress().succeeded() > 0;
    }

    public static boolean canRetry(JobView job) {
        var progress = job.progress();
        return switch (state(job)) {
            case FAILED, CANCELLED -> true;
            case COMPLETED ->
                !job.dryRun() && progress.failed() > 0 && progress.succeeded() + progress.unconfirmed() < job.amount();
            case QUEUED, RUNNING, WAITING, PAUSED -> false;
        };
    }

    public static String outcome(TargetView target, JobView job) {
        return switch (target.state()) {
            case UNREAD -> isOver(job) ? "Not needed" : "Found";
            case READING -> "Being looked at";
            case CANDIDATE -> job.dryRun() ? "Would be " + done(job.action()) : isOver(job) ? "Not needed" : "Found";
            case QUEUED -> "Under way";
            case SUCCEEDED -> Words.plain(done(job.action()));
            case SKIPPED -> "Left out";
            case FAILED -> "Failed";
            case UNCONFIRMED -> "Nobody knows";
        };
    }

    /** What a filter found, in words; what Instagram refused with may be raw, and is not shown. */
    public static @Nullable String judged(TargetView target) {
        var reason = target.reason();
        return reason != null && reason.startsWith("FILTER_") ? target.errorMessage() : null;
    }

    public static Optional<ErrorCode> error(JobView job) {
        return error(job.errorCode());
    }

    public static Optional<ErrorCode> error(@Nullable String code) {
        return Optional.ofNullable(code).flatMap(ErrorCode::ofCode);
    }
}
