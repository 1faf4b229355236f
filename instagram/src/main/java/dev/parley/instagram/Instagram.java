package dev.parley.instagram;

/**
 * Instagram as one signed-in account sees it. Thread-safe, but made for one caller at a time: an account has one writer.
 * Every call ends within the driver's deadline. Calls of a capability that the driver does not have answer
 * {@link Refusal.Unsupported} and send nothing; {@link Driver#capabilities()} tells before.
 */
public interface Instagram
        extends People,
                Hashtags,
                Friendships,
                Follows,
                FollowLists,
                Likes,
                Likers,
                Posts,
                HomeFeed,
                Comments,
                Stories,
                Conversations,
                Sending,
                Signals,
                Publishing,
                Insights {

    /** The session as the last answer left it; store it when it changed. Never null, never does I/O. */
    SessionSnapshot session();

    /** Asks Instagram who is signed in: the proof that the session still works. */
    Outcome<Profile> currentUser();

    /** Ends the session at Instagram. The device identity stays. */
    Outcome<SignedOut> signOut();
}
