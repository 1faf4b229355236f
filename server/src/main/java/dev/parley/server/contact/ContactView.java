package dev.parley.server.contact;

import dev.parley.server.core.AccountId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as people and programs see them.
 *
 * @param numbers those by which Instagram knows them to the accounts
 * @param accounts which of the workspace's accounts know them
 */
public record ContactView(
        String username, Set<String> numbers, List<Known> accounts, List<String> labels, boolean doNotContact) {

    /**
     * What one account has had to do with them.
     *
     * @param username the account's own
     */
    public record Known(
            AccountId accountId,
            String username,
            @Nullable Instant firstTouchedAt,
            @Nullable Instant wroteAt,
            @Nullable Instant writtenAt) {

        static Known of(Contact contact, String accountName) {
            return new Known(
                    contact.account(), accountName, contact.firstTouchedAt(), contact.wroteAt(), contact.writtenAt());
        }
    }

    public @Nullable Instant lastWrote() {
        return newest(Known::wroteAt);
    }

    public @Nullable Instant lastWritten() {
        return newest(Known::writtenAt);
    }

    private @Nullable Instant newest(Function<Known, @Nullable Instant> moment) {
        Instant newest = null;
        for (var known : accounts) {
            var at = moment.apply(known);
            if (at != null && (newest == null || at.isAfter(newest))) {
                newest = at;
            }
        }
        return newest;
    }

    static Set<String> numbers(Collection<Contact> contacts) {
        return contacts.stream().map(contact -> contact.id().value()).collect(Collectors.toUnmodifiableSet());
    }
}
