package dev.parley.server.automation;

import dev.parley.instagram.Person;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Post;
import dev.parley.server.core.ErrorCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a job has seen.
 *
 * @param id Instagram's number for the person, or something else where there is none
 * @param post what of the person the job acts upon; null where it is the person
 * @param notBefore when at the earliest it is their turn; null for now
 * @param code why nothing came of it, where nothing did
 */
record Target(
        String id,
        String username,
        TargetState state,
        @Nullable Post post,
        @Nullable ErrorCode code,
        @Nullable String detail,
        @Nullable Instant notBefore,
        Instant updatedAt) {

    /** Of those whom Instagram knows, and who were not erased here. */
    PersonId person() {
        return new PersonId(id);
    }

    Person toPerson() {
        return new Person(person(), username);
    }

    boolean hasNumber() {
        return id.chars().allMatch(Character::isDigit);
    }
}
