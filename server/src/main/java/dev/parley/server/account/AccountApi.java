package dev.parley.server.account;

import static java.util.stream.Collectors.toMap;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.Page;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The Instagram accounts of the caller's workspace. */
@RestController
@RequestMapping("/api/accounts")
@Needs(Right.READ)
class AccountApi {

    private final Tenancy tenancy;
    private final Accounts accounts;
    private final Health health;
    private final RemoveAccount removeAccount;

    AccountApi(Tenancy tenancy, Accounts accounts, Health health, RemoveAccount removeAccount) {
        this.tenancy = tenancy;
        this.accounts = accounts;
        this.health = health;
        this.removeAccount = removeAccount;
    }

    /** Always one page: a workspace has few accounts. */
    @GetMapping
    Page<AccountView> list(Caller caller) {
        return tenancy.in(caller.workspace(), () -> {
            var healths = health.ofAll().stream().collect(toMap(AccountHealth::account, Function.identity()));
            var views = accounts.all().stream()
                    .flatMap(account -> Optional.ofNullable(healths.get(account.id()))
                            .map(itsHealth -> AccountView.of(account, itsHealth))
                            .stream())
                    .toList();
            return new Page<>(views, null);
        });
    }

    @GetMapping("/{id}")
    AccountView get(Caller caller, @PathVariable AccountId id) {
        return tenancy.in(caller.workspace(), () -> AccountView.of(accounts.get(id), health.of(id)));
    }

    @DeleteMapping("/{id}")
    @Needs(Right.CONNECT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable AccountId id) {
        tenancy.run(caller.workspace(), () -> removeAccount.remove(caller, id));
    }
}
