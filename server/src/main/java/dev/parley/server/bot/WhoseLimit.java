package dev.parley.server.bot;

import dev.parley.server.account.Account;
import dev.parley.server.core.AccountId;
import dev.parley.server.quota.Allowance;
import dev.parley.server.quota.LimitedBy;
import dev.parley.server.quota.Quota;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whose limit it is for which bots wait. */
@Component
class WhoseLimit {

    private final Quota quota;
    private final Handlers handlers;

    WhoseLimit(Quota quota, Handlers handlers) {
        this.quota = quota;
        this.handlers = handlers;
    }

    /** Of those that wait for one. */
    Map<AccountId, LimitedBy> of(Collection<Account> accounts, Map<AccountId, Agenda> agendas) {
        var waiting = new HashMap<AccountId, Action>();
        agendas.forEach((id, agenda) -> agenda.waitsForALimit().ifPresent(action -> waiting.put(id, action)));
        if (waiting.isEmpty()) {
            return Map.of();
        }
        var left = quota.left(accounts.stream()
                .filter(account -> waiting.containsKey(account.id()))
                .toList());
        var limits = new HashMap<AccountId, LimitedBy>();
        waiting.forEach((id, action) -> Optional.ofNullable(left.get(id))
                .flatMap(allowance -> of(action, allowance))
                .ifPresent(limitedBy -> limits.put(id, limitedBy)));
        return limits;
    }

    private Optional<LimitedBy> of(Action action, Allowance allowance) {
        var counted = handlers.of(action).counted(action);
        return allowance.actions().stream()
                .filter(left -> counted.contains(left.action()))
                .min(Comparator.comparing(Allowance.Left::now))
                .map(left -> left.scarcer().limitedBy());
    }
}
