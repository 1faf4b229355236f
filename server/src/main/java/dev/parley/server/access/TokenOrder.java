package dev.parley.server.access;

import dev.parley.server.core.AccountId;
import dev.parley.server.web.Right;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The form for a new token, as it was filled in.
 *
 * @param accounts those that were ticked; none for all
 * @param wrong why it was not taken
 */
public record TokenOrder(
        String name,
        Set<Right> rights,
        Set<AccountId> accounts,
        String days,
        @Nullable String wrong) {

    static final TokenOrder USUAL =
            new TokenOrder("", EnumSet.of(Right.READ), Set.of(), Integer.toString(MakeToken.USUAL_DAYS), null);

    TokenOrder checked() {
        return refused(whatIsWrong());
    }

    TokenOrder refused(@Nullable String why) {
        return new TokenOrder(name, rights, accounts, days, why);
    }

    /** Once it is {@link #checked}. */
    MakeToken.Wish wish() {
        return new MakeToken.Wish(
                name, rights, accounts.isEmpty() ? null : accounts, Duration.ofDays(Integer.parseInt(days)));
    }

    private @Nullable String whatIsWrong() {
        if (name.isEmpty() || name.length() > MakeToken.LONGEST_NAME) {
            return "A token needs a name of 1 to %d characters.".formatted(MakeToken.LONGEST_NAME);
        }
        if (rights.isEmpty()) {
            return "Choose at least one thing that the token is for.";
        }
        if (!accounts.isEmpty() && !MakeToken.GRANTABLE_BY_ACCOUNT.containsAll(rights)) {
            return "A token for chosen accounts can see, run and connect them. The rest concerns all accounts: choose it without any.";
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
