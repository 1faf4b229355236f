package dev.parley.server.automation;

import dev.parley.server.account.Account;
import dev.parley.server.bot.Forecast;
import dev.parley.server.bot.Spacing;
import dev.parley.server.quota.Allowance;
import dev.parley.server.quota.Quota;
import dev.parley.server.web.Words;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says how long a job will take. Joins the caller's transaction. */
@Component
class Preview {

    private static final String FOLLOW = "follow";
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");

    private final Quota quota;
    private final Forecast forecast;

    Preview(Quota quota, Forecast forecast) {
        this.quota = quota;
        this.forecast = forecast;
    }

    /** Nothing about what is no amount. */
    String of(Account account, @Nullable String amount) {
        return amount == null || !NUMBER.matcher(amount.strip()).matches()
                ? ""
                : sentence(Integer.parseInt(amount.strip()), left(account));
    }

    private Allowance.Left left(Account account) {
        return quota.left(account.id(), account.user()).actions().stream()
                .filter(left -> left.action().equals(FOLLOW))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Following has no limit"));
    }

    private String sentence(int amount, Allowance.Left left) {
        var follows = Words.count(amount, "follow");
        return forecast.of(amount, Spacing.FOLLOWING, left)
                .map(length -> "At the present pace and limits, %s take about %s.".formatted(follows, about(length)))
                .orElse("The limits allow no follows at present.");
    }

    private static String about(Duration length) {
        return length.compareTo(Duration.ofSeconds(1)) < 0 ? "a second" : Words.duration(length);
    }
}
