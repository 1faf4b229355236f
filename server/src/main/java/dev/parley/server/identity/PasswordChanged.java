package dev.parley.server.identity;

import dev.parley.server.core.UserId;

/** A person chose another password than this one, which opens nothing any more. */
record PasswordChanged(UserId user, String former) {

    @Override
    public String toString() {
        return "PasswordChanged[user=" + user + "]";
    }
}
