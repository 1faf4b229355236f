package dev.parley.cli.doctor;

import dev.parley.cli.backup.Storage;
import dev.parley.cli.instance.DatabaseAddress;
import dev.parley.cli.instance.GivenDatabase;
import dev.parley.cli.instance.LocalDatabase;
import dev.parley.cli.process.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whether the database is there and migrated, and whether bots run when they are due. */
final class DatabaseCheck {

    private static final String DATABASE = "database";
    private static final String QUEUE = "queue";

    // Bots that are due and that nobody runs, and those whose node has died without another one taking over.
    private static final String LATE = """
            select coalesce(max(extract(epoch from now() - case when picked then last_heartbeat else execution_time end)), 0)::bigint
              from scheduled_tasks
             where picked and last_heartbeat < now() - interval '1 minute'
                or not picked and execution_time < now() - interval '1 minute'""";
    private static final String WAITING =
            "select count(*) || ' actions wait, ' || count(*) filter (where due_at <= now()) || ' of them are due' from bot_actions";

    private final Storage storage;

    DatabaseCheck(Storage storage) {
        this.storage = storage;
    }

    List<Finding> findings() {
        try {
            return address()
                    .map(DatabaseCheck::ask)
                    .orElseGet(() ->
                            List.of(Finding.note(DATABASE, "its own PostgreSQL does not run, so it is not asked")));
        } catch (Problem e) {
            return List.of(Finding.toDo(DATABASE, e.sentence() + "; see docs/runbook.md, The database is gone"));
        }
    }

    private Optional<GivenDatabase> address() {
        return Optional.ofNullable(storage.databaseUrl())
                .or(() -> LocalDatabase.runningFor(storage.folder()).map(DatabaseAddress::url))
                .map(GivenDatabase::of);
    }

    private static List<Finding> ask(GivenDatabase database) {
        var version = "PostgreSQL %s at %s".formatted(database.ask("show server_version"), database);
        if (database.ask("select to_regclass('flyway_schema_history') is not null")
                .equals("f")) {
            return List.of(Finding.toDo(DATABASE, version + " is not migrated: start the server once"));
        }
        var migration = database.ask("select coalesce(max(version), 'none') from flyway_schema_history where success");
        return List.of(Finding.ok(DATABASE, "%s, migrated to %s".formatted(version, migration)), queue(database));
    }

    private static Finding queue(GivenDatabase database) {
        var late = Long.parseLong(database.ask(LATE));
        var waiting = database.ask(WAITING);
        return late == 0
                ? Finding.ok(QUEUE, waiting)
                : Finding.toDo(
                        QUEUE,
                        "%s, and a bot is late by %d min: docs/runbook.md, An account is stuck"
                                .formatted(waiting, Duration.ofSeconds(late).toMinutes()));
    }
}
