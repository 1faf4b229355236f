package dev.parley.server.automation;

import dev.parley.server.account.Account;
import dev.parley.server.account.Accounts;
import dev.parley.server.automation.Job.Order;
import dev.parley.server.core.AccountId;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.validation.Valid;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Orders jobs. */
@RestController
@RequestMapping("/api/bot/actions")
@Needs(Right.RUN)
class OrderApi {

    private final Tenancy tenancy;
    private final Accounts accounts;
    private final StartJob startJob;
    private final Undo undo;
    private final ReadJobs read;

    OrderApi(Tenancy tenancy, Accounts accounts, StartJob startJob, Undo undo, ReadJobs read) {
        this.tenancy = tenancy;
        this.accounts = accounts;
        this.startJob = startJob;
        this.undo = undo;
        this.read = read;
    }

    @PostMapping("/follow-hashtag")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView followHashtag(Caller caller, @Valid @RequestBody Wishes.ByHashtag wish) {
        return started(caller, wish.accountId(), () -> wish.order(JobAction.FOLLOW));
    }

    /** Likes the newest post of each of those who post under the hashtag. */
    @PostMapping("/like-hashtag")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView likeHashtag(Caller caller, @Valid @RequestBody Wishes.ByHashtag wish) {
        return started(caller, wish.accountId(), () -> wish.order(JobAction.LIKE));
    }

    @PostMapping("/follow-followers")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView followFollowers(Caller caller, @Valid @RequestBody Wishes.ByUsername wish) {
        return started(
                caller,
                wish.accountId(),
                () -> wish.order(JobAction.FOLLOW, new Source.Followers(Orders.username(wish.username()))));
    }

    /** Follows whom somebody follows. */
    @PostMapping("/follow-following")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView followFollowing(Caller caller, @Valid @RequestBody Wishes.ByUsername wish) {
        return started(
                caller,
                wish.accountId(),
                () -> wish.order(JobAction.FOLLOW, new Source.Following(Orders.username(wish.username()))));
    }

    @PostMapping("/follow-likers")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView followLikers(Caller caller, @Valid @RequestBody Wishes.ByPost wish) {
        return started(caller, wish.accountId(), wish::order);
    }

    @PostMapping("/follow-people")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView followPeople(Caller caller, @Valid @RequestBody Wishes.ByName wish) {
        return started(caller, wish.accountId(), () -> wish.order(JobAction.FOLLOW));
    }

    /** Likes the newest post of each. */
    @PostMapping("/like-people")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView likePeople(Caller caller, @Valid @RequestBody Wishes.ByName wish) {
        return started(caller, wish.accountId(), () -> wish.order(JobAction.LIKE));
    }

    /** Likes the newest posts of those whom the account follows, as its home feed shows them: one of each person. */
    @PostMapping("/like-feed")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView likeFeed(Caller caller, @Valid @RequestBody Wishes.OfFeed wish) {
        return started(caller, wish.accountId(), wish::order);
    }

    /** Watches stories of those who post under a hashtag, of people by name, or of those whom the account follows. */
    @PostMapping("/view-stories")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView viewStories(Caller caller, @Valid @RequestBody Wishes.Watch wish) {
        return started(caller, wish.accountId(), wish::order);
    }

    /** Unfollows whom a job followed, or people by name. */
    @PostMapping("/unfollow")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView unfollow(Caller caller, @Valid @RequestBody Wishes.End wish) {
        var job = wish.jobId();
        if (job == null) {
            return started(caller, wish.accountId(), wish::order);
        }
        return tenancy.in(
                caller.workspace(), () -> read.view(undo.order(caller, wish.only(job), wish.days(), wish.dry())));
    }

    /** Of an account that is not the caller's nothing is said, not even that the order is wrong. */
    private JobView started(Caller caller, @Nullable AccountId named, Supplier<Order> order) {
        return tenancy.in(caller.workspace(), () -> {
            var account = accounts.pick(named).map(Account::id).orElse(null);
            return read.view(startJob.start(caller, account, order.get()));
        });
    }
}
