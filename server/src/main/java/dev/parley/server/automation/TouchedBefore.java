package dev.parley.server.automation;

import dev.parley.instagram.PersonId;
import dev.parley.server.contact.Contacts;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whom a job's account has touched already, or is about to touch for another job. */
@Component
class TouchedBefore {

    private final Contacts contacts;
    private final Targets targets;

    TouchedBefore(Contacts contacts, Targets targets) {
        this.contacts = contacts;
        this.targets = targets;
    }

    Set<PersonId> among(Job job, Collection<PersonId> people) {
        var touched = new HashSet<>(contacts.touched(job.owner().account(), people));
        touched.addAll(targets.underWayElsewhere(job, people));
        return touched;
    }
}
