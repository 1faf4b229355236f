package dev.parley.instagram;

import java.util.List;

/** Who likes posts. */
public interface Likers {

    /**
     * People who like a post: of a post that many like, as many as Instagram names, which is not all of them; there are no further
     * pages. Posts of private people are shown to their followers only.
     */
    default Outcome<List<Profile>> likers(Shortcode post) {
        return Outcome.unsupported(Capability.LIKERS);
    }
}
