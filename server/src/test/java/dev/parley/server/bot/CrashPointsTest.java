package dev.parley.server.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.instagram.SignIn;
import dev.parley.instagram.SignInOutcome;
import dev.parley.instagram.mobile.MobileDriver;
import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.world.Person;
import dev.parley.server.account.Account;
import dev.parley.server.account.Asked;
import dev.parley.server.account.ConnectAccount;
import dev.parley.server.account.Keeping;
import dev.parley.server.account.SignInStep;
import dev.parley.server.account.SignIns;
import dev.parley.server.activity.Activity;
import dev.parley.server.core.Uuids;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.testing.TestingParley;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CrashPointsTest {

    private static final int PEOPLE = 2;

    /** Of the steps of a tick that follows two people: picked, decided, called, decided, called, rested. */
    private static final List<Integer> EVERY_DAY = List.of(1, 2, 3, 6);

    /** The second person's, which are like the first one's. */
    private static final List<Integer> AT_LENGTH = List.of(4, 5);

    private static final String FOLLOWED =
            "select count(*) from activity_logs where action = 'follow' and status = 'succeeded'";
    private static final String COMPLETED =
            "select count(*) from jobs where state = 'completed' and succeeded = " + PEOPLE;

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LOOK_NANOS = Duration.ofMillis(200).toNanos();

    private static final SandboxServer instagram = SandboxServer.builder().start();
    private static final Map<String, String> SETTINGS = Map.of(
            "parley.sandbox-url", instagram.baseUrl(), "parley.bot.divisor", "0", "parley.account.call-deadline", "2s");

    @RegisterExtension
    static final TestingParley parley = TestingParley.start(SETTINGS);

    @AfterAll
    static void close() {
        instagram.close();
    }

    @Test
    void whatever_the_step_after_which_a_node_dies_each_person_is_followed_once() throws Exception {
        diesAfterEach(EVERY_DAY);
    }

    @Test
    @Tag("long")
    void the_same_with_one_person_followed_already() throws Exception {
        diesAfterEach(AT_LENGTH);
    }

    private static void diesAfterEach(List<Integer> steps) throws Exception {
        var caller = parley.database().person("maria" + steps.getFirst());
        var names = instagram.makeAccounts("crash" + steps.getFirst() + "_", steps.size()).stream()
                .map(session -> session.account().username())
                .toList();
        var accounts = names.stream().map(name -> connect(caller, name)).toList();
        var followedBefore = count(FOLLOWED);
        var completedBefore = count(COMPLETED);
        parley.stop();

        for (var i = 0; i < steps.size(); i++) {
            queueFollows(caller, accounts.get(i), steps.get(i));
            assertThat(dieAfter(steps.get(i)))
                    .as("the node died after step %d", steps.get(i))
                    .isEqualTo(CrashingNode.STOPPED_DEAD);
        }

        parley.startAgain();
        awaitEmptyQueues();

        for (var name : names) {
            assertThat(instagram.follows(name))
                    .as("follows of %s", name)
                    .hasSize(PEOPLE)
                    .allSatisfy(follow -> assertThat(follow.times()).isEqualTo(1));
        }
        assertThat(count(FOLLOWED) - followedBefore).isEqualTo(steps.size() * PEOPLE);
        assertThat(count(COMPLETED) - completedBefore).isEqualTo(steps.size());
        assertThat(count("select max(used) from quota_ledger")).isBetween(PEOPLE, PEOPLE + 1);
    }

    private static Account connect(Caller caller, String name) {
        var tenancy = parley.bean(Tenancy.class);
        var signIns = parley.bean(SignIns.class);
        var account = tenancy.in(caller.workspace(), () -> {
            var found =
                    parley.bean(ConnectAccount.class).findOrCreate(caller, new ConnectAccount.Wish(name, null, false));
            parley.bean(Bots.class).create(caller, found);
            parley.bean(BotInstances.class).switchTo(found.id(), true);
            return found;
        });
        var step = tenancy.in(caller.workspace(), () -> signIns.login(account.id(), "sandbox-pass", Keeping.AS_BEFORE));
        var outcome = patientSignIn(step);
        assertThat(outcome).isInstanceOf(SignInOutcome.SignedIn.class);
        tenancy.in(
                caller.workspace(),
                () -> signIns.record(new Asked.Answered(step, outcome, null), new Activity.Who(caller.user(), null)));
        return account;
    }

    /** The first sign-in of a cold process takes longer than this test's deadline for a call. */
    private static SignInOutcome patientSignIn(SignInStep.Login step) {
        try (var driver =
                MobileDriver.builder().apiBase(URI.create(instagram.baseUrl())).build()) {
            return driver.signIn(new SignIn(step.account().username(), step.password(), step.identity(), null));
        }
    }

    /** A job that has found its people already, due now. */
    private static void queueFollows(Caller caller, Account account, int step) {
        var job = Uuids.timeOrdered();
        insert(
                """
                insert into jobs (id, workspace_id, user_id, account_id, account_name, kind, hashtag, amount, state, under_way,
                    exhausted, correlation_id)
                values (?, ?, ?, ?, ?, 'follow-hashtag', 'travel', ?, 'running', ?, true, 'crash')
                """,
                job,
                caller.workspace().value(),
                caller.user().value(),
                account.id().value(),
                account.username(),
                PEOPLE,
                PEOPLE);
        people(step).forEach(person -> {
            insert("""
                    insert into job_targets (job_id, instagram_user_id, workspace_id, position, username, state)
                    values (?, ?, ?, ?, ?, 'queued')
                    """, job, id(person), caller.workspace().value(), (int) person.id(), person.username());
            insert(
                    """
                    insert into bot_actions (id, workspace_id, account_id, lane, kind, due_at, job_id, target_id, target,
                        user_id, correlation_id)
                    values (?, ?, ?, 2, 'follow', now(), ?, ?, ?, ?, 'crash')
                    """,
                    UUID.randomUUID(),
                    caller.workspace().value(),
                    account.id().value(),
                    job,
                    id(person),
                    person.username(),
                    caller.user().value());
        });
        insert(
                "update scheduled_tasks set execution_time = now() where task_instance = ?",
                account.id().toString());
    }

    private static List<Person> people(int step) {
        return instagram.people().stream()
                .filter(person -> !person.isPrivate() && !person.deleted())
                .skip((long) step * PEOPLE)
                .limit(PEOPLE)
                .toList();
    }

    private static int dieAfter(int step) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CrashingNode.class.getName(),
                Integer.toString(step),
                "--parley.database.url=" + parley.database().ownerUrl(),
                "--parley.data-dir=" + parley.dataDir(),
                "--server.port=0"));
        SETTINGS.forEach((name, value) -> command.add("--" + name + "=" + value));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        parley.dataDir().resolve("node-" + step + ".log").toFile())
                .start();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the node did not reach step " + step);
        }
        return process.exitValue();
    }

    private static void awaitEmptyQueues() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (count("select count(*) from bot_actions") > 0) {
            assertThat(System.nanoTime()).as("the queues are empty in time").isLessThan(deadline);
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private static String id(Person person) {
        return Long.toString(person.id());
    }

    private static int count(String query) {
        return parley.database().owner().sql(query).query(Integer.class).single();
    }

    private static void insert(String statement, Object... values) {
        parley.database().owner().sql(statement).params(List.of(values)).update();
    }
}
