package dev.parley.instagram.graph;

import dev.parley.instagram.IncomingEvent;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.MediaId;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.Page;
import dev.parley.instagram.Person;
import dev.parley.instagram.Profile;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A signed-in account, with what only the official API offers. */
public interface GraphInstagram extends Instagram, Greetings {

    /** How much of what may be asked is used up, as the newest answer told. Does no I/O. */
    Usage usage();

    /**
     * Remembers that an event has opened the time for writing to somebody, so that {@link #window} need not ask. Does no I/O; forgotten
     * with this object.
     */
    void heed(IncomingEvent event);

    /** Who somebody is that has written to the account, or pressed one of its buttons; others are {@code PrivateAccount}. */
    Outcome<Profile> profile(Person person);

    /** What the account has published, the newest first. */
    Outcome<Page<GraphMedia>> ownMedia(@Nullable String cursor);

    /**
     * What is posted under a hashtag, without saying by whom: the official API keeps owners to itself, so this is not {@link #hashtag}. With
     * Facebook's login only. At most 30 hashtags in seven days.
     *
     * @param top the most popular instead of those of the last 24 hours
     */
    Outcome<Page<GraphMedia>> hashtagMedia(String hashtag, boolean top, @Nullable String cursor);

    /** Lets people comment on one of the account's posts, or no longer. */
    Outcome<Switched> allowComments(MediaId media, boolean allowed);

    /**
     * Has Instagram send webhooks for this account.
     *
     * @param fields as Instagram calls them, for example {@code messages}; it sends all that the app has chosen, whatever is asked here
     */
    Outcome<Switched> subscribe(Set<String> fields);

    /** Has Instagram send no more webhooks for this account. */
    Outcome<Switched> unsubscribe();

    /** Instagram did it. */
    record Switched() {}
}
