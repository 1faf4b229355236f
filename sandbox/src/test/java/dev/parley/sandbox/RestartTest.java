package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.sandbox.TestingApp.Reply;
import dev.parley.sandbox.account.Account;
import dev.parley.sandbox.account.Session;
import dev.parley.sandbox.follow.FollowTruth;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.Fault;
import dev.parley.sandbox.script.ScriptedFault;
import dev.parley.sandbox.world.Person;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
    private static final int SENDERS = 4;
    private static final int ENOUGH = 200;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_sign_in_under_way_survives() {
        TestingApp app;
        Reply asked;
        try (var before = start()) {
            app = new TestingApp(before.baseUrl());
            asked = app.login("sami.sms", Account.PASSWORD);
            app.twoFactorLogin(asked, "wrong");
        }

        try (var after = start()) {
            var sameApp = app.at(after.baseUrl());
            String code = after.outbox("sami.sms").getLast().code();
            assertThat(sameApp.twoFactorLogin(asked, code).status()).isEqualTo(200);
            assertThat(after.logins("sami.sms"))
                    .extracting(login -> login.outcome())
                    .containsExactly("two_factor_required", "wrong_code", "signed_in");
        }
    }

    @Test
    void sessions_truth_faults_clock_and_made_accounts_survive() {
        List<Session> made;
        List<FollowTruth> truth;
        Instant later = Instant.parse("2031-05-01T10:00:00Z");
        try (var before = start()) {
            made = before.makeAccounts("crew", 3);
            var app =
                    new TestingApp(before.baseUrl()).authorizedBy(made.getLast().authorization());
            before.people().stream().limit(20).map(Person::id).forEach(app::follow);
            before.people().stream().limit(5).map(Person::id).forEach(app::unfollow);
            before.script(ScriptedFault.of(Call.FOLLOW, Fault.DROP).times(7));
            before.setNow(later);
            truth = before.follows();
        }

        try (var after = start()) {
            assertThat(truth).isNotEmpty();
            assertThat(after.follows()).isEqualTo(truth);
            assertThat(after.now()).isBetween(later, later.plus(Duration.ofHours(1)));
            assertThat(after.activeFaults())
                    .singleElement()
                    .matches(fault -> Integer.valueOf(7).equals(fault.times()));
            assertThat(new TestingApp(after.baseUrl())
                            .authorizedBy(made.getFirst().authorization())
                            .get("/api/v1/accounts/current_user/")
                            .status())
                    .isEqualTo(200);
            assertThat(after.makeAccounts("crew", 1).getFirst().account().username())
                    .isEqualTo("crew.4");
        }
    }

    @Test
    void what_was_answered_survives_a_kill() throws Exception {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        try (var process = TestingProcess.start("--port", "0", "--data-dir", folder.toString())) {
            String baseUrl = process.baseUrl();
            var apps = new TestingAdmin(baseUrl).makeAccounts("killed", SENDERS);
            followUntilKilled(process, apps, acknowledged);
        }

        try (var after = start()) {
            Set<String> inForce = ConcurrentHashMap.newKeySet();
            after.follows().stream()
                    .filter(FollowTruth::inForce)
                    .forEach(follow -> inForce.add(follow.sender() + " " + follow.target()));
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
            assertThat(inForce).containsAll(acknowledged);
            assertThat(after.follows()).allMatch(follow -> follow.times() <= 1);
        }
    }

    @Test
    void a_torn_last_line_is_forgotten() throws Exception {
        try (var before = start()) {
            var app = new TestingApp(before.baseUrl())
                    .authorizedBy(before.makeAccounts("torn", 1).getFirst().authorization());
            app.follow(before.people().getFirst().id());
        }
        Files.writeString(folder.resolve("journal-1.log"), "FollowAsked\t91000", StandardOpenOption.APPEND);

        try (var after = start()) {
            assertThat(after.follows()).hasSize(1);
            var app = new TestingApp(after.baseUrl())
                    .authorizedBy(after.makeAccounts("torn", 1).getFirst().authorization());
            app.follow(after.people().getFirst().id());
        }
        try (var again = start()) {
            assertThat(again.follows()).hasSize(2);
        }
    }

    @Test
    void a_reset_survives_too() {
        try (var before = start()) {
            before.makeAccounts("gone", 1);
            before.reset(77);
        }
        try (var after = start()) {
            assertThat(after.makeAccounts("gone", 1).getFirst().account().username())
                    .isEqualTo("gone.1");
            try (var reference = SandboxServer.builder().seed(77).start()) {
                assertThat(after.people()).isEqualTo(reference.people());
            }
        }
    }

    @Test
    void one_folder_has_one_sandbox() {
        try (var first = start()) {
            assertThat(first.follows()).isEmpty();
            assertThatThrownBy(this::start).hasMessageContaining("Another sandbox uses the data folder");
        }
    }

    @Test
    void a_taken_port_and_a_wrong_option_are_one_sentence_each() throws Exception {
        try (var first = SandboxServer.builder().start();
                var second = TestingProcess.start("--port", Integer.toString(first.port()));
                var third = TestingProcess.start("--porrt", "1")) {
            assertThat(second.errors().lines()).singleElement().asString().contains("Cannot listen at 127.0.0.1:");
            assertThat(second.exitStatus()).isEqualTo(1);
            assertThat(third.errors().lines()).singleElement().asString().contains("Unknown option --porrt");
            assertThat(third.exitStatus()).isEqualTo(2);
        }
    }

    @Test
    void a_terminated_process_leaves_the_folder_free() throws Exception {
        try (var process = TestingProcess.start("--port", "0", "--data-dir", folder.toString())) {
            new TestingAdmin(process.baseUrl()).makeAccounts("polite", 2);
            process.terminate();
        }
        try (var after = start()) {
            assertThat(after.makeAccounts("polite", 1).getFirst().account().username())
                    .isEqualTo("polite.3");
        }
    }

    private static void followUntilKilled(TestingProcess process, List<TestingApp> apps, Set<String> acknowledged)
            throws InterruptedException {
        var enough = new CountDownLatch(ENOUGH);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor();
                var world = SandboxServer.builder().start()) {
            List<Person> targets = world.people().stream()
                    .filter(person -> !person.isPrivate() && !person.deleted())
                    .toList();
            for (int i = 0; i < apps.size(); i++) {
                String sender = "killed." + (i + 1);
                TestingApp app = apps.get(i);
                executor.execute(() -> followAll(app, sender, targets, acknowledged, enough));
            }
            enough.await();
            process.kill();
        }
    }

    private static void followAll(
            TestingApp app, String sender, List<Person> targets, Set<String> acknowledged, CountDownLatch enough) {
        try {
            for (Person target : targets) {
                app.follow(target.id());
                acknowledged.add(sender + " " + target.username());
                enough.countDown();
            }
        } catch (IllegalStateException killed) {
            // The process is gone; what it had said until then is what counts.
        }
    }

    private SandboxServer start() {
        return SandboxServer.builder().dataDir(folder).start();
    }
}
