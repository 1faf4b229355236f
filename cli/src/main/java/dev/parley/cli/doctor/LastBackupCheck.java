package dev.parley.cli.doctor;

import dev.parley.cli.backup.Size;
import dev.parley.cli.backup.TakeBackup;
import dev.parley.cli.instance.DataFolder;
import dev.parley.cli.instance.InstagramMode;
import java.time.Duration;
import java.time.Instant;

/** When the instance was last put into an archive. */
final class LastBackupCheck {

    private static final String ABOUT = "last backup";
    private static final Duration OLD = Duration.ofDays(7);

    private LastBackupCheck() {}

    static Finding of(DataFolder folder) {
        return TakeBackup.Last.of(folder)
                .map(last -> told(last, folder))
                .orElseGet(() -> missing(folder, "none by ./parley backup is known: make one"));
    }

    private static Finding told(TakeBackup.Last last, DataFolder folder) {
        var told = "%s, %s (%s)".formatted(last.at(), last.file(), Size.of(last.bytes()));
        var age = Duration.between(last.at(), Instant.now());
        return age.compareTo(OLD) > 0
                ? missing(folder, told + " is older than %d days: make one".formatted(OLD.toDays()))
                : Finding.ok(ABOUT, told);
    }

    private static Finding missing(DataFolder folder, String text) {
        return folder.mode().filter(mode -> mode == InstagramMode.LIVE).isPresent()
                ? Finding.toDo(ABOUT, text)
                : Finding.note(ABOUT, text);
    }
}
