package dev.parley.server.automation;

import dev.parley.server.contact.PersonErased;
import dev.parley.server.contact.PersonProtected;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever is erased, is left out of the jobs that go on, and not named by any. */
@Component
class ForgetPerson {

    private final SteerJob steer;
    private final PeopleOfJobs people;

    ForgetPerson(SteerJob steer, PeopleOfJobs people) {
        this.steer = steer;
        this.people = people;
    }

    @EventListener
    void forget(PersonErased person) {
        steer.leaveOut(new PersonProtected(person.username()));
        people.forget(person);
    }
}
