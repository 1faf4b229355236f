package dev.parley.instagram;

import java.util.Locale;

/**
 * Somebody, named in both ways: drivers that open a profile's page need the username, the others the number.
 *
 * @param id what stays
 * @param username as last seen, without @; kept in lower case
 */
public record Person(PersonId id, String username) {

    public Person {
        if (username.isBlank()) {
            throw new IllegalArgumentException("username is blank");
        }
        username = username.toLowerCase(Locale.ROOT);
    }
}
