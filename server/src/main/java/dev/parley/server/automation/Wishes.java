package dev.parley.server.automation;

import dev.parley.server.automation.Job.Order;
import dev.parley.server.core.AccountId;
import dev.parley.server.web.Wrong;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Jobs as programs order them. */
final class Wishes {

    private Wishes() {}

    /**
     * @param accountId which account; may be left out where there is only one
     * @param dryRun only finds out whom it would act upon
     */
    record ByHashtag(
            @Nullable AccountId accountId,
            @NotNull String hashtag,
            @NotNull @Min(1) @Max(Orders.MOST) Integer amount,
            @Nullable @Valid Filters filters,
            @Nullable Boolean dryRun) {

        Order order(JobAction action) {
            return new Order(
                    action, Hashtag.parse(hashtag), amount, Filters.ordered(filters), Boolean.TRUE.equals(dryRun));
        }
    }

    /**
     * @param username of whose list is taken
     * @param dryRun only finds out whom it would act upon
     */
    record ByUsername(
            @Nullable AccountId accountId,
            @NotNull String username,
            @NotNull @Min(1) @Max(Orders.MOST) Integer amount,
            @Nullable @Valid Filters filters,
            @Nullable Boolean dryRun) {

        Order order(JobAction action, Source source) {
            return new Order(action, source, amount, Filters.ordered(filters), Boolean.TRUE.equals(dryRun));
        }
    }

    /**
     * @param post whose likers are taken: its address, or the code in it
     * @param dryRun only finds out whom it would follow
     */
    record ByPost(
            @Nullable AccountId accountId,
            @NotNull @Size(max = Likers.LONGEST) String post,
            @NotNull @Min(1) @Max(Orders.MOST) Integer amount,
            @Nullable @Valid Filters filters,
            @Nullable Boolean dryRun) {

        Order order() {
            return new Order(
                    JobAction.FOLLOW,
                    Orders.likers(post),
                    amount,
                    Filters.ordered(filters),
                    Boolean.TRUE.equals(dryRun));
        }
    }

    /**
     * @param people usernames, at most 200
     * @param amount how many of them; null for all
     * @param dryRun only finds out whom it would act upon
     */
    record ByName(
            @Nullable AccountId accountId,
            @NotNull List<@NotNull String> people,
            @Nullable @Min(1) @Max(Orders.MOST) Integer amount,
            @Nullable @Valid Filters filters,
            @Nullable Boolean dryRun) {

        Order order(JobAction action) {
            var source = Orders.people(people);
            return new Order(
                    action,
                    source,
                    Orders.amount(amount, source),
                    Filters.ordered(filters),
                    Boolean.TRUE.equals(dryRun));
        }
    }

    /** @param dryRun only finds out whose posts it would like */
    record OfFeed(
            @Nullable AccountId accountId,
            @NotNull @Min(1) @Max(Orders.MOST) Integer amount,
            @Nullable @Valid Filters filters,
            @Nullable Boolean dryRun) {

        Order order() {
            return new Order(
                    JobAction.LIKE, new Source.Feed(), amount, Filters.ordered(filters), Boolean.TRUE.equals(dryRun));
        }
    }

    /**
     * One of hashtag, people and followed.
     *
     * @param followed true for those whom the account follows
     * @param amount of how many people; may be left out for people by name
     * @param dryRun only finds out whose it would watch
     */
    record Watch(
            @Nullable AccountId accountId,
            @Nullable String hashtag,
            @Nullable List<@NotNull String> people,
            @Nullable Boolean followed,
            @Nullable @Min(1) @Max(Orders.MOST) Integer amount,
            @Nullable @Valid Filters filters,
            @Nullable Boolean dryRun) {

        Order order() {
            var source = source();
            if (filters != null && source instanceof Source.Followed) {
                throw Wrong.refusal("filters", "go with a hashtag or people");
            }
            return new Order(
                    JobAction.VIEW_STORIES,
                    source,
                    Orders.amount(amount, source),
                    Filters.ordered(filters),
                    Boolean.TRUE.equals(dryRun));
        }

        private Source source() {
            var all = Boolean.TRUE.equals(followed);
            if (Stream.of(hashtag != null, people != null, all)
                            .filter(given -> given)
                            .count()
                    != 1) {
                throw Wrong.refusal("hashtag", "give one of hashtag, people and followed: true");
            }
            return hashtag != null ? Orders.hashtag(hashtag) : all ? new Source.Followed() : Orders.people(people);
        }
    }

    /**
     * Either a job or people.
     *
     * @param jobId whose followed people are unfollowed
     * @param afterDays how many days they stay followed; null for none
     * @param people usernames, at most 200
     * @param dryRun only finds out whom it would unfollow
     */
    record End(
            @Nullable AccountId accountId,
            @Nullable JobId jobId,
            @Nullable @Min(0) @Max(Source.OfJob.MOST_DAYS) Integer afterDays,
            @Nullable List<@NotNull String> people,
            @Nullable Boolean dryRun) {

        JobId only(JobId job) {
            if (people != null) {
                throw Wrong.refusal("people", "give either job_id or people");
            }
            return job;
        }

        int days() {
            return afterDays == null ? 0 : afterDays;
        }

        boolean dry() {
            return Boolean.TRUE.equals(dryRun);
        }

        Order order() {
            if (afterDays != null) {
                throw Wrong.refusal("after_days", "goes with job_id");
            }
            var source = Orders.people(people);
            return new Order(JobAction.UNFOLLOW, source, Orders.amount(null, source), Filters.NONE, dry());
        }
    }
}
