package dev.parley.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.Fault;
import dev.parley.sandbox.script.ScriptedFault;
import dev.parley.server.testing.TestingParley;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SecretsTest {

    private static final String WRONG_PASSWORD = "canary-of-a-wrong-password";
    /** What a session's tokens, cookies and device ids look like; words and short numbers are not worth hiding. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9:%_=+/.-]{16,}");

    static final SandboxServer sandbox = SandboxServer.builder().start();

    @RegisterExtension
    static final TestingParley parley =
            TestingParley.start(Map.of("parley.sandbox-url", sandbox.baseUrl(), "logging.level.dev.parley", "trace"));

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void no_secret_of_any_sign_in_is_found_in_a_table_or_in_the_output(CapturedOutput output) {
        var alma = new TestingSignIns(parley, parley.database().person("alma"));
        alma.login("alma.plain", WRONG_PASSWORD);
        sandbox.script(ScriptedFault.of(Call.LOGIN, Fault.TRUNCATE).times(1));
        alma.login("alma.plain");
        var account = ((Recorded.Connected) alma.login("alma.plain")).account();
        var verification = alma.waitingLogin("tomas.totp");
        var pending = alma.in(() -> parley.bean(Verifications.class).pending(verification.id()));
        alma.code(verification, "314159");
        alma.waitingLogin("chloe.challenge");
        alma.check(account.id());
        var session =
                alma.in(() -> parley.bean(Sessions.class).stored(account.id()).orElseThrow());

        var secrets = Stream.concat(
                        Stream.of(WRONG_PASSWORD, TestingSignIns.PASSWORD, "314159"),
                        tokens(
                                session.state(),
                                pending.state(),
                                session.identity().properties().toString()))
                .distinct()
                .toList();
        assertThat(secrets).hasSizeGreaterThan(8);
        var everything = dump() + output + session + pending + verification + account;
        assertThat(secrets).allSatisfy(secret -> assertThat(everything).doesNotContain(secret));
    }

    private static Stream<String> tokens(String... states) {
        return Stream.of(states).flatMap(state -> TOKEN.matcher(state).results().map(match -> match.group()));
    }

    private static String dump() {
        var owner = parley.database().owner();
        List<@Nullable String> tables = owner.sql("select tablename from pg_tables where schemaname = 'public'")
                .query(String.class)
                .list();
        assertThat(tables).contains("instagram_credentials", "verifications", "activity_logs");
        var dump = new StringBuilder();
        for (var table : tables) {
            owner.sql("select t::text from \"" + table + "\" t")
                    .query(String.class)
                    .list()
                    .forEach(dump::append);
        }
        return dump.toString();
    }
}
