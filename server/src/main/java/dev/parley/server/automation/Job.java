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
        Profiles profiles,
        Times times,
        String correlationId) {

    /** So many people are known to pass before they are followed, or their profiles being read. */
    private static final int READ_AHEAD = 10;

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
            return Stream.of(action.needs(), source.needs(action), filters.needs())
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

    /**
     * People whom the job's filters do not know well enough.
     *
     * @param unread whose profiles have to be read
     * @param reading whose profiles are being read
     */
    record Profiles(int unread, int reading) {

        int people() {
            return unread + reading;
        }
    }

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

    /** Its source gave out before as many were reached as were asked for, and with some of them it failed. */
    boolean endedShort() {
        return state == JobState.COMPLETED && !order.dryRun() && room() > 0 && progress.failed() > 0;
    }

    /** Nobody is left to find, to begin, or to wait for. */
    boolean hasNothingLeft() {
        return search.exhausted()
                && progress.underWay() == 0
                && profiles.people() == 0
                && (order.dryRun() || progress.candidates() == 0);
    }

    /** Whether another page is needed to find those who are still missing. */
    boolean needsMorePeople() {
        return missing() > profiles.people() && !search.underWay() && !search.exhausted();
    }

    /** How many candidates more it could use. */
    private int missing() {
        return order.dryRun() ? order.amount() - progress.candidates() : room() - progress.candidates();
    }

    /** How many profiles are to be read now: no more than are needed, and not long before something comes of it. */
    int profilesToRead() {
        var ahead = READ_AHEAD - profiles.reading() - progress.underWay();
        return Math.min(profiles.unread(), Math.min(missing() - profiles.reading(), ahead));
    }
}
