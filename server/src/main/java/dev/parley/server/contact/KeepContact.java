package dev.parley.server.contact;

import dev.parley.server.tenancy.Caller;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Members write down what they know of somebody. Refuses with PERSON_NOT_FOUND whom no account knows. Joins the caller's transaction. */
@Component
class KeepContact {

    private final ReadContacts read;
    private final ContactRows rows;
    private final Notes notes;
    private final Labels labels;

    KeepContact(ReadContacts read, ContactRows rows, Notes notes, Labels labels) {
        this.read = read;
        this.rows = rows;
        this.notes = notes;
        this.labels = labels;
    }

    Note addNote(Caller caller, String username, String text) {
        return notes.add(caller, number(username), text);
    }

    Note editNote(Caller caller, String username, UUID note, String text) {
        return notes.edit(caller, read.one(username).numbers(), note, text);
    }

    void removeNote(String username, UUID note) {
        notes.remove(read.one(username).numbers(), note);
    }

    void putLabel(String username, String label) {
        labels.put(number(username), label);
    }

    void takeLabel(String username, String label) {
        labels.take(read.one(username).numbers(), label);
    }

    /** The one that was seen last, where the name was passed on. */
    private String number(String username) {
        read.one(username);
        return String.valueOf(rows.newestNumber(username));
    }
}
