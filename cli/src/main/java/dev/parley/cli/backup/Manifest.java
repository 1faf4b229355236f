package dev.parley.cli.backup;

import dev.parley.cli.process.Problem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an archive says of itself; its first entry.
 *
 * @param parley the version of Parley that made it
 * @param instagram sandbox or live
 * @param postgresql the version of the server whose data it is
 * @param schema the last migration; null if that could not be asked
 * @param machine on which the files of a database can be read
 * @param roles those that a dump expects to be there
 */
record Manifest(
        String format,
        String parley,
        Instant madeAt,
        String instagram,
        DatabaseForm database,
        String postgresql,
        @Nullable String schema,
        String machine,
        List<String> roles) {

    static final String FORMAT = "parley-backup-1";

    Manifest {
        roles = List.copyOf(roles);
    }

    /** How the database lies in the archive. */
    enum DatabaseForm {
        FILES,
        DUMP
    }

    static String thisMachine() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    static int major(String version) {
        return Integer.parseInt(version.replaceFirst("[^0-9].*", ""));
    }

    void demandFormat(String file) {
        if (!FORMAT.equals(format)) {
            throw new Problem("%s was made by another Parley (format %s): restore it with that one, version %s"
                    .formatted(file, format, parley));
        }
    }

    void demandFilesFor(String ownPostgresql) {
        if (major(postgresql) != major(ownPostgresql)) {
            throw new Problem(
                    ("the database in it is of PostgreSQL %s, and this Parley brings %s, which cannot read it:"
                                    + " restore it with Parley %s")
                            .formatted(postgresql, ownPostgresql, parley));
        }
        if (!machine.equals(thisMachine())) {
            throw new Problem(
                    "the database in it was written on %s and cannot be read on %s: restore it on such a machine"
                            .formatted(machine, thisMachine()));
        }
    }
}
