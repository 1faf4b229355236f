package dev.parley.instagram;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Instagram as one signed-in account sees it. Thread-safe, but made for one caller at a time: an account has one writer.
 * Every call ends within the driver's deadline.
 */
public interface Instagram {

    /** The session as the last answer left it; store it when it changed. Never null, never does I/O. */
    SessionSnapshot session();

    /** Asks Instagram who is signed in: the proof that the session still works. */
    Outcome<Profile> currentUser();

    /** Looks a person up by username, with or without a leading @, in any case. */
    Outcome<Profile> person(String username);

    /**
     * Recent media under a hashtag.
     *
     * @param hashtag with or without a leading #
     * @param cursor null for the first page, else {@link Page#next()} of the page before
     */
    Outcome<Page<Media>> hashtag(String hashtag, @Nullable String cursor);

    /** How this account stands to one person. */
    Outcome<Friendship> friendship(PersonId person);

    /** How this account stands to each of up to 100 people; people that Instagram no longer knows are absent. */
    Outcome<Map<PersonId, Friendship>> friendships(Collection<PersonId> people);

    /** Follows a person, or asks a private one. Asked once, never repeated by the driver. */
    Outcome<Friendship> follow(PersonId person);

    /** Ends following a person, or withdraws the request. Asked once, never repeated by the driver. */
    Outcome<Friendship> unfollow(PersonId person);

    /** Ends the session at Instagram. The device identity stays. */
    Outcome<SignedOut> signOut();
}
