package dev.parley.server.activity;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What activities can be filtered by. */
public record Facets(List<Facet> found) {

    public Facets {
        found = List.copyOf(found);
    }

    /** An action, and the account that it concerned. */
    record Facet(@Nullable UUID account, @Nullable String accountName, String action) {}

    public record NamedAccount(String id, String name) {}

    public List<NamedAccount> accounts() {
        return found.stream()
                .filter(facet -> facet.account() != null && facet.accountName() != null)
                .map(facet -> new NamedAccount(
                        Objects.toString(facet.account()), Objects.requireNonNull(facet.accountName())))
                .distinct()
                .toList();
    }

    public List<String> actions() {
        return found.stream().map(Facet::action).distinct().sorted().toList();
    }
}
