package dev.parley.server.message;

import dev.parley.instagram.MessageRules;
import dev.parley.server.account.Account;
import dev.parley.server.account.Accounts;
import dev.parley.server.account.Drivers;
import java.util.Comparator;
import org.springframework.stereotype.Component;

/** What the form for a message offers. Joins the caller's transaction. */
@Component
class Composer {

    private final Accounts accounts;
    private final Drivers drivers;

    Composer(Accounts accounts, Drivers drivers) {
        this.accounts = accounts;
        this.drivers = drivers;
    }

    Offer offer() {
        var connected = accounts.all().stream().filter(Account::wasConnected).toList();
        var longest = connected.stream()
                .map(drivers::messageRules)
                .map(MessageRules::longestText)
                .min(Comparator.naturalOrder())
                .orElse(0);
        return new Offer(connected, longest);
    }
}
