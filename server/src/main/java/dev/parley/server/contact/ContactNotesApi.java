package dev.parley.server.contact;

import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What members write down about somebody: notes and labels. */
@RestController
@RequestMapping("/api/people/{username}")
@Needs(Right.RUN)
class ContactNotesApi {

    static final int LONGEST = 4_000;

    private final Tenancy tenancy;
    private final KeepContact keep;

    ContactNotesApi(Tenancy tenancy, KeepContact keep) {
        this.tenancy = tenancy;
        this.keep = keep;
    }

    record Written(@NotBlank @Size(max = LONGEST) String text) {}

    @PostMapping("/notes")
    @ResponseStatus(HttpStatus.CREATED)
    Note add(Caller caller, @PathVariable String username, @Valid @RequestBody Written note) {
        var name = Usernames.of(username);
        return tenancy.in(caller.workspace(), () -> keep.addNote(caller, name, note.text()));
    }

    @PatchMapping("/notes/{id}")
    Note edit(Caller caller, @PathVariable String username, @PathVariable UUID id, @Valid @RequestBody Written note) {
        var name = Usernames.of(username);
        return tenancy.in(caller.workspace(), () -> keep.editNote(caller, name, id, note.text()));
    }

    @DeleteMapping("/notes/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable String username, @PathVariable UUID id) {
        var name = Usernames.of(username);
        tenancy.run(caller.workspace(), () -> keep.removeNote(name, id));
    }

    @PutMapping("/labels/{label}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(Caller caller, @PathVariable String username, @PathVariable String label) {
        var name = Usernames.of(username);
        var word = Labels.normalised(label);
        tenancy.run(caller.workspace(), () -> keep.putLabel(name, word));
    }

    @DeleteMapping("/labels/{label}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void take(Caller caller, @PathVariable String username, @PathVariable String label) {
        var name = Usernames.of(username);
        var word = Labels.normalised(label);
        tenancy.run(caller.workspace(), () -> keep.takeLabel(name, word));
    }
}
