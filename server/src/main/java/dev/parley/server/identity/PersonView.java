package dev.parley.server.identity;

import dev.parley.server.core.UserId;
import java.time.Instant;

/** A person as the API shows them. */
public record PersonView(
        UserId id,
        String username,
        String email,
        Role role,
        boolean mustChangePassword,
        boolean disabled,
        Instant createdAt) {

    static PersonView of(Person person) {
        return new PersonView(
                person.id(),
                person.username(),
                person.email(),
                person.role(),
                person.mustChangePassword(),
                person.isDisabled(),
                person.createdAt());
    }
}
