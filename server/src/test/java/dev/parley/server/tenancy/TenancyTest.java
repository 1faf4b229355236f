package dev.parley.server.tenancy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.server.core.WorkspaceId;
import dev.parley.server.testing.TestingAccounts;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class TenancyTest {

    @RegisterExtension
    static final TestingDatabase database = TestingDatabase.create();

    /** Executions after which the driver prepares a statement, and some more. */
    private static final int PREPARED_AFTER = 20;

    static Caller alma;
    static Caller tomas;

    private final Tenancy tenancy = database.tenancy();

    @BeforeAll
    static void two_workspaces_with_a_protected_person_each() {
        alma = database.person("alma");
        tomas = database.person("tomas");
        database.tenancy().run(alma.workspace(), () -> protect(alma, "mother"));
        database.tenancy().run(tomas.workspace(), () -> protect(tomas, "father"));
    }

    @Test
    void a_query_that_forgot_its_where_sees_the_bound_workspace_only() {
        assertThat(tenancy.in(alma.workspace(), TenancyTest::everybody)).containsExactly("mother");
        assertThat(tenancy.in(tomas.workspace(), TenancyTest::everybody)).containsExactly("father");
    }

    @Test
    void the_owner_reads_every_partition_so_that_dumps_are_complete() {
        assertThat(database.owner()
                        .sql("""
                        select c.relname from pg_inherits join pg_class c on c.oid = inhrelid
                        where c.relkind = 'r' and not exists (
                            select from pg_policy where polrelid = c.oid and polname = 'owner')
                        """)
                        .query((row, n) -> String.valueOf(row.getString(1)))
                        .list())
                .isEmpty();
    }

    @Test
    void months_that_are_long_over_are_dropped_but_never_those_of_the_audit_trail() {
        var app = JdbcClient.create(database.dataSource());
        for (var ago : List.of(13, 14)) {
            app.sql("select create_month_partition('activity_logs', (now() - make_interval(months => :ago))::date)")
                    .param("ago", ago)
                    .query(String.class)
                    .single();
        }
        var old = app.sql("select to_char(now() - interval '14 months', '\"activity_logs_\"YYYY_MM')")
                .query(String.class)
                .single();

        assertThat(MonthPartitions.dropOld(app, 13)).containsExactly(old);
        assertThat(MonthPartitions.dropOld(app, 13)).isEmpty();
        assertThatThrownBy(() -> app.sql("select drop_old_months('audit_trail', 13)")
                        .query(String.class)
                        .list())
                .hasMessageContaining("not a table whose months are dropped");
    }

    @Test
    void nothing_is_seen_without_a_bound_workspace() {
        assertThat(tenancy.unbound(TenancyTest::everybody)).isEmpty();
        assertThat(everybody()).isEmpty();
    }

    @Test
    void nothing_is_seen_on_a_connection_that_was_bound_before() {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('parley.workspace', '" + alma.workspace() + "', true)");
            connection.commit();
            var setting = statement.executeQuery("select current_setting('parley.workspace', true)");
            setting.next();
            assertThat(setting.getString(1)).isEmpty();
            assertThat(statement.executeQuery("select * from protected_people").next())
                    .isFalse();
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void rows_of_another_workspace_are_neither_written_nor_changed_nor_removed() {
        tenancy.run(alma.workspace(), () -> {
            assertThat(database.client()
                            .sql("update protected_people set note = 'mine'")
                            .update())
                    .isEqualTo(1);
            assertThat(database.client()
                            .sql("delete from protected_people where username = 'father'")
                            .update())
                    .isZero();
        });
        assertThatThrownBy(() -> tenancy.run(alma.workspace(), () -> protect(tomas, "sister")))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void late_writes_are_made_together_at_the_end_of_the_bound_work() {
        tenancy.run(alma.workspace(), () -> {
            tenancy.later(protection(alma, "aunt"));
            tenancy.later(protection(alma, "uncle").param("note", null));
            assertThat(everybody()).containsExactly("mother");
        });
        assertThat(tenancy.in(alma.workspace(), TenancyTest::everybody))
                .containsExactlyInAnyOrder("mother", "aunt", "uncle");
        tenancy.run(
                alma.workspace(),
                () -> database.client()
                        .sql("delete from protected_people where username in ('aunt', 'uncle')")
                        .update());
    }

    @Test
    void a_late_write_is_the_bound_workspaces_and_fails_with_its_transaction() {
        assertThatThrownBy(() -> tenancy.run(alma.workspace(), () -> tenancy.later(protection(tomas, "sister"))))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> tenancy.run(alma.workspace(), () -> {
                    tenancy.later(protection(alma, "sister"));
                    tenancy.later(Write.of("delete from protected_people where username = :nobody")
                            .param("nobody", "nobody")
                            .orElseThrow(() -> new IllegalStateException("nobody there")));
                }))
                .hasMessage("nobody there");
        assertThat(tenancy.in(alma.workspace(), TenancyTest::everybody)).containsExactly("mother");
    }

    @Test
    void questions_that_wait_are_answered_in_their_order() {
        var seen = tenancy.beginning(alma.workspace(), () -> {
            var before = tenancy.asking(everybodyAsked());
            tenancy.later(protection(alma, "aunt"));
            var after = tenancy.asking(everybodyAsked());
            tenancy.later(Write.of("delete from protected_people where username = 'aunt'"));
            return List.of(before.rows(), after.rows(), tenancy.ask(everybodyAsked()));
        });
        assertThat(seen).containsExactly(List.of("mother"), List.of("aunt", "mother"), List.of("mother"));
    }

    @Test
    void questions_that_wait_make_one_round_trip_if_their_parameters_types_are_known() {
        var known = roundTrips(() -> tenancy.asking(everybodyBut(null).param("name", Types.VARCHAR, null)));
        var unknown = roundTrips(() -> tenancy.asking(everybodyBut(null)));
        assertThat(known).isEqualTo(2);
        assertThat(unknown).isGreaterThan(known);
    }

    /** Those of one transaction that asks twice, its commit among them, once the driver has prepared its statements. */
    private long roundTrips(Supplier<Answer<String>> asking) {
        Runnable transaction = () -> tenancy.beginning(
                alma.workspace(),
                () -> Stream.of(asking.get(), asking.get()).map(Answer::rows).toList());
        IntStream.range(0, PREPARED_AFTER).forEach(n -> transaction.run());
        var driver = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
        var syncs = new LongAdder();
        var counter = new Handler() {
            @Override
            public void publish(LogRecord record) {
                if (String.valueOf(record.getMessage()).contains("FE=> Sync")) {
                    syncs.increment();
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var level = driver.getLevel();
        driver.addHandler(counter);
        driver.setLevel(Level.FINEST);
        try {
            transaction.run();
        } finally {
            driver.setLevel(level);
            driver.removeHandler(counter);
        }
        return syncs.sum();
    }

    private static Question<String> everybodyAsked() {
        return Question.of(
                "select username from protected_people order by username",
                (row, n) -> requireNonNull(row.getString(1)));
    }

    private static Question<String> everybodyBut(@Nullable String name) {
        return Question.of(
                        "select username from protected_people where username is distinct from :name",
                        (row, n) -> requireNonNull(row.getString(1)))
                .param("name", name);
    }

    private static Write protection(Caller caller, String username) {
        return Write.of(
                        "insert into protected_people (workspace_id, username, note) values (:workspace, :username, :note)")
                .param("workspace", caller.workspace().value())
                .param("username", username)
                .param("note", "late");
    }

    @Test
    void a_transaction_works_in_one_workspace() {
        assertThatThrownBy(() ->
                        tenancy.run(alma.workspace(), () -> tenancy.run(tomas.workspace(), TenancyTest::everybody)))
                .isInstanceOf(IllegalStateException.class);
        var nested = tenancy.in(alma.workspace(), () -> tenancy.in(alma.workspace(), TenancyTest::everybody));
        assertThat(nested).containsExactly("mother");
    }

    @Test
    void an_unbound_transaction_is_bound_for_a_piece_of_work_only() {
        tenancy.unbound(() -> {
            assertThat(tenancy.in(alma.workspace(), TenancyTest::everybody)).containsExactly("mother");
            assertThat(everybody()).isEmpty();
            return true;
        });
    }

    @Test
    void row_level_security_is_on_and_forced_for_every_table_of_a_workspace() {
        assertThat(database.owner().sql("""
                select relname from pg_class join pg_attribute on attrelid = pg_class.oid
                where attname = 'workspace_id' and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)
                """).query(String.class).list()).containsExactly("memberships");
    }

    @Test
    void only_accounts_within_reach_are_there() {
        var one = TestingAccounts.add(database, alma, "alma.one");
        var other = TestingAccounts.add(database, alma, "alma.other");
        var foreign = TestingAccounts.add(database, tomas, "tomas.one");
        assertThat(within(Reach.ALL)).contains(one.value(), other.value()).doesNotContain(foreign.value());
        assertThat(within(Reach.of(List.of(one, foreign)))).containsExactly(one.value());
        assertThat(within(Reach.of(List.of(foreign)))).isEmpty();
        assertThat(tenancy.in(alma.workspace(), TenancyTest::accounts)).contains(one.value(), other.value());
    }

    private List<UUID> within(Reach reach) {
        try (var _ = reach.bind()) {
            var beginning = tenancy.beginning(
                    alma.workspace(),
                    () -> tenancy.ask(Question.of(
                            "select id from instagram_accounts",
                            (row, n) -> requireNonNull(row.getObject(1, UUID.class)))));
            assertThat(tenancy.in(alma.workspace(), TenancyTest::accounts)).isEqualTo(beginning);
            assertThat(tenancy.unbound(() -> tenancy.in(alma.workspace(), TenancyTest::accounts)))
                    .isEqualTo(beginning);
            return beginning;
        }
    }

    private static List<UUID> accounts() {
        return database.client()
                .sql("select id from instagram_accounts")
                .query((row, n) -> requireNonNull(row.getObject(1, UUID.class)))
                .list();
    }

    @Test
    void every_table_that_names_an_account_knows_of_reach() {
        assertThat(database.owner().sql("""
                select relname from pg_class join pg_attribute on attrelid = pg_class.oid
                where attname = 'account_id' and relrowsecurity and not relispartition and relkind in ('r', 'p')
                    and not exists (select from pg_policy where polrelid = pg_class.oid and polname = 'chosen_accounts')
                """).query(String.class).list()).isEmpty();
    }

    @Test
    void the_applications_role_owns_nothing_and_passes_no_protection() {
        assertThat(database.owner().sql("""
                select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb
                    or exists (select from pg_class where relowner = pg_roles.oid)
                    or pg_has_role(oid, 'parley_owner', 'member')
                from pg_roles where rolname = 'parley_app'
                """).query(Boolean.class).single()).isFalse();
        for (var statement : List.of(
                "create table mine (id int)",
                "create temporary table mine (id int)",
                "alter table protected_people disable row level security",
                "drop policy tenant on protected_people",
                "set role parley_owner",
                "select * from key_check",
                "update activity_logs set action = 'other'")) {
            assertThatThrownBy(() -> database.client().sql(statement).update())
                    .as(statement)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void an_unknown_workspace_is_empty() {
        assertThat(tenancy.in(WorkspaceId.create(), TenancyTest::everybody)).isEmpty();
    }

    private static List<String> everybody() {
        return database.client()
                .sql("select username from protected_people")
                .query((row, n) -> requireNonNull(row.getString(1)))
                .list();
    }

    private static void protect(Caller caller, String username) {
        database.client()
                .sql("insert into protected_people (workspace_id, username) values (:workspace, :username)")
                .param("workspace", caller.workspace().value())
                .param("username", username)
                .update();
    }
}
