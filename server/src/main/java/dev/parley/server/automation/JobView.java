package dev.parley.server.automation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.Page;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job as people and programs see it.
 *
 * @param kind the action and the kind of the source, such as {@code follow-hashtag}
 * @param hashtag of the source, where it is one
 * @param state as stored, or {@code waiting} where the bot's gates keep it from going on
 * @param reason why it waits, or why it ended otherwise than asked
 * @param resumesAt when it goes on by itself, as far as is known
 * @param targets the first of those whom it has seen; in the answer about a single job only
 */
public record JobView(
        JobId id,
        String kind,
        AccountId accountId,
        JobAction action,
        @Nullable String hashtag,
        SourceView source,
        int amount,
        Filters filters,
        boolean dryRun,
        String state,
        @Nullable String reason,
        @Nullable Instant resumesAt,
        @Nullable String errorCode,
        @Nullable String errorMessage,
        Progress progress,
        String correlationId,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Page<TargetView> targets) {

    /**
     * @param done how many of {@code amount} are reached; in a dry run, how many would be acted upon
     * @param candidates found, and nothing done about them yet
     * @param unread found, and their profiles have to be read before it is known whether they pass the filters
     */
    public record Progress(
            int amount,
            int done,
            int percent,
            int succeeded,
            int skipped,
            int failed,
            int unconfirmed,
            int underWay,
            int candidates,
            int unread) {

        private static final int PERCENT = 100;

        static Progress of(Job job) {
            var progress = job.progress();
            var amount = job.order().amount();
            var done = Math.min(amount, job.order().dryRun() ? progress.candidates() : progress.succeeded());
            return new Progress(
                    amount,
                    done,
                    done * PERCENT / amount,
                    progress.succeeded(),
                    progress.skipped(),
                    progress.failed(),
                    progress.unconfirmed(),
                    progress.underWay(),
                    progress.candidates(),
                    job.profiles().people());
        }
    }

    static JobView of(Job job, @Nullable Waiting waiting) {
        var trouble = job.trouble();
        return new JobView(
                job.id(),
                job.order().kind(),
                job.owner().account(),
                job.order().action(),
                job.order().source() instanceof Hashtag(String name) ? name : null,
                SourceView.of(job.order().source()),
                job.order().amount(),
                job.order().filters(),
                job.order().dryRun(),
                waiting == null ? job.state().stored() : Waiting.STATE,
                waiting != null
                        ? waiting.reason()
                        : trouble == null ? null : trouble.code().name(),
                waiting == null ? null : waiting.until(),
                trouble == null ? null : trouble.code().code(),
                trouble == null ? null : trouble.detail(),
                Progress.of(job),
                job.correlationId(),
                job.times().createdAt(),
                job.times().startedAt(),
                job.times().endedAt(),
                null);
    }

    JobView with(Page<TargetView> firstTargets) {
        return new JobView(
                id,
                kind,
                accountId,
                action,
                hashtag,
                source,
                amount,
                filters,
                dryRun,
                state,
                reason,
                resumesAt,
                errorCode,
                errorMessage,
                progress,
                correlationId,
                createdAt,
                startedAt,
                endedAt,
                firstTargets);
    }
}
