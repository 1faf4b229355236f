package dev.parley.server.access;

import dev.parley.server.web.Right;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The form for a new token, as it was filled in.
 *
 * @param wrong why it was not taken
 */
public record TokenOrder(
        String name,
        Set<Right> rights,
        String days,
        @Nullable String wrong) {

    static final TokenOrder USUAL =
            new TokenOrder("", EnumSet.of(Right.READ), Integer.toString(MakeToken.USUAL_DAYS), null);

    static TokenOrder typed(String name, Set<Right> rights, String days) {
        return new TokenOrder(name.strip(), rights, days.strip(), wrong(name.strip(), rights, days.strip()));
    }

    TokenOrder refused(@Nullable String why) {
        return new TokenOrder(name, rights, days, why);
    }

    private static @Nullable String wrong(String name, Set<Right> rights, String days) {
        if (name.isEmpty() || name.length() > MakeToken.LONGEST_NAME) {
            return "A token needs a name of 1 to %d characters.".formatted(MakeToken.LONGEST_NAME);
        }
        if (rights.isEmpty()) {
            return "Choose at least one thing that the token is for.";
        }
        return number(days)
                        .filter(day -> day >= 1 && day <= MakeToken.MOST_DAYS)
                        .isPresent()
                ? null
                : "A token lasts from 1 to %d days.".formatted(MakeToken.MOST_DAYS);
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[0-9]{1,4}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
