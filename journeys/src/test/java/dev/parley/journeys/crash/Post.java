package dev.parley.journeys.crash;

import dev.parley.journeys.testing.Person;
import java.net.URI;

/** An account, and who works it. */
record Post(Person person, String account, String id, String driver) {

    /** Worked through another node. */
    Post at(URI node) {
        return new Post(person.at(node), account, id, driver);
    }
}
