package dev.parley.server.automation;

import static org.awaitility.Awaitility.await;

import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.follow.FollowTruth;
import dev.parley.server.account.Account;
import dev.parley.server.account.Accounts;
import dev.parley.server.account.ConnectAccount;
import dev.parley.server.account.Keeping;
import dev.parley.server.account.SignIns;
import dev.parley.server.activity.Activity;
import dev.parley.server.automation.Job.Order;
import dev.parley.server.bot.Bots;
import dev.parley.server.core.AccountId;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.testing.TestingParley;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A person with one Instagram account of their own, connected, and its bot. */
final class TestingFollower {

    private static final String PASSWORD = "sandbox-pass";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static int people;

    private final TestingParley parley;
    private final SandboxServer instagram;
    private final Caller caller;
    private final Account account;

    private TestingFollower(TestingParley parley, SandboxServer instagram, Caller caller, Account account) {
        this.parley = parley;
        this.instagram = instagram;
        this.caller = caller;
        this.account = account;
    }

    static TestingFollower connected(TestingParley parley, SandboxServer instagram) {
        var caller = parley.database().person("follower" + people++);
        var username =
                instagram.makeAccounts("follower", 1).getFirst().account().username();
        var tenancy = parley.bean(Tenancy.class);
        var account = tenancy.in(caller.workspace(), () -> {
            var made = parley.bean(ConnectAccount.class)
                    .findOrCreate(caller, new ConnectAccount.Wish(username, null, false));
            parley.bean(Bots.class).create(caller, made);
            return made;
        });
        var signIns = parley.bean(SignIns.class);
        var asked = signIns.ask(
                tenancy.in(caller.workspace(), () -> signIns.login(account.id(), PASSWORD, Keeping.AS_BEFORE)));
        tenancy.in(caller.workspace(), () -> signIns.record(asked, new Activity.Who(caller.user(), caller.username())));
        return new TestingFollower(
                parley,
                instagram,
                caller,
                tenancy.in(caller.workspace(), () -> parley.bean(Accounts.class).get(account.id())));
    }

    static TestingFollower started(TestingParley parley, SandboxServer instagram) {
        var follower = connected(parley, instagram);
        follower.start();
        return follower;
    }

    Caller caller() {
        return caller;
    }

    AccountId account() {
        return account.id();
    }

    String username() {
        return account.username();
    }

    void start() {
        in(() -> {
            parley.bean(Bots.class).start(caller, account);
            return account;
        });
    }

    void stop() {
        in(() -> {
            parley.bean(Bots.class).stop(caller, account);
            return account;
        });
    }

    JobId order(String hashtag, int amount) {
        return order(new Order(JobAction.FOLLOW, new Hashtag(hashtag), amount, Filters.NONE, false));
    }

    /** By #travel, people who pass filters that are given as JSON with single quotes. */
    JobId order(int amount, String filters, boolean dryRun) {
        return order(new Order(JobAction.FOLLOW, new Hashtag("travel"), amount, filters(filters), dryRun));
    }

    static Filters filters(String json) {
        return StoredFilters.parse(json.replace('\'', '"'));
    }

    JobId order(Order order) {
        return in(() -> parley.bean(StartJob.class).start(caller, null, order)).id();
    }

    JobView job(JobId id) {
        return in(() -> parley.bean(ReadJobs.class).one(id));
    }

    List<TargetView> targets(JobId id) {
        return in(() -> parley.bean(ReadJobs.class).targets(id, 0, 1000)).items();
    }

    List<String> targets(JobId id, TargetState state) {
        return targets(id).stream()
                .filter(target -> target.state() == state)
                .map(TargetView::username)
                .toList();
    }

    JobView ended(JobId id) {
        return when(id, job -> job.endedAt() != null);
    }

    JobView when(JobId id, Predicate<JobView> condition) {
        return await().atMost(PATIENCE).until(() -> job(id), condition);
    }

    /** What really happened. */
    List<FollowTruth> truth() {
        return instagram.follows(username());
    }

    <T> T in(Supplier<T> work) {
        return parley.bean(Tenancy.class).in(caller.workspace(), work);
    }
}
