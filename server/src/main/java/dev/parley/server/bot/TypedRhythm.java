package dev.parley.server.bot;

import static java.util.stream.Collectors.toMap;

import dev.parley.server.account.Rhythm;
import dev.parley.server.account.TimeZones;
import dev.parley.server.account.WorkingHours;
import dev.parley.server.account.WorkingHoursText;
import dev.parley.server.web.Wrong;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What stands in the form of an account's rhythm, right or wrong, by the names of its fields. */
public record TypedRhythm(Map<String, String> fields) {

    private static final String ANY_TIME = "any_time";
    private static final String ZONE = "time_zone";
    private static final String PACE = "pace";

    static TypedRhythm of(Rhythm rhythm) {
        var fields = new HashMap<String, String>();
        if (rhythm.hours().always()) {
            fields.put(ANY_TIME, "true");
        }
        fields.put(ZONE, rhythm.zone().getId());
        fields.put(PACE, Integer.toString(rhythm.slowness()));
        for (var day : DayOfWeek.values()) {
            fields.put(WorkingHoursText.name(day), WorkingHoursText.of(rhythm.hours(), day));
        }
        return new TypedRhythm(fields);
    }

    public boolean anyTime() {
        return fields.containsKey(ANY_TIME);
    }

    public String at(String field) {
        return fields.getOrDefault(field, "");
    }

    /** Refuses with VALIDATION_FAILED, naming the fields as the API does. */
    Rhythm parse() {
        return new Rhythm(anyTime() ? WorkingHours.ALWAYS : hours(), TimeZones.parse(ZONE, at(ZONE)), pace());
    }

    private WorkingHours hours() {
        var written = Arrays.stream(DayOfWeek.values())
                .map(WorkingHoursText::name)
                .filter(day -> !at(day).isBlank())
                .collect(toMap(day -> day, day -> List.of(at(day).split(",")), (one, other) -> one, TreeMap::new));
        var hours = WorkingHoursText.parse(written);
        if (hours.always()) {
            throw Wrong.refusal(ANY_TIME, "must be ticked where no hours are given");
        }
        return hours;
    }

    private int pace() {
        var typed = at(PACE).strip();
        if (!typed.matches("[1-9]|10")) {
            throw Wrong.refusal(PACE, "must be a number from 1 to " + Rhythm.SLOWEST);
        }
        return Integer.parseInt(typed);
    }
}
