package dev.parley.server.account;

import static java.util.stream.Collectors.toMap;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.Page;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
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
    private final ChangeKeeping changeKeeping;
    private final Rhythms rhythms;
    private final RemoveAccount removeAccount;

    AccountApi(
            Tenancy tenancy,
            Accounts accounts,
            Health health,
            ChangeKeeping changeKeeping,
            Rhythms rhythms,
            RemoveAccount removeAccount) {
        this.tenancy = tenancy;
        this.accounts = accounts;
        this.health = health;
        this.changeKeeping = changeKeeping;
        this.rhythms = rhythms;
        this.removeAccount = removeAccount;
    }

    /** Always one page: a workspace has few accounts. */
    @GetMapping
    Page<AccountView> list(Caller caller) {
        return tenancy.in(caller.workspace(), () -> {
            var healths = health.ofAll().stream().collect(toMap(AccountHealth::account, Function.identity()));
            var all = accounts.all();
            var itsRhythms = rhythms.of(all.stream().map(Account::id).toList());
            var views = all.stream()
                    .flatMap(account -> Optional.ofNullable(healths.get(account.id()))
                            .map(itsHealth -> AccountView.of(
                                    account, itsHealth, itsRhythms.getOrDefault(account.id(), Rhythm.USUAL)))
                            .stream())
                    .toList();
            return new Page<>(views, null);
        });
    }

    @GetMapping("/{id}")
    AccountView get(Caller caller, @PathVariable AccountId id) {
        return tenancy.in(caller.workspace(), () -> AccountView.of(accounts.get(id), health.of(id), rhythms.of(id)));
    }

    /** What is null stays as it is. */
    @PatchMapping("/{id}")
    @Needs(Right.CONNECT)
    AccountView change(Caller caller, @PathVariable AccountId id, @RequestBody @Valid Change change) {
        var rhythm = tenancy.in(
                caller.workspace(),
                () -> change.applied(rhythms.of(accounts.get(id).id())));
        if (Boolean.TRUE.equals(change.keepPassword())) {
            changeKeeping.keep(caller, id, change.password());
        } else if (change.keepPassword() != null) {
            changeKeeping.forget(caller, id);
        }
        if (change.ofRhythm()) {
            tenancy.run(
                    caller.workspace(), () -> rhythms.change(caller, accounts.get(id), change.applied(rhythms.of(id))));
        }
        return get(caller, id);
    }

    /**
     * @param keepPassword whether Parley may sign in again by itself where Instagram ends the session
     * @param password the account's, to keep it
     * @param workingHours by day of the week, when jobs go on; empty for any time
     * @param timeZone of the working hours, such as Europe/Berlin
     * @param pace by how much longer than usual jobs wait between two actions
     */
    record Change(
            @Nullable Boolean keepPassword,
            @Size(max = 500) @Nullable String password,
            @Nullable Map<String, List<String>> workingHours,
            @Size(max = 100) @Nullable String timeZone,
            @Min(1) @Max(Rhythm.SLOWEST) @Nullable Integer pace) {

        boolean ofRhythm() {
            return workingHours != null || timeZone != null || pace != null;
        }

        Rhythm applied(Rhythm before) {
            return new Rhythm(
                    workingHours == null ? before.hours() : WorkingHoursText.parse(workingHours),
                    timeZone == null ? before.zone() : TimeZones.parse("time_zone", timeZone),
                    pace == null ? before.slowness() : pace);
        }

        @Override
        public String toString() {
            return "Change[keepPassword=%s, workingHours=%s, timeZone=%s, pace=%s]"
                    .formatted(keepPassword, workingHours, timeZone, pace);
        }
    }

    @DeleteMapping("/{id}")
    @Needs(Right.CONNECT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable AccountId id) {
        tenancy.run(caller.workspace(), () -> removeAccount.remove(caller, id));
    }
}
