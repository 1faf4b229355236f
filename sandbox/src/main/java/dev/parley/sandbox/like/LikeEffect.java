package dev.parley.sandbox.like;

/** What a request to like or unlike changed. */
enum LikeEffect {
    /** A like that changed nothing: there already, or stopped by a fault. */
    NONE,
    LIKED,
    ENDED
}
