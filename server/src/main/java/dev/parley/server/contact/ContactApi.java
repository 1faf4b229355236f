package dev.parley.server.contact;

import dev.parley.server.core.AccountId;
import dev.parley.server.core.Page;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The people whom the workspace's accounts have had to do with. */
@RestController
@RequestMapping("/api")
@Needs(Right.READ)
class ContactApi {

    static final int SHOWN_FACTS = 50;

    private static final int LONGEST_SEARCH = 200;

    private final Tenancy tenancy;
    private final ReadContacts read;
    private final Labels labels;
    private final ErasePerson erase;
    private final ExportPerson export;

    ContactApi(Tenancy tenancy, ReadContacts read, Labels labels, ErasePerson erase, ExportPerson export) {
        this.tenancy = tenancy;
        this.read = read;
        this.labels = labels;
        this.erase = erase;
        this.export = export;
    }

    @GetMapping("/people")
    Page<ContactView> list(
            Caller caller,
            @RequestParam(name = "account_id", required = false) @Nullable AccountId account,
            @RequestParam(required = false) @Nullable @Size(max = LONGEST_SEARCH) String label,
            @RequestParam(required = false) @Nullable @Size(max = LONGEST_SEARCH) String q,
            @RequestParam(required = false) @Nullable Boolean wrote,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        var filter = new ContactFilter(account, label, q, wrote);
        return tenancy.in(caller.workspace(), () -> read.page(filter, cursor, limit));
    }

    @GetMapping("/people/{username}")
    ContactDetail get(Caller caller, @PathVariable String username) {
        var name = Usernames.of(username);
        return tenancy.in(caller.workspace(), () -> read.detail(name, SHOWN_FACTS));
    }

    /** Everything that is held of them. */
    @GetMapping("/people/{username}/export")
    ResponseEntity<ContactDetail> export(Caller caller, @PathVariable String username) {
        return export.file(caller, Usernames.of(username));
    }

    /** For good, with all that is held of them; only hashes stay on the do-not-contact list. */
    @DeleteMapping("/people/{username}")
    @Needs(value = Right.ADJUST, acrossAccounts = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(Caller caller, @PathVariable String username) {
        erase.erase(caller, Usernames.of(username));
    }

    @GetMapping("/labels")
    Page<Label> labels(Caller caller) {
        return new Page<>(tenancy.in(caller.workspace(), labels::all), null);
    }
}
