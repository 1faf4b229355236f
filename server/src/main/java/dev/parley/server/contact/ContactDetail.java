package dev.parley.server.contact;

import dev.parley.server.contact.ContactFacts.Fact;
import java.util.List;
import java.util.Map;

/**
 * Somebody with all that is known of them.
 *
 * @param facts what was done with them, by its kind
 */
public record ContactDetail(ContactView person, List<Note> notes, Map<String, List<Fact>> facts) {}
