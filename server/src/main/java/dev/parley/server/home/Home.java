package dev.parley.server.home;

import dev.parley.server.alerts.Webhook;
import java.util.List;

/**
 * The overview of a workspace.
 *
 * @param webhooks that somebody must look after
 */
public record Home(List<AccountCard> accounts, List<Webhook> webhooks) {

    public Home {
        accounts = List.copyOf(accounts);
        webhooks = List.copyOf(webhooks);
    }

    public boolean needsSomebody() {
        return !attention().isEmpty() || !webhooks.isEmpty();
    }

    public List<Attention> attention() {
        return accounts.stream()
                .flatMap(account -> Attention.of(account).stream())
                .toList();
    }
}
