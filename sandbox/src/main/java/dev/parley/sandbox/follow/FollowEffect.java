package dev.parley.sandbox.follow;

/** What a request to follow or unfollow changed. */
enum FollowEffect {
    /** A follow that changed nothing: there already, or stopped by a fault. */
    NONE,
    FOLLOWED,
    /** The target is private: a request waits for an answer. */
    REQUESTED,
    ENDED
}
