package dev.parley.server.account;

import dev.parley.server.web.Wrong;
import java.time.ZoneId;
import java.util.List;

/** The time zones of the IANA database. */
public final class TimeZones {

    private TimeZones() {}

    /** Refuses with VALIDATION_FAILED what is none. */
    public static ZoneId parse(String field, String typed) {
        var name = typed.strip();
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw Wrong.refusal(field, "must be a time zone such as Europe/Berlin or UTC");
        }
        return ZoneId.of(name);
    }

    /** Those that are named after places, and UTC, to choose from. */
    public static List<String> ofPlaces() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(name -> name.equals("UTC") || (name.contains("/") && !name.matches("(Etc|SystemV|US)/.*")))
                .sorted()
                .toList();
    }
}
