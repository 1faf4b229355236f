package dev.parley.sandbox.official;

import dev.parley.sandbox.journal.Event;
import dev.parley.sandbox.journal.Journal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Files that were handed in to be sent later. Thread-safe; survives a restart. */
public final class Uploads {
    private static final long FIRST_ID = 1_400_000_000_000_001L;

    private final Map<String, Upload> byId = new ConcurrentHashMap<>();

    public record Upload(String id, String type, String url) {}

    public synchronized Upload add(String type, String url, Journal journal) {
        var event = new Event.FileUploaded(Long.toString(FIRST_ID + byId.size()), type, url);
        journal.write(event);
        return apply(event);
    }

    public Optional<Upload> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Upload apply(Event.FileUploaded event) {
        var upload = new Upload(event.id(), event.type(), event.url());
        byId.put(upload.id(), upload);
        return upload;
    }
}
