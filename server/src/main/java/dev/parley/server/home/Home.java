package dev.parley.server.home;

import java.util.List;

/** The overview of a workspace. */
public record Home(List<AccountCard> accounts) {

    public Home {
        accounts = List.copyOf(accounts);
    }

    public List<Attention> attention() {
        return accounts.stream()
                .flatMap(account -> Attention.of(account).stream())
                .toList();
    }
}
