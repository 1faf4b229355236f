package dev.parley.sandbox.account;

import dev.parley.sandbox.journal.Event;
import dev.parley.sandbox.journal.Journal;
import org.jspecify.annotations.Nullable;

/** The password key, made when it is first asked for: that takes a while, and a start should not. */
public final class PasswordKeys {
    private volatile @Nullable PasswordKey key;

    public synchronized PasswordKey current(Journal journal) {
        PasswordKey made = key;
        if (made != null) {
            return made;
        }
        Event.PasswordKeyMade event = PasswordKey.make();
        journal.write(event);
        return apply(event);
    }

    public PasswordKey apply(Event.PasswordKeyMade event) {
        var made = new PasswordKey(event);
        key = made;
        return made;
    }
}
