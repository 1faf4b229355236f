package dev.parley.server.contact;

import org.jspecify.annotations.Nullable;

/** What stands in the form that puts somebody on the do-not-contact list. */
public record TypedSilence(
        @Nullable String username, @Nullable String note) {

    static final TypedSilence NOTHING = new TypedSilence("", "");
}
