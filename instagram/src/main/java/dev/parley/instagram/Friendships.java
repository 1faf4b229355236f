package dev.parley.instagram;

import java.util.Collection;
import java.util.Map;

/** How the account stands to people. */
public interface Friendships {

    /** How this account stands to one person. */
    default Outcome<Friendship> friendship(Person person) {
        return Outcome.unsupported(Capability.FRIENDSHIP);
    }

    /** How this account stands to each of up to 100 people; people that Instagram no longer knows are absent. */
    default Outcome<Map<PersonId, Friendship>> friendships(Collection<Person> people) {
        return Outcome.unsupported(Capability.FRIENDSHIP);
    }
}
