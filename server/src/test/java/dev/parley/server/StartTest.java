package dev.parley.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parley.server.tenancy.TestingDatabase;
import dev.parley.server.testing.TestingParley;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class StartTest {

    @TempDir
    Path folder;

    @Test
    void writes_where_it_listens_when_it_is_ready() throws Exception {
        var file = folder.resolve("ready.json");
        try (var parley = TestingParley.start(Map.of("parley.ready-file", file.toString()))) {
            var ready = JsonMapper.shared().readTree(Files.readString(file));
            assertThat(ready.path("pid").asLong())
                    .isEqualTo(ProcessHandle.current().pid());
            assertThat(ready.path("port").asInt()).isEqualTo(parley.uri("/").getPort());
            assertThat(ready.path("management_port").asInt())
                    .isPositive()
                    .isNotEqualTo(ready.path("port").asInt());
        }
    }

    @Test
    void keeps_its_key_over_restarts_also_on_a_schema_that_a_newer_version_has_added_to() throws Exception {
        try (var parley = TestingParley.start()) {
            var key = Files.readString(parley.dataDir().resolve("key"));
            var token = parley.person("alma");
            addWhatANewerVersionNeeds(parley.database().owner());
            assertThat(token.get("/api/me").status()).isEqualTo(200);
            parley.restart();
            assertThat(Files.readString(parley.dataDir().resolve("key"))).isEqualTo(key);
            assertThat(parley.as("alma", TestingParley.PASSWORD).get("/api/me").field("id"))
                    .isNotEmpty();
            assertThat(token).isNotNull();
        }
    }

    /** In each table that rows are read from as a whole, or written to. */
    private static void addWhatANewerVersionNeeds(JdbcClient owner) {
        for (var table : List.of("users", "workspaces", "instagram_accounts", "bot_instances", "jobs", "nodes")) {
            owner.sql("alter table " + table + " add column of_a_newer_version text not null default 'new'")
                    .update();
        }
        owner.sql("create table of_a_newer_version (id uuid primary key)").update();
        owner.sql("""
                insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by,
                    execution_time, success)
                select max(installed_rank) + 1, '9999', 'newer', 'SQL', 'V9999__newer.sql', 1, current_user, 1, true
                from flyway_schema_history
                """).update();
    }

    @Test
    void a_start_that_fails_says_why_in_one_sentence() throws Exception {
        try (var taken = new ServerSocket(0)) {
            assertThat(sentence(Map.of("server.port", String.valueOf(taken.getLocalPort()))))
                    .isEqualTo("Port " + taken.getLocalPort() + " is taken; choose another one with PORT.");
        }
        assertThat(sentence(Map.of("parley.database.url", ""))).startsWith("DATABASE_URL is not set");
        assertThat(sentence(Map.of("parley.database.url", "mysql://canary:canary@localhost/x")))
                .startsWith("DATABASE_URL is not an address like")
                .doesNotContain("canary");
        assertThat(sentence(Map.of("parley.database.url", "postgresql://canary:secret@127.0.0.1:1/none")))
                .startsWith("The database 127.0.0.1:1/none cannot be used:")
                .doesNotContain("secret")
                .doesNotContain("\n");
        assertThat(sentence(Map.of("parley.vault.key", "canary")))
                .isEqualTo("PARLEY_KEY does not hold a usable set of keys.");
        assertThat(sentence(Map.of("parley.database.pool-size", "0")))
                .contains("pool-size")
                .doesNotContain("\n");
    }

    @Test
    void a_database_of_another_build_or_one_that_cannot_be_migrated_is_named_in_one_sentence() {
        try (var database = TestingDatabase.create()) {
            var settings = Map.of("parley.database.url", database.ownerUrl());
            var owner = database.owner();
            var checksum = owner.sql("select checksum from flyway_schema_history where version = '0007'")
                    .query(Integer.class)
                    .single();
            setChecksum(owner, 1);
            assertThat(sentence(settings))
                    .matches("The database \\S+ was migrated by another build of Parley: start that one, or take back"
                            + " the migrations that differ \\(0007\\) as docs/runbook.md says\\.");

            // 0046 makes a table, which can be made but once
            owner.sql("delete from flyway_schema_history where version >= '0046'")
                    .update();
            setChecksum(owner, checksum);
            assertThat(sentence(settings))
                    .matches("The database \\S+ cannot be migrated, and stays as it was: .+ already exists\\."
                            + " Mend that and start again\\.");
        }
    }

    private static void setChecksum(JdbcClient owner, int checksum) {
        owner.sql("update flyway_schema_history set checksum = :checksum where version = '0007'")
                .param("checksum", checksum)
                .update();
    }

    private static String sentence(Map<String, String> settings) {
        var failed = catchThrowable(() -> TestingParley.start(settings).close());
        assertThat(failed).isNotNull();
        return StartFailure.sentence(failed);
    }
}
