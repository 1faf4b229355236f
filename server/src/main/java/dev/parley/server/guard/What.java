package dev.parley.server.guard;

/** What somebody tries to prove. Each is counted for itself: who knows one thing must not get fresh tries at another by it. */
public enum What {
    PASSWORD,
    CODE,
    /** The password once more, of somebody who is signed in. */
    CONFIRMATION
}
