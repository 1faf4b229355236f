package dev.parley.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.sandbox.SandboxServer;
import dev.parley.sandbox.script.Call;
import dev.parley.sandbox.script.Fault;
import dev.parley.sandbox.script.ScriptedFault;
import dev.parley.server.core.StartRefused;
import dev.parley.server.rotation.ChangeKeys;
import dev.parley.server.testing.TestingParley;
import dev.parley.server.vault.SealedColumn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

@ExtendWith(OutputCaptureExtension.class)
class SecretsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
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

    @AfterEach
    void no_accounts() {
        sandbox.reset();
        parley.database().owner().sql("delete from instagram_accounts").update();
    }

    @Test
    void no_secret_of_any_sign_in_is_found_in_a_table_or_in_the_output(CapturedOutput output) {
        var alma = new TestingSignIns(parley, parley.database().person("alma"));
        alma.login("alma.plain", WRONG_PASSWORD);
        sandbox.script(ScriptedFault.of(Call.LOGIN, Fault.TRUNCATE).times(1));
        alma.login("alma.plain");
        var account = ((Recorded.Connected) alma.login("alma.plain", TestingSignIns.PASSWORD, Keeping.KEEP)).account();
        var verification = alma.waitingLogin("tomas.totp");
        var pending = alma.in(() -> parley.bean(Verifications.class).pending(verification.id()));
        alma.code(verification, "314159");
        alma.waitingLogin("chloe.challenge");
        alma.check(account.id());
        var again = alma.in(() -> parley.bean(SignIns.class).again(account.id()).orElseThrow());
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
        var everything = dump() + output + session + pending + verification + account + again;
        assertThat(secrets).allSatisfy(secret -> assertThat(everything).doesNotContain(secret));
    }

    @Test
    void every_column_that_is_sealed_is_known_to_the_rotation_of_keys() {
        var declared = parley.beans(SealedColumn.class).stream()
                .map(column -> column.table() + "." + column.column())
                .toList();
        assertThat(parley.database().owner().sql("""
                            select c.table_name || '.' || c.column_name from information_schema.columns c
                            where table_schema = 'public' and column_name ~ '_(sealed|encrypted)$' and table_name <> 'key_check'
                            """).query(String.class).list())
                .containsExactlyInAnyOrderElementsOf(declared);
    }

    @Test
    void a_new_key_takes_the_place_of_the_old_one_while_accounts_are_at_work_and_nothing_is_lost() {
        var rita = new TestingSignIns(parley, parley.database().person("rita"));
        var account = ((Recorded.Connected) rita.login("alma.plain", TestingSignIns.PASSWORD, Keeping.KEEP)).account();
        var verification = rita.waitingLogin("tomas.totp");
        assertThat(rita.check(account.id()).sessionValid()).isTrue();
        parley.bean(ChangeKeys.class).add();
        sealAnewAt("now() + interval '1 day'");
        parley.restart();
        assertThat(keys().path("older_keys").asBoolean()).isTrue();
        assertThat(left()).isPositive();
        assertThatThrownBy(() -> parley.bean(ChangeKeys.class).removeOlder())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("still need an older key");

        sealAnewAt("now()");
        await().atMost(PATIENCE).until(() -> {
            assertThat(rita.check(account.id()).sessionValid()).isTrue();
            return left() == 0;
        });
        aNodeThatSealsWithTheOldKey();
        assertThatThrownBy(() -> parley.bean(ChangeKeys.class).removeOlder())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("left-behind");
        parley.database()
                .owner()
                .sql("delete from nodes where name = 'left-behind'")
                .update();
        parley.bean(ChangeKeys.class).removeOlder();
        parley.restart();

        assertThat(keys().path("older_keys").asBoolean()).isFalse();
        assertThat(rita.check(account.id()).sessionValid()).isTrue();
        assertThat(rita.in(() -> parley.bean(Verifications.class).pending(verification.id())))
                .isNotNull();
        assertThat(rita.in(() -> parley.bean(KeptPasswords.class).take(account.id())))
                .contains(TestingSignIns.PASSWORD);
    }

    private static void aNodeThatSealsWithTheOldKey() {
        parley.database().owner().sql("""
                insert into nodes (id, name, host, version, schema_version, sealing_key, heartbeat, processors, cpu, heap,
                    most_heap, browsers)
                values (gen_random_uuid(), 'left-behind', 'somewhere', '0.1', 1, 1, now() + interval '1 hour', 2, 0, 1, 1, 0)
                """).update();
    }

    private static JsonNode keys() {
        return parley.admin().get("/api/admin/keys").body();
    }

    private static int left() {
        return keys().path("sealed_by_older_keys").asInt();
    }

    private static void sealAnewAt(String when) {
        parley.database()
                .owner()
                .sql("update scheduled_tasks set execution_time = " + when
                        + " where task_name = 'seal-anew' and not picked")
                .update();
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
