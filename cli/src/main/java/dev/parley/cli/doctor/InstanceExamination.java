package dev.parley.cli.doctor;

import dev.parley.cli.backup.Storage;
import java.net.http.HttpClient;
import java.util.List;
import java.util.stream.Stream;

/** Looks at everything that an instance needs; changes nothing. */
public final class InstanceExamination {

    private final Storage storage;
    private final HttpClient http;

    public InstanceExamination(Storage storage, HttpClient http) {
        this.storage = storage;
        this.http = http;
    }

    public List<Finding> findings() {
        return Stream.of(
                        new MachineCheck(storage).findings(),
                        new ProcessesCheck(storage.folder(), http).findings(),
                        new DatabaseCheck(storage).findings(),
                        List.of(LastBackupCheck.of(storage.folder())))
                .flatMap(List::stream)
                .toList();
    }
}
