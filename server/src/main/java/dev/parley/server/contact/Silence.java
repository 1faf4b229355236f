package dev.parley.server.contact;

import dev.parley.server.activity.Activity;
import dev.parley.server.activity.ActivityLog;
import dev.parley.server.activity.Status;
import dev.parley.server.contact.DoNotContact.Reason;
import dev.parley.server.tenancy.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Members say to whom nobody writes any more. Joins the caller's transaction. */
@Component
class Silence {

    private static final int MOST_SHOWN = 100;

    private final DoNotContact list;
    private final SilencedPeople people;
    private final ContactRows contacts;
    private final ActivityLog log;

    Silence(DoNotContact list, SilencedPeople people, ContactRows contacts, ActivityLog log) {
        this.list = list;
        this.people = people;
        this.contacts = contacts;
        this.log = log;
    }

    /** Whoever is there already, gets the note. */
    void add(Caller caller, String username, @Nullable String note) {
        if (list.add(username, contacts.newestNumber(username), Reason.ASKED, note, caller.username())) {
            note(caller, "do-not-contact", username);
        } else if (note != null) {
            people.note(username, note);
        }
    }

    TakenList addAll(Caller caller, String csv) {
        var sent = SentNames.read(csv);
        var added = 0;
        for (var username : sent.notes().keySet()) {
            if (list.add(
                    username,
                    contacts.newestNumber(username),
                    Reason.ASKED,
                    sent.noteOf(username),
                    caller.username())) {
                added++;
            }
        }
        if (added > 0) {
            note(caller, "do-not-contact", "%d people of a list".formatted(added));
        }
        return new TakenList(
                added,
                sent.notes().size() - added,
                sent.wrong().stream().limit(MOST_SHOWN).toList());
    }

    /** Nothing happens to who is not there. */
    void remove(Caller caller, String username) {
        if (list.remove(username)) {
            note(caller, "may-contact-again", username);
        }
    }

    private void note(Caller caller, String action, String about) {
        log.record(Activity.of(action, Status.SUCCEEDED)
                .in(caller.workspace())
                .by(caller.user(), caller.username())
                .about(about)
                .build());
    }
}
