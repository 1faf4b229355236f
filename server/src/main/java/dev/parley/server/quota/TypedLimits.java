package dev.parley.server.quota;

import dev.parley.server.core.BotException;
import dev.parley.server.core.BotException.Field;
import dev.parley.server.core.BotException.Refusal;
import dev.parley.server.core.ErrorCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Limits as they stand in a page's form, right or wrong; empty where nothing is limited.
 *
 * @param typed by the names of the fields
 */
public record TypedLimits(Map<String, String> typed) {

    private static final String HOUR = "_per_hour";
    private static final String DAY = "_per_day";

    static TypedLimits of(List<Limit> limits) {
        var typed = new LinkedHashMap<String, String>();
        for (var limit : limits) {
            typed.put(limit.action() + HOUR, text(limit.perHour()));
            typed.put(limit.action() + DAY, text(limit.perDay()));
        }
        return new TypedLimits(typed);
    }

    private static String text(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    public static String hour(String action) {
        return action + HOUR;
    }

    public static String day(String action) {
        return action + DAY;
    }

    public String at(String field) {
        return typed.getOrDefault(field, "");
    }

    /**
     * Refuses with VALIDATION_FAILED what is no number.
     *
     * @param whole whether nothing may be left empty
     */
    List<Limit> parse(List<String> actions, boolean whole) {
        var wrong = new ArrayList<Field>();
        var limits = actions.stream()
                .map(action -> new Limit(action, number(hour(action), whole, wrong), number(day(action), whole, wrong)))
                .toList();
        if (!wrong.isEmpty()) {
            throw new BotException(
                    ErrorCode.VALIDATION_FAILED, "Some of the limits are not numbers.", Refusal.of(wrong));
        }
        return limits;
    }

    private @Nullable Integer number(String field, boolean whole, List<Field> wrong) {
        var text = at(field).strip();
        if (text.isEmpty() && !whole) {
            return null;
        }
        if (text.matches("\\d{1,7}") && Integer.parseInt(text) <= WantedLimits.MOST) {
            return Integer.valueOf(text);
        }
        wrong.add(new Field(
                field, "must be a number from 0 to %d%s".formatted(WantedLimits.MOST, whole ? "" : ", or empty")));
        return null;
    }
}
