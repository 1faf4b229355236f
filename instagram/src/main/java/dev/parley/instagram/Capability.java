package dev.parley.instagram;

/** A family of calls that a driver may or may not offer; each is an interface of which {@link Instagram} is made. */
public enum Capability {
    /** Signing in with a password, and its second steps: {@link Driver#signIn}. */
    SIGN_IN,
    /** Signing in on Instagram's own page, where the owner agrees to what may be done: {@link Driver#authorizationPage}. */
    AUTHORIZATION,
    /** Asking who is signed in, and signing out. */
    SESSION,
    /** {@link People}. */
    PEOPLE,
    /** {@link Hashtags}. */
    HASHTAG,
    /** {@link Friendships}. */
    FRIENDSHIP,
    /** {@link Follows}. */
    FOLLOW,
    /** {@link FollowLists}. */
    FOLLOW_LISTS,
    /** {@link Likes}. */
    LIKE,
    /** {@link Likers}. */
    LIKERS,
    /** {@link Posts}. */
    POSTS,
    /** {@link HomeFeed}. */
    FEED,
    /** {@link Comments}. */
    COMMENT,
    /** {@link Stories}. */
    STORIES,
    /** {@link Conversations}. */
    CONVERSATIONS,
    /** {@link Sending}. */
    SEND,
    /** {@link Signals}. */
    SIGNAL,
    /** {@link Publishing}. */
    PUBLISH,
    /** {@link Insights}. */
    INSIGHTS,
    /** Being told by Instagram what has happened: {@link IncomingEvent}. */
    EVENTS
}
