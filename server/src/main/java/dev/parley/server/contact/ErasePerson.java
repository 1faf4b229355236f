package dev.parley.server.contact;

import dev.parley.instagram.PersonId;
import dev.parley.server.activity.Activity;
import dev.parley.server.activity.ActivityLog;
import dev.parley.server.activity.Status;
import dev.parley.server.evidence.Screenshots;
import dev.parley.server.tenancy.Caller;
import dev.parley.server.tenancy.Tenancy;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Removes somebody from everything that the workspace holds. Only hashes stay, so that nobody writes to them or touches them again. */
@Component
class ErasePerson {

    private final Tenancy tenancy;
    private final ContactRows contacts;
    private final ProtectedPeople protectedPeople;
    private final Notes notes;
    private final Labels labels;
    private final DoNotContact doNotContact;
    private final ErasedPeople erased;
    private final Screenshots screenshots;
    private final ActivityLog log;
    private final ApplicationEventPublisher events;

    ErasePerson(
            Tenancy tenancy,
            ContactRows contacts,
            ProtectedPeople protectedPeople,
            Notes notes,
            Labels labels,
            DoNotContact doNotContact,
            ErasedPeople erased,
            Screenshots screenshots,
            ActivityLog log,
            ApplicationEventPublisher events) {
        this.tenancy = tenancy;
        this.contacts = contacts;
        this.protectedPeople = protectedPeople;
        this.notes = notes;
        this.labels = labels;
        this.doNotContact = doNotContact;
        this.erased = erased;
        this.screenshots = screenshots;
        this.log = log;
        this.events = events;
    }

    void erase(Caller caller, String username) {
        tenancy.run(caller.workspace(), () -> {
            var numbers = ContactView.numbers(contacts.of(List.of(username)));
            tell(username, numbers);
            contacts.remove(username, numbers);
            protectedPeople.release(username);
            notes.forget(numbers);
            labels.forget(numbers);
            screenshots.forgetAbout(username);
            log.forget(username);
            log.record(Activity.of("erase-person", Status.SUCCEEDED)
                    .in(caller.workspace())
                    .by(caller.user(), caller.username())
                    .build());
        });
    }

    private void tell(String username, Set<String> numbers) {
        if (numbers.isEmpty()) {
            events.publishEvent(new PersonErased(username, null));
            doNotContact.erase(username, null);
            erased.add(username);
        }
        for (var number : numbers) {
            events.publishEvent(new PersonErased(username, new PersonId(number)));
            doNotContact.erase(username, new PersonId(number));
            erased.add(number);
        }
    }
}
