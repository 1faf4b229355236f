package dev.parley.instagram.graph;

import dev.parley.instagram.IncomingEvent;
import dev.parley.instagram.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what webhooks carry. Facts: events stand in {@code messaging} (or {@code standby}), in {@code changes}, or flat on the entry as
 * {@code field} and {@code value}; documented samples put the whole into a list, real bodies do not.
 */
final class WebhookReading {

    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 64;

    /** Times above are milliseconds, below seconds: both occur. */
    private static final long FIRST_MILLIS = 100_000_000_000L;

    /** The latest time that is believed: the year 2255. */
    private static final long LAST_MILLIS = 9_000_000_000_000L;

    private final JsonMapper json;

    WebhookReading(int largest) {
        this.json = JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxDocumentLength(largest)
                                .maxStringLength(largest)
                                .maxNestingDepth(DEEPEST)
                                .maxNumberLength(LONGEST_NUMBER)
                                .build())
                        .build())
                .build();
    }

    WebhookDelivery read(byte[] body) {
        try {
            return read(json.readTree(body));
        } catch (JacksonException e) {
            return new WebhookDelivery.Malformed();
        }
    }

    private static WebhookDelivery read(JsonNode json) {
        if (!json.isObject() && !json.isArray()) {
            return new WebhookDelivery.Malformed();
        }
        List<IncomingEvent> events = new ArrayList<>();
        if (json.isArray()) {
            json.forEach(each -> entries(each, events));
        } else {
            entries(json, events);
        }
        return new WebhookDelivery.Accepted(events);
    }

    private static void entries(JsonNode envelope, List<IncomingEvent> events) {
        for (JsonNode entry : envelope.path("entry")) {
            PersonId account = Fields.person(entry, "id");
            if (account != null) {
                entry(account, time(Fields.number(entry, "time")), entry, events);
            }
        }
    }

    private static void entry(PersonId account, Instant at, JsonNode entry, List<IncomingEvent> events) {
        for (JsonNode each : entry.path("messaging")) {
            events.add(MessagingEvents.event(account, at, each));
        }
        for (JsonNode each : entry.path("standby")) {
            events.add(new IncomingEvent.Overheard(MessagingEvents.event(account, at, each)));
        }
        for (JsonNode each : entry.path("changes")) {
            events.add(change(account, at, each));
        }
        if (entry.has("field")) {
            events.add(change(account, at, entry));
        }
    }

    private static IncomingEvent change(PersonId account, Instant at, JsonNode change) {
        String field = Fields.textOrEmpty(change, "field");
        JsonNode value = change.path("value");
        // Fact: the dashboard's own samples put messages there too.
        return value.has("sender")
                ? MessagingEvents.event(account, at, value)
                : ChangeEvents.event(account, at, field, value);
    }

    /** What cannot be a time counts as the beginning of all times. */
    static Instant time(@Nullable Long number) {
        if (number == null || number <= 0 || number > LAST_MILLIS) {
            return Instant.EPOCH;
        }
        return number < FIRST_MILLIS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
    }
}
