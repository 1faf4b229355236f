package dev.parley.server.contact;

import dev.parley.instagram.Person;
import dev.parley.server.account.Account;
import dev.parley.server.activity.Activity;
import dev.parley.server.activity.ActivityLog;
import dev.parley.server.activity.Status;
import dev.parley.server.contact.DoNotContact.Reason;
import org.springframework.stereotype.Component;

/** Puts whoever asks for no more messages on the do-not-contact list. Joins the caller's transaction. */
@Component
public class OptOut {

    private final OptOutWords words;
    private final DoNotContact list;
    private final ActivityLog log;

    OptOut(OptOutWords words, DoNotContact list, ActivityLog log) {
        this.words = words;
        this.list = list;
        this.log = log;
    }

    /** Hears a message that somebody wrote to the account; whether they asked for no more, and are on the list from now on. */
    public boolean hear(Account account, Person from, String text) {
        if (!words.asksToStop(text) || !list.add(from.username(), from.id(), Reason.OPTED_OUT, null, null)) {
            return false;
        }
        log.record(Activity.of("opt-out", Status.INFO)
                .in(account.workspace())
                .on(account.id(), account.username())
                .about(from.username())
                .build());
        return true;
    }
}
