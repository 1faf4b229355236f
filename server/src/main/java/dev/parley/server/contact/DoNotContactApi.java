package dev.parley.server.contact;

import dev.parley.server.core.Page;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import dev.parley.server.web.Spreadsheet;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The workspace's list of people to whom nobody writes. */
@RestController
@RequestMapping("/api/do-not-contact")
@Needs(value = Right.RUN, acrossAccounts = true)
class DoNotContactApi {

    static final int LONGEST_NOTE = 500;
    static final int LONGEST_SEARCH = 200;

    private final Tenancy tenancy;
    private final SilencedPeople people;
    private final Silence silence;
    private final ExportSilenced export;

    DoNotContactApi(Tenancy tenancy, SilencedPeople people, Silence silence, ExportSilenced export) {
        this.tenancy = tenancy;
        this.people = people;
        this.silence = silence;
        this.export = export;
    }

    record Why(@Nullable @Size(max = LONGEST_NOTE) String note) {}

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Right.READ)
    Page<Silenced> list(
            Caller caller,
            @RequestParam(required = false) @Nullable @Size(max = LONGEST_SEARCH) String q,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return tenancy.in(caller.workspace(), () -> people.page(q, cursor, limit));
    }

    @GetMapping(produces = Spreadsheet.TYPE)
    @Needs(Right.READ)
    void csv(
            Caller caller,
            @RequestParam(required = false) @Nullable @Size(max = LONGEST_SEARCH) String q,
            HttpServletResponse response)
            throws IOException {
        export.csv(caller, q, response);
    }

    @PutMapping("/{username}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(Caller caller, @PathVariable String username, @Valid @RequestBody(required = false) @Nullable Why body) {
        var name = Usernames.of(username);
        tenancy.run(caller.workspace(), () -> silence.add(caller, name, body == null ? null : body.note()));
    }

    @DeleteMapping("/{username}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable String username) {
        var name = Usernames.of(username);
        tenancy.run(caller.workspace(), () -> silence.remove(caller, name));
    }

    /** The rows of a spreadsheet: usernames, perhaps with a note in the next cell. */
    @PostMapping
    TakenList addAll(Caller caller, @RequestBody String csv) {
        return tenancy.in(caller.workspace(), () -> silence.addAll(caller, csv));
    }
}
