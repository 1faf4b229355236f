package dev.parley.sandbox.script;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a client may ask and a script may make fail. */
public enum Call {
    LOGIN,
    TWO_FACTOR,
    CHALLENGE,
    CURRENT_USER,
    USER,
    FRIENDSHIP,
    FOLLOW,
    UNFOLLOW,
    HASHTAG,
    MEDIA,
    LIKE,
    UNLIKE,
    LIKERS,
    POSTS,
    /** The home feed. */
    FEED,
    STORIES,
    STORY_SEEN,
    FOLLOWERS,
    FOLLOWING,
    SEND,
    THREADS,
    THREAD,
    ACCEPT,
    DECLINE,
    THREAD_SEEN,
    COMMENT,
    COMMENTS,
    HIDE_COMMENT,
    DELETE_COMMENT,
    /** Reactions and typing. */
    SIGNAL,
    /** The official API's page on which an owner agrees, what is exchanged for it, and renewing that. */
    AUTHORIZE,
    TOKEN,
    RENEW,
    PREPARE,
    DRAFT,
    PUBLISH,
    QUOTA,
    INSIGHTS,
    GREETINGS,
    SUBSCRIBE,
    /** In a script: every call. As the kind of a call: one that no script names. */
    ANY;

    /** The name in JSON, for example {@code story_seen}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The call of this name in JSON; empty if there is none. */
    public static Optional<Call> labelled(String label) {
        return Arrays.stream(values())
                .filter(call -> call.label().equals(label))
                .findFirst();
    }

    /** All names, separated by commas. */
    public static String labels() {
        return Arrays.stream(values()).map(Call::label).collect(Collectors.joining(", "));
    }
}
