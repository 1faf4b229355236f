package dev.parley.server.mailing;

import dev.parley.server.core.AccountId;
import dev.parley.server.web.Wrong;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What stands in the form for a mailing, right or wrong. */
public record TypedMailing(
        @Nullable String account,
        @Nullable String recipients,
        @Nullable String label,
        @Nullable String content,
        @Nullable String spreadMinutes,
        @Nullable Boolean firstContacts) {

    /** Refuses with VALIDATION_FAILED. */
    Wish wish() {
        var text = Objects.requireNonNullElse(content, "").replace("\r\n", "\n");
        if (text.isBlank() || text.length() > MailingApi.LONGEST_TEXT) {
            throw Wrong.refusal("content", "must not be empty");
        }
        var people = TypedPeople.parse(Objects.requireNonNullElse(recipients, ""));
        if (people.isEmpty()) {
            TypedPeople.demandLabel(label);
        }
        return new Wish(people, label, new Template(text), Boolean.TRUE.equals(firstContacts), spread());
    }

    private Duration spread() {
        try {
            var minutes =
                    spreadMinutes == null || spreadMinutes.isBlank() ? 0 : Integer.parseInt(spreadMinutes.strip());
            if (minutes >= 0 && minutes <= MailingApi.MOST_MINUTES) {
                return Duration.ofMinutes(minutes);
            }
        } catch (NumberFormatException none) {
            // told below
        }
        throw Wrong.refusal("spreadMinutes", "must be 0 to " + MailingApi.MOST_MINUTES);
    }

    AccountId accountId() {
        try {
            return AccountId.of(Objects.requireNonNullElse(account, ""));
        } catch (IllegalArgumentException none) {
            throw Wrong.refusal("account", "must be chosen");
        }
    }
}
