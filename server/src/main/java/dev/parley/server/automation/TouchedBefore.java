package dev.parley.server.automation;

import dev.parley.instagram.PersonId;
import dev.parley.server.contact.Contacts;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whom a job's account has touched already, or is about to touch for another job: as far as that matters to the job. */
@Component
class TouchedBefore {

    private final Contacts contacts;
    private final Targets targets;

    TouchedBefore(Contacts contacts, Targets targets) {
        this.contacts = contacts;
        this.targets = targets;
    }

    Set<PersonId> among(Job job, Collection<PersonId> people) {
        return switch (job.order().action()) {
            case FOLLOW, LIKE -> {
                var touched = new HashSet<>(targets.underWayElsewhere(job, people));
                if (!job.order().source().isChosen() && !job.order().source().isOwn()) {
                    touched.addAll(contacts.touched(job.owner().account(), people));
                }
                yield touched;
            }
            case VIEW_STORIES -> Set.of();
            case UNFOLLOW -> targets.underWayElsewhere(job, people);
        };
    }
}
