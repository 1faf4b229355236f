package dev.parley.server.automation;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.parley.instagram.Capability;
import dev.parley.server.core.AccountId;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.UserId;
import dev.parley.server.core.WorkspaceId;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Work that a person ordered of one account. */
record Job(
        JobId id,
        Owner owner,
        Order order,
        JobState state,
        @Nullable Trouble trouble,
        Progress progress,
        Search search,
        Times times,
        String correlationId) {

    /** Whose it is; the names are those of when it was ordered. */
    record Owner(
            WorkspaceId workspace,
            AccountId account,
            String accountName,
            UserId user,
            @Nullable String userName) {}

    record Order(JobAction action, Source source, int amount, Filters filters, boolean dryRun) {

        /** Such as {@code follow-hashtag}. */
        String kind() {
            return JobKind.of(action, source).stored();
        }

        /** What it takes of the account's driver. */
        Set<Capability> needs() {
            return Stream.of(action.needs(), source.needs())
                    .flatMap(Set::stream)
                    .collect(toUnmodifiableSet());
        }

        /** What it looks for. The version before would take a bare hashtag for somebody to follow. */
        String about() {
            return action == JobAction.FOLLOW ? source.toString() : action.stored() + " " + source;
        }
    }

    /** Why it ended otherwise than asked. */
    record Trouble(ErrorCode code, @Nullable String detail) {}

    /** How many of the people found stand where; {@code candidates} are those that nothing was done about yet. */
    record Progress(int candidates, int underWay, int succeeded, int skipped, int failed, int unconfirmed) {}

    /**
     * How far the source has been read.
     *
     * @param pages how many pages were read
     * @param cursor where to go on
     * @param underWay a page is being asked for
     * @param exhausted there are no more pages
     */
    record Search(int pages, @Nullable String cursor, boolean underWay, boolean exhausted) {}

    record Times(
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt) {}

    /** How many more may be begun: what may have happened counts as having happened. */
    int room() {
        return order.amount() - progress.succeeded() - progress.unconfirmed() - progress.underWay();
    }

    boolean fulfilled() {
        return order.dryRun() ? progress.candidates() >= order.amount() : room() <= 0 && progress.underWay() == 0;
    }

    /** Nobody is left to find, to begin, or to wait for. */
    boolean hasNothingLeft() {
        return search.exhausted() && progress.underWay() == 0 && (order.dryRun() || progress.candidates() == 0);
    }

    /** Whether another page is needed to find those who are still missing. */
    boolean needsMorePeople() {
        var missing = order.dryRun() ? order.amount() - progress.candidates() : room() - progress.candidates();
        return missing > 0 && !search.underWay() && !search.exhausted();
    }
}
