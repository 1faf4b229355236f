package dev.parley.server.identity;

import dev.parley.server.core.BotException;
import dev.parley.server.core.ErrorCode;
import dev.parley.server.core.UserId;
import dev.parley.server.tenancy.Tenancy;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Adds, changes and removes people; one administrator always stays. */
@Component
class ManagePeople {

    private final People people;
    private final Passwords passwords;
    private final ChangePassword changePassword;
    private final SecondFactors secondFactors;
    private final Tenancy tenancy;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ManagePeople(
            People people,
            Passwords passwords,
            ChangePassword changePassword,
            SecondFactors secondFactors,
            Tenancy tenancy,
            ApplicationEventPublisher events,
            Clock clock) {
        this.people = people;
        this.passwords = passwords;
        this.changePassword = changePassword;
        this.secondFactors = secondFactors;
        this.tenancy = tenancy;
        this.events = events;
        this.clock = clock;
    }

    Person add(String username, String email, Role role, String password) {
        PasswordRules.check(password, username);
        var person = new Person(UserId.create(), username, email, role, true, null, clock.instant());
        var hash = passwords.encode(password);
        return tenancy.unbound(() -> {
            people.add(person, hash);
            events.publishEvent(new PersonAdded(person.id(), person.username()));
            return person;
        });
    }

    Person change(UserId id, @Nullable String email, @Nullable Role role, @Nullable Boolean disabled) {
        return tenancy.unbound(() -> {
            var before = people.get(id);
            var after = new Person(
                    id,
                    before.username(),
                    Objects.requireNonNullElse(email, before.email()),
                    Objects.requireNonNullElse(role, before.role()),
                    before.mustChangePassword(),
                    disabledAt(before, disabled),
                    before.createdAt());
            if (!after.isAdmin() || after.isDisabled()) {
                keepAnAdministrator(before);
            }
            people.change(after);
            events.publishEvent(new PersonChanged(before, after));
            if (!after.email().equalsIgnoreCase(before.email())) {
                events.publishEvent(new EmailChanged(id, after.username(), before.email(), after.email(), false));
            }
            if (after.isDisabled()) {
                changePassword.signOutEverywhere(after, null);
            }
            return after;
        });
    }

    private @Nullable Instant disabledAt(Person before, @Nullable Boolean disabled) {
        if (disabled == null || disabled == before.isDisabled()) {
            return before.disabledAt();
        }
        return disabled ? clock.instant() : null;
    }

    void remove(UserId id) {
        tenancy.unbound(() -> {
            var person = people.get(id);
            keepAnAdministrator(person);
            changePassword.signOutEverywhere(person, null);
            events.publishEvent(new PersonLeaves(person.id(), person.username()));
            people.remove(id);
            return true;
        });
    }

    String resetPassword(UserId id) {
        var password = PasswordRules.generate();
        changePassword.reset(people.get(id), password);
        return password;
    }

    /** For somebody who has lost their second factors; whoever signed in with them signs in anew. */
    void removeFactors(UserId id) {
        tenancy.unbound(() -> {
            var person = people.get(id);
            secondFactors.removeAll(id);
            changePassword.signOutEverywhere(person, null);
            events.publishEvent(new AccessTried(id, person.username(), "remove-factors", null));
            return true;
        });
    }

    private void keepAnAdministrator(Person person) {
        if (person.isAdmin() && !person.isDisabled() && !people.isAnotherAdministratorLeft(person.id())) {
            throw new BotException(ErrorCode.LAST_ADMINISTRATOR, person.username() + " is the last administrator.");
        }
    }
}
