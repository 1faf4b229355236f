package dev.parley.server.contact;

import dev.parley.server.core.Page;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The workspace's list of people never to touch. */
@RestController
@RequestMapping("/api/contacts/protected")
@Needs(value = Right.RUN, acrossAccounts = true)
class ProtectedPeopleApi {

    private final Tenancy tenancy;
    private final ProtectedPeople people;
    private final ApplicationEventPublisher events;

    ProtectedPeopleApi(Tenancy tenancy, ProtectedPeople people, ApplicationEventPublisher events) {
        this.tenancy = tenancy;
        this.people = people;
        this.events = events;
    }

    @GetMapping
    @Needs(Right.READ)
    Page<ProtectedPerson> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return tenancy.in(caller.workspace(), () -> people.page(cursor, limit));
    }

    @PutMapping("/{username}")
    ProtectedPerson protect(
            Caller caller,
            @PathVariable String username,
            @Valid @RequestBody(required = false) @Nullable Protection body) {
        var name = Usernames.of(username);
        return tenancy.in(caller.workspace(), () -> {
            events.publishEvent(new PersonProtected(name));
            return people.protect(name, body == null ? null : body.note());
        });
    }

    @DeleteMapping("/{username}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(Caller caller, @PathVariable String username) {
        var name = Usernames.of(username);
        tenancy.run(caller.workspace(), () -> people.release(name));
    }

    record Protection(@Nullable @Size(max = 500) String note) {}
}
