package dev.parley.server.automation;

import dev.parley.server.account.Account;
import dev.parley.server.account.Rhythms;
import dev.parley.server.bot.Forecast;
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

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");

    private final Quota quota;
    private final Rhythms rhythms;
    private final Forecast forecast;

    Preview(Quota quota, Rhythms rhythms, Forecast forecast) {
        this.quota = quota;
        this.rhythms = rhythms;
        this.forecast = forecast;
    }

    /** Nothing about what is no amount. */
    String of(Account account, JobAction action, @Nullable String amount) {
        return amount == null || !NUMBER.matcher(amount.strip()).matches()
                ? ""
                : sentence(action, Integer.parseInt(amount.strip()), account);
    }

    private Allowance.Left left(Account account, JobAction action) {
        return quota.left(account.id(), account.user()).actions().stream()
                .filter(left -> left.action().equals(action.limit()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no limit of " + action.limit()));
    }

    private String sentence(JobAction action, int amount, Account account) {
        var rhythm = rhythms.of(account.id());
        var noun = JobWords.noun(action);
        return forecast.of(amount, action.spacing(), rhythm.slowness(), left(account, action))
                .map(length -> "At the present pace and limits, %s take about %s%s."
                        .formatted(
                                Words.count(amount, noun),
                                about(length),
                                rhythm.hours().always() ? "" : " of its working hours"))
                .orElse("The limits allow no %ss at present.".formatted(noun));
    }

    private static String about(Duration length) {
        return length.compareTo(Duration.ofSeconds(1)) < 0 ? "a second" : Words.duration(length);
    }
}
